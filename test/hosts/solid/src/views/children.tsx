import 'attune-elements/define/trust-questionnaire';
import 'attune-elements/solid';
import { createSignal, Show } from 'solid-js';

export default function Children() {
  const [number, setNumber] = createSignal(112);
  const [isShown, setShown] = createSignal(true);
  return (
    <>
      <button id="change" onClick={() => setNumber(113)}>
        Change
      </button>
      <button id="toggle" onClick={() => setShown(!isShown())}>
        Toggle
      </button>
      <attune-trust-questionnaire length="pulse" who="Your therapist" when="soon" kept="in your clinic file">
        <Show when={isShown()}>
          <span slot="crisis">Call {number()}</span>
        </Show>
      </attune-trust-questionnaire>
    </>
  );
}
