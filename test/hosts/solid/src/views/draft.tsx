// #region draft
import 'attune-elements/define/trust-questionnaire';
import 'attune-elements/solid';
import type { AttuneTrustQuestionnaire, Response } from 'attune-elements';
import { createSignal, Show } from 'solid-js';
import { keep } from '../keep';
import type { PageProps } from '../page';

export default function Draft(props: PageProps) {
  const [draft, setDraft] = createSignal<Response | null>(null);
  const [renders, setRenders] = createSignal(0);
  const [key, setKey] = createSignal(1);
  const writeBack = ({ currentTarget }: Event) => {
    const { value } = currentTarget as AttuneTrustQuestionnaire;
    if (props.search.includes('late')) setTimeout(() => setDraft(value), 300);
    else setDraft(value);
  };
  return (
    <>
      <p id="count">{draft()?.answers.length ?? 0}</p>
      <button id="render" onClick={() => setRenders(renders() + 1)}>
        {renders()}
      </button>
      <button id="remount" onClick={() => setKey(key() + 1)}>
        Remount
      </button>
      <button id="clear" onClick={() => setDraft(null)}>
        Clear
      </button>
      <Show when={key()} keyed>
        <attune-trust-questionnaire
          length="pulse"
          prop:value={draft()}
          prop:strings={{ send: renders() < 0 ? '' : 'Send' }}
          who="Your therapist"
          when={`before session ${renders()}`}
          kept="in your clinic file"
          on:change={writeBack}
          on:attune-submit={(event) => event.waitUntil(keep(event.detail.response))}
        >
          <span slot="crisis">Call 112</span>
        </attune-trust-questionnaire>
      </Show>
    </>
  );
}
// #endregion
