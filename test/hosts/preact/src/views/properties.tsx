import { AttuneBoundaryCard, AttuneQuestionnaire } from 'attune-elements/preact';
import { useState } from 'preact/hooks';
import { draft, first, second } from '../given/given';

export default function Properties() {
  const [isChanged, setChanged] = useState(false);
  return (
    <>
      <button id="define" onClick={() => (window as unknown as { defineNow(): void }).defineNow()}>
        Define
      </button>
      <button id="change" onClick={() => setChanged(true)}>
        Change
      </button>
      <AttuneQuestionnaire
        instrument={isChanged ? second : first}
        value={isChanged ? null : draft}
        strings={{ send: isChanged ? 'Give it in' : 'Hand it in' }}
        headingLevel={isChanged ? 4 : 3}
        quickHide={isChanged}
        name={isChanged ? 'second' : 'first'}
        who="Your therapist"
        when="before your next session"
        kept="in your clinic file"
      >
        <span slot="crisis">Call 112</span>
      </AttuneQuestionnaire>
      <AttuneBoundaryCard
        topics="cost"
        lastQuestions={[isChanged ? 'May I bring a friend?' : 'And if I am ill?']}
        who="Your therapist"
        when="before your next session"
        kept="in your clinic file"
      >
        <span slot="crisis">Call 112</span>
      </AttuneBoundaryCard>
    </>
  );
}
