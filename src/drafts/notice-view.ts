import type { DraftSource } from '../ui/safety/draft-keeper.ts';
import type { Words } from './content/draft.ts';
import type { NoticeView } from './notice.ts';
import type { Place } from './stores.ts';

/** What happens to the answers of a widget. */
export type Phase =
  /** The host asks for nothing, or nothing may be kept. */
  | 'off'
  /** The store is being read. */
  | 'looking'
  /** The person was asked, and has not answered. */
  | 'ask'
  /** There is a draft. The person was told, and has not chosen. */
  | 'found'
  /** Another tab has the draft. The person was told, and has not chosen. */
  | 'elsewhere'
  /** Another tab has taken the draft from this one, or another page has a newer one. */
  | 'moved'
  /** The draft was sent or erased on another page. The widget is blank. */
  | 'gone'
  /** Each answer is written. */
  | 'kept'
  /** The person does not want it. */
  | 'declined'
  /** The person wants it, and the store refuses. */
  | 'failed'
  /** The person or the host has erased the answers, and the store refuses to. */
  | 'notErased';

export type Action = 'keep' | 'decline' | 'goOn' | 'startAgain' | 'here' | 'leave' | 'stop' | 'close';

interface Facts {
  phase: Phase;
  place: Place;
  days: number;
  /** When the draft that was found was written, in milliseconds (epoch). */
  savedAt: number;
  /** The present time, likewise. */
  now: number;
  aside: readonly Words[];
  /** An outbox has all answers, and the widget says what happens to them. */
  isHandedOver: boolean;
}

/** A time of today as `9:40`, another one with its date. */
function timeOf(savedAt: number, now: number, lang: string): string {
  const [then, today] = [new Date(savedAt), new Date(now)];
  const isToday = then.toDateString() === today.toDateString();
  return then.toLocaleString(lang, { ...(!isToday && { dateStyle: 'medium' }), timeStyle: 'short' });
}

/** What a widget says about its draft. */
export function noticeView({ phase, place, days, savedAt, now, aside, isHandedOver }: Facts, t: ReturnType<DraftSource['messages']>): NoticeView<Action> {
  const button = (action: Exclude<Action, 'close' | 'startAgain'>): NoticeView<Action>['buttons'][number] => [action, t(`drafts.${action}`)];
  const views: Record<Phase, [text: NoticeView<Action>['text'], ...buttons: NoticeView<Action>['buttons']]> = {
    off: [''],
    looking: [''],
    ask: [place === 'Device' ? t('drafts.askDevice', { count: days }) : t(`drafts.ask${place}`), button('keep'), button('decline')],
    found: [t('drafts.found', { time: timeOf(savedAt, now, t.lang) }), button('goOn'), ['startAgain', t('startAgain')]],
    elsewhere: [t('drafts.elsewhere'), button('here'), button('leave')],
    moved: [t('drafts.moved'), button('here')],
    gone: [t('drafts.gone')],
    kept: [t(`drafts.kept${place}`), button('stop')],
    declined: [t('drafts.notKept'), button('keep')],
    failed: [t('drafts.failed')],
    notErased: [t('drafts.notErased')],
  };
  const [text, ...buttons] = views[isHandedOver && (phase === 'kept' || phase === 'failed') ? 'off' : phase];
  // Nobody has said yet that the answers may be shown.
  const isShown = phase === 'kept' || phase === 'failed';
  const list = isShown && aside.length ? { text: t('drafts.aside', { count: aside.length }), words: aside, close: ['close', t('close')] as const } : undefined;
  return { text, buttons, aside: list };
}
