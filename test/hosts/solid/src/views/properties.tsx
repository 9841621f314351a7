import 'attune-elements/define/boundary-card';
import 'attune-elements/define/questionnaire';
import 'attune-elements/solid';
import { createSignal } from 'solid-js';
import { draft, first, second } from '../given/given';

export default function Properties() {
  const [isChanged, setChanged] = createSignal(false);
  return (
    <>
      <button id="define" onClick={() => (window as unknown as { defineNow(): void }).defineNow()}>
        Define
      </button>
      <button id="change" onClick={() => setChanged(true)}>
        Change
      </button>
      <attune-questionnaire
        prop:instrument={isChanged() ? second : first}
        prop:value={isChanged() ? null : draft}
        prop:strings={{ send: isChanged() ? 'Give it in' : 'Hand it in' }}
        attr:heading-level={isChanged() ? 4 : 3}
        bool:quick-hide={isChanged()}
        name={isChanged() ? 'second' : 'first'}
        who="Your therapist"
        when="before your next session"
        kept="in your clinic file"
      >
        <span slot="crisis">Call 112</span>
      </attune-questionnaire>
      <attune-boundary-card
        topics="cost"
        prop:lastQuestions={[isChanged() ? 'May I bring a friend?' : 'And if I am ill?']}
        who="Your therapist"
        when="before your next session"
        kept="in your clinic file"
      >
        <span slot="crisis">Call 112</span>
      </attune-boundary-card>
    </>
  );
}
