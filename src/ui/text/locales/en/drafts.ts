/**
 * Messages about answers that are kept before they are sent. In `Tab` they are in the memory of the browser for this tab, in `Device`
 * on the device, and in `Page` where the host puts them. A reviewer must confirm these in each language.
 */
export const drafts = {
  askTab: 'Keep your answers in this tab until you send them, in case something interrupts you?',
  askDevice: {
    one: 'Keep your answers on this device until you send them, for 1 day at most? Choose this only if nobody else uses it.',
    other: 'Keep your answers on this device until you send them, for {count} days at most? Choose this only if nobody else uses it.',
  },
  askPage: 'May this page keep your answers before you send them, so that you can go on later?',
  keep: 'Keep them',
  decline: 'Do not keep them',
  keptTab: 'Your answers are kept in this tab until you send or erase them.',
  keptDevice: 'Your answers are kept on this device until you send or erase them.',
  keptPage: 'This page keeps your answers until you send or erase them.',
  stop: 'Stop keeping them',
  notKept: 'Your answers are not kept.',
  found: 'We kept your answers from {time}. Go on, or start again.',
  goOn: 'Go on',
  elsewhere: 'Your answers are open in another tab, and are kept there. Go on here, or leave them there.',
  moved: 'You went on in another tab or on another page. What you change here is not kept.',
  gone: 'These answers were sent or erased on another page. This form is empty now.',
  here: 'Go on here',
  leave: 'Leave them there',
  failed: 'Your answers cannot be kept. They are only on this page, so please do not close it.',
  notErased: 'The answers that were kept could not be erased.',
  aside: {
    one: 'The questions have changed. 1 answer does not fit any more:',
    other: 'The questions have changed. {count} answers do not fit any more:',
  },
} as const;
