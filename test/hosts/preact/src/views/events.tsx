import {
  AttuneEnvironmentCheck,
  AttuneJournal,
  AttuneMilestoneBadge,
  AttuneSession,
  AttuneTrustQuestionnaire,
} from 'attune-elements/preact';
import type { AttuneJournalShareEvent, AttuneMilestoneEvent, AttuneSessionSubmitEvent, AttuneSubmitEvent } from 'attune-elements';
import { useState } from 'preact/hooks';
import type { PageProps } from '../page';

export default function Events({ search }: PageProps) {
  const [heard, setHeard] = useState<string[]>([]);
  const hear = ({ type }: Event) => setHeard((before) => [...before, type]);
  const take = (event: AttuneJournalShareEvent | AttuneMilestoneEvent | AttuneSessionSubmitEvent | AttuneSubmitEvent) => {
    hear(event);
    event.waitUntil(Promise.resolve());
  };
  return (
    <>
      <ol id="heard">
        {heard.map((type, place) => (
          <li key={place}>{type}</li>
        ))}
      </ol>
      <AttuneTrustQuestionnaire
        id="alone"
        length="pulse"
        layout="paged"
        who="Your therapist"
        when="soon"
        kept="in your clinic file"
        // A mistake that is reported at the first rendering.
        {...(search.includes('mistake') && { idleMinutes: -1 })}
        onAttuneAnswer={hear}
        onAttunePage={hear}
        onAttuneSubmit={take}
        onAttuneSaved={hear}
        onAttuneError={hear}
        onInput={hear}
        onChange={hear}
      >
        <span slot="crisis">Call 112</span>
      </AttuneTrustQuestionnaire>
      <AttuneMilestoneBadge id="badge" milestone="spoke-up" kept="clinic" onAttuneMilestone={take} />
      <AttuneJournal id="journal" kept="memory" who="Your therapist" when="soon" onAttuneJournalShare={take} />
      <AttuneSession id="sitting" onAttuneSessionSubmit={take} onAttuneSaved={hear}>
        <AttuneEnvironmentCheck id="inside" who="Your therapist" when="soon" kept="in your clinic file">
          <span slot="crisis">Call 112</span>
        </AttuneEnvironmentCheck>
      </AttuneSession>
    </>
  );
}
