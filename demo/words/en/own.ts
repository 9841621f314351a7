import { html } from '../../html.ts';
import { nightLine, phone } from '../phone.ts';

/** What every page with widgets says. */
export const widgets = {
  crisis: html`Call your local emergency number. In the harbour district the night line is ${nightLine}, every day from 17 to 9.`,
  loading: html`The questions need a browser with scripts switched on. If they do not appear: Call us on ${phone}, and we go through them together, or ask the desk for them on paper.`,
  madeUpClient: (called: string) => `${called} is no real person. A script wrote what you see here, or somebody who tried the clinic out.`,
};

/** The page after a session. */
export const session = {
  title: 'After your session',
  held: (day: string, therapist: string) => `${day}, with ${therapist}.`,
  opening: (therapist: string) =>
    `The first part is enough. If you would rather not, that is all right: just close this page. ${therapist} sees which forms have come and which have not, and nothing else of it.`,
  thanks: (therapist: string) => `Thank you. ${therapist} will see this before your next session.`,
  /** Shown while what was sent waits on the device. */
  waits: 'If you close this page, open your link again on this device. Then it is sent.',
  when: 'before your next session',
  concern: html`The desk is there for that too: ${phone}.`,
  topics: {
    purpose: 'The sentence you agreed on is in your file. You can change it whenever it no longer fits.',
    dialogue: (therapist: string) => `If something sat badly with you, you can write it here. ${therapist} reads it before you meet.`,
    boundaries: 'Fifty minutes, at the time you agreed. If you need another kind of help, we look for it with you.',
  },
  parts: {
    'empathy-checklist': ['What your therapist did today', 'If you like: twelve lines, two minutes'],
    'boundary-clarity': ['What you want to ask next time', 'If you like: makes a page to bring along'],
    'progress-check-in': ['Where you are with what you want', 'If you like: your goal beside the one of last time'],
    'environment-check': ['The place and the setting', 'If you like: six lines, one minute'],
    'rapport-check': ['How you connect', 'If you like: up to eight lines, one minute'],
    'openness-check': ['How open you can be', 'If you like: six lines, one minute'],
    'benefits-check': ['How things are for you', 'If you like: eight lines, one minute'],
  },
};

/** A client's own page. */
export const me = {
  title: 'Your own page',
  head: (called: string) => `Your own page, ${called}`,
  opening:
    'Moments that you chose to keep. They are yours: no one gives them out, and none of them runs away. Your therapist sees one only if you share it.',
  milestonesNeedScripts: 'Your milestones need a browser with scripts switched on.',
  /** Shown while the words of the milestones or the journal are a translation that nobody has reviewed. */
  draft: html`<strong>Some words here are a draft.</strong> Nobody has checked their translation yet.`,
  write: 'A place to write',
  writeWords:
    'For yourself, whenever you like. The clinic gets none of it, unless you share an entry. To read it again later, open your link on this same device.',
  shareWords:
    'An entry that you share goes into your clinic file, for three years. Your therapist can read it there, and so can others who work here. No one reads it right away. Erasing it here does not take it back.',
  who: 'Your therapist',
  when: 'when they next open your file',
  journalNeedsScripts: 'Your journal needs a browser with scripts switched on.',
};
