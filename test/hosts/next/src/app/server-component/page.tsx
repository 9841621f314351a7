// #region server-component
import { AttuneTrustQuestionnaire } from 'attune-elements/react';

export default function Page() {
  return (
    <main>
      <h1>Before your session</h1>
      <AttuneTrustQuestionnaire length="pulse" headingLevel={4} who="Your therapist" when="soon" kept="in your clinic file">
        <span slot="crisis">Call 112</span>
      </AttuneTrustQuestionnaire>
    </main>
  );
}
// #endregion
