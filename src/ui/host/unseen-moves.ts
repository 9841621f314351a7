import { copyOf } from './event-copy.ts';
import { isMasked } from './recorder-mask.ts';
import { shadowRootOf } from './shadow-root-of.ts';

const MOVES = [
  ...['pointermove', 'pointerrawupdate', 'pointerover', 'pointerout', 'pointerenter', 'pointerleave', 'touchmove', 'drag', 'dragover'],
  ...['mousemove', 'mouseover', 'mouseout', 'mouseenter', 'mouseleave'],
];
const PASSIVE_CAPTURE = { capture: true, passive: true };

/**
 * Keeps the moves of a pointer over a masked widget from the page, before a listener on the document can record them: where the
 * pointer rests tells which option was chosen. The browser and the widget need none of these events. The page gets
 * `pointermove` without its place, which counts as activity on a shared device.
 */
export function hideMoves(host: HTMLElement): () => void {
  const hide = (event: Event): void => {
    // The copy from here, too, begins at the window.
    if (!event.isTrusted) return;
    const root = shadowRootOf(host)!;
    const [target] = event.composedPath() as Node[];
    // What the host placed in a slot is the page's own.
    if ((target !== host && target!.getRootNode?.() !== root) || !isMasked(root)) return;
    event.stopImmediatePropagation();
    if (event.type === 'pointermove') host.dispatchEvent(copyOf(event, root, false));
  };
  for (const type of MOVES) window.addEventListener(type, hide, PASSIVE_CAPTURE);
  return () => {
    for (const type of MOVES) window.removeEventListener(type, hide, PASSIVE_CAPTURE);
  };
}
