import { copyOf } from './event-copy.ts';

const PLAIN = ['input', 'change'];
const SILENT = [
  'beforeinput', 'beforecut', 'beforecopy', 'beforepaste', 'selectstart', 'DOMFocusIn', 'DOMFocusOut', 'wheel', 'mousewheel',
  'textInput', 'keypress', 'compositionstart', 'compositionupdate', 'compositionend',
  'cut', 'copy', 'paste', 'DOMActivate', 'touchstart', 'touchend', 'touchcancel',
  'drag', 'dragstart', 'dragenter', 'dragover', 'dragleave', 'dragend', 'drop', 'gotpointercapture', 'lostpointercapture',
  'pointermove', 'pointerrawupdate', 'pointerover', 'pointerout', 'mousemove', 'mouseover', 'mouseout', 'touchmove',
];
const COPIED = [
  'click', 'dblclick', 'auxclick', 'contextmenu', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'pointercancel',
  'focusin', 'focusout', 'keydown', 'keyup',
];

const isCopy = new WeakSet<Event>();

/** A key that says nothing about an answer, and that a dialog or a menu of the page needs. */
const HARMLESS = /^(Tab|Escape|F\d+)$/;

/** An arrow key that moves through options also clicks each of them. */
const isByArrow = ({ type, detail, target }: Event & { detail?: unknown }): boolean =>
  type === 'click' && !detail && (target as Partial<HTMLInputElement>).type === 'radio';

/** Whether the event is a copy from the veil, and not an event of the host element itself. */
export const isVeiled = (event: Event): boolean => isCopy.has(event);

/**
 * Keeps answers out of events that bubble to the page. The path of a click or a key press contains the control and its
 * value, and a key event contains the letter. Each event stops at the shadow root. The page gets a copy from the host
 * element, so that its menus and focus traps still work. The copy contains nothing that was typed, and no key that moves through
 * options or changes a text.
 * A listener of the page in the capture phase runs before this. The privacy page says so.
 */
export function veilEvents(root: ShadowRoot): void {
  const { host } = root;
  const stop = (event: Event): void => {
    event.stopPropagation();
    if (PLAIN.includes(event.type)) {
      host.dispatchEvent(new Event(event.type, { bubbles: true }));
    } else if (COPIED.includes(event.type) && HARMLESS.test((event as Partial<KeyboardEvent>).key ?? 'Tab') && !isByArrow(event)) {
      const copy = copyOf(event, root);
      isCopy.add(copy);
      if (!host.dispatchEvent(copy)) event.preventDefault();
    }
  };
  for (const type of [...PLAIN, ...SILENT, ...COPIED]) {
    root.addEventListener(type, stop, { passive: /^touch|wheel$/.test(type) });
  }
}
