// #region survey
import 'attune-elements/define/trust-questionnaire';
import 'attune-elements/solid';
import type { AttuneSubmitEvent } from 'attune-elements';
import { keep } from '../keep';

const send = (event: AttuneSubmitEvent) => event.waitUntil(keep(event.detail.response));

export default function Survey() {
  return (
    <attune-trust-questionnaire
      length="pulse"
      who="Your therapist"
      when="before your next session"
      kept="in your clinic file"
      on:attune-submit={send}
    >
      <span slot="crisis">Call 112</span>
    </attune-trust-questionnaire>
  );
}
// #endregion
