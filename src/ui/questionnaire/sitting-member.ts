import type { SittingMember } from '../handoff/sitting.ts';
import type { Filling } from './filling.ts';
import type { FormBridge } from './form-bridge.ts';
import type { Inside, QuestionnaireHost } from './questionnaire-host.ts';
import type { Sending } from './sending.ts';

interface SittingMemberDeps {
  host: QuestionnaireHost;
  inside: Inside;
  filling: Filling;
  sending: Sending;
  bridge: FormBridge;
  copy: SittingMember['copy'];
  /** Whether the answers may be sent now. If not, `show` shows the person what to look at. */
  mayLeave(show: boolean): boolean;
  restore: SittingMember['restore'];
  secondsLeft: SittingMember['secondsLeft'];
  stay: SittingMember['stay'];
  onSitting: SittingMember['update'];
}

/** The questionnaire as the session around it sees it. */
export function sittingMember({ host, inside, filling, sending, bridge, copy, mayLeave, restore, secondsLeft, stay, onSitting }: SittingMemberDeps): SittingMember {
  return {
    widget: host,
    current: () => {
      if (!filling.session) return undefined;
      const { instrument, current, unsent } = filling.session;
      const isSent = !host.form && !inside.isDisabled() && !unsent;
      const { isAnswered: hasPersonAnswered, endings } = filling;
      return { instrument, recordId: current.response.id, isBlank: current.pristine, hasPersonAnswered, isNeverStored: bridge.isForgotten, endings, isSent };
    },
    copy,
    state: () => bridge.state,
    setDrafted: (isDrafted) => bridge.setDrafted(isDrafted),
    read: (data) => filling.read(data),
    restore,
    isReady: mayLeave,
    handOver: () => sending.detailOf(sending.handOver()),
    reset: () => filling.reset(),
    erase: () => filling.erase(),
    update: onSitting,
    secondsLeft,
    stay,
  };
}
