// #region survey
import { AttuneTrustQuestionnaire } from 'attune-elements/react';
import type { AttuneSubmitEvent } from 'attune-elements';
import { keep } from '../keep';

const send = (event: AttuneSubmitEvent) => event.waitUntil(keep(event.detail.response));

export default function Survey() {
  return (
    <AttuneTrustQuestionnaire
      length="pulse"
      who="Your therapist"
      when="before your next session"
      kept="in your clinic file"
      onAttuneSubmit={send}
    >
      <span slot="crisis">Call 112</span>
    </AttuneTrustQuestionnaire>
  );
}
// #endregion
