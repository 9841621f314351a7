import { AttuneTrustQuestionnaire } from 'attune-elements/preact';
import { useState } from 'preact/hooks';

export default function Children() {
  const [number, setNumber] = useState(112);
  const [isShown, setShown] = useState(true);
  return (
    <>
      <button id="change" onClick={() => setNumber(113)}>
        Change
      </button>
      <button id="toggle" onClick={() => setShown(!isShown)}>
        Toggle
      </button>
      <AttuneTrustQuestionnaire length="pulse" who="Your therapist" when="soon" kept="in your clinic file">
        {isShown && <span slot="crisis">Call {number}</span>}
      </AttuneTrustQuestionnaire>
    </>
  );
}
