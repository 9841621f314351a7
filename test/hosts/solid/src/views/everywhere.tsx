import 'attune-elements/define/boundary-card';
import 'attune-elements/solid';
import { createSignal, Show } from 'solid-js';
import { atFirst, hear, later } from '../given/everywhere';

export default function Everywhere() {
  const [given, setGiven] = createSignal(atFirst);
  const [isShown, setShown] = createSignal(true);
  return (
    <>
      <button id="change" onClick={() => setGiven(later)}>
        Change
      </button>
      <button id="toggle" onClick={() => setShown(!isShown())}>
        Toggle
      </button>
      <Show when={isShown()}>
        <attune-boundary-card
          id="tag"
          topics="cost"
          who="Your therapist"
          when="soon"
          kept="in your clinic file"
          name={given().name}
          attr:heading-level={given().headingLevel}
          bool:quick-hide={given().quickHide}
          prop:lastQuestions={given().lastQuestions}
          prop:strings={given().strings}
          on:input={hear}
          on:attune-answer={hear}
        >
          <span slot="topic-cost">A session is £{given().price}</span>
        </attune-boundary-card>
      </Show>
    </>
  );
}
