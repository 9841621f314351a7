import { isMasked } from './recorder-mask.ts';

/** The middle of what can be seen of the host: where a masked widget says that an event was. */
function middleOf(host: Element): { x: number; y: number } {
  const { left, right, top, bottom } = host.getBoundingClientRect();
  return { x: (left + right) / 2, y: (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2 };
}

/**
 * A copy of an event from inside a widget, for its host. In a masked widget it has another place, because the place of a click
 * tells which option was chosen.
 * WebKit acts on key events that a script dispatches, so Tab would move the focus twice. Key events are copied as plain events.
 */
export function copyOf(event: Event, root: ShadowRoot, bubbles = event.bubbles): Event {
  if (event instanceof KeyboardEvent) {
    const { key, code, shiftKey, altKey, ctrlKey, metaKey, repeat } = event;
    return Object.assign(new Event(event.type, event), { key, code, shiftKey, altKey, ctrlKey, metaKey, repeat });
  }
  const other: Record<string | symbol, unknown> = { bubbles };
  if (event instanceof MouseEvent && isMasked(root)) {
    const { x, y } = middleOf(root.host);
    const { clientX, clientY, screenX, screenY } = event;
    Object.assign(other, { clientX: x, clientY: y, screenX: screenX - clientX + x, screenY: screenY - clientY + y, movementX: 0, movementY: 0 });
  }
  // The constructor reads the fields of the event, but those that are here.
  const fields = new Proxy(event, { get: (from, name) => (name in other ? other[name] : from[name as keyof Event]) });
  return new (event.constructor as typeof Event)(event.type, fields);
}
