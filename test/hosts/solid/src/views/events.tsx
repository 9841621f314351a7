import 'attune-elements/define';
import 'attune-elements/solid';
import type { AttuneJournalShareEvent, AttuneMilestoneEvent, AttuneSessionSubmitEvent, AttuneSubmitEvent } from 'attune-elements';
import { createSignal, For } from 'solid-js';
import { begin } from '../begin';
import type { PageProps } from '../page';

export default function Events(props: PageProps) {
  const [heard, setHeard] = createSignal<string[]>([]);
  const hear = ({ type }: Event) => void setHeard((before) => [...before, type]);
  const take = (event: AttuneJournalShareEvent | AttuneMilestoneEvent | AttuneSessionSubmitEvent | AttuneSubmitEvent) => {
    hear(event);
    event.waitUntil(Promise.resolve());
  };
  return (
    <>
      <ol id="heard">
        <For each={heard()}>{(type) => <li>{type}</li>}</For>
      </ol>
      <attune-trust-questionnaire
        ref={begin}
        defer-hydration
        id="alone"
        length="pulse"
        layout="paged"
        who="Your therapist"
        when="soon"
        kept="in your clinic file"
        // A mistake that is reported at the first rendering.
        idle-minutes={props.search.includes('mistake') ? -1 : 5}
        on:attune-answer={hear}
        on:attune-page={hear}
        on:attune-submit={take}
        on:attune-saved={hear}
        on:attune-error={hear}
        on:input={hear}
        on:change={hear}
      >
        <span slot="crisis">Call 112</span>
      </attune-trust-questionnaire>
      <attune-milestone-badge ref={begin} defer-hydration id="badge" milestone="spoke-up" kept="clinic" on:attune-milestone={take} />
      <attune-journal ref={begin} defer-hydration id="journal" kept="memory" on:attune-journal-share={take} />
      <attune-session ref={begin} defer-hydration id="sitting" on:attune-session-submit={take} on:attune-saved={hear}>
        <attune-environment-check ref={begin} defer-hydration id="inside" who="Your therapist" when="soon" kept="in your clinic file">
          <span slot="crisis">Call 112</span>
        </attune-environment-check>
      </attune-session>
    </>
  );
}
