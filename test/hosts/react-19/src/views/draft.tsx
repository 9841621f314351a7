// #region draft
import { AttuneTrustQuestionnaire, type AttuneTrustQuestionnaireElement } from 'attune-elements/react';
import type { Response } from 'attune-elements';
import { useRef, useState } from 'react';
import { keep } from '../keep';
import type { PageProps } from '../page';

export default function Draft({ search }: PageProps) {
  const [draft, setDraft] = useState<Response | null>(null);
  const [renders, setRenders] = useState(0);
  const [key, setKey] = useState(0);
  const widget = useRef<AttuneTrustQuestionnaireElement>(null);
  const writeBack = () => {
    const { value } = widget.current!;
    if (search.includes('late')) setTimeout(() => setDraft(value), 300);
    else setDraft(value);
  };
  return (
    <>
      <p id="count">{draft?.answers.length ?? 0}</p>
      <button id="render" onClick={() => setRenders(renders + 1)}>
        {renders}
      </button>
      <button id="remount" onClick={() => setKey(key + 1)}>
        Remount
      </button>
      <button id="clear" onClick={() => setDraft(null)}>
        Clear
      </button>
      <AttuneTrustQuestionnaire
        key={key}
        ref={widget}
        length="pulse"
        value={draft}
        strings={{ send: 'Send' }}
        who="Your therapist"
        when={`before session ${renders}`}
        kept="in your clinic file"
        onChange={writeBack}
        onAttuneSubmit={(event) => event.waitUntil(keep(event.detail.response))}
      >
        <span slot="crisis">Call 112</span>
      </AttuneTrustQuestionnaire>
    </>
  );
}
// #endregion
