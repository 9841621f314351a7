/**
 * Every event type of the browser and of this library, also those without an `on...` property. The two events that contain a
 * record are not included.
 */
const types = [
  ...new Set([
    ...[window, document, HTMLElement.prototype, SVGElement.prototype].flatMap((owner) => {
      const names: string[] = [];
      for (const name in owner) if (name.startsWith('on')) names.push(name.slice(2));
      return names;
    }),
    'beforeinput', 'textInput', 'compositionstart', 'compositionupdate', 'compositionend', 'focusin', 'focusout',
    'DOMActivate', 'DOMFocusIn', 'DOMFocusOut', 'beforecopy', 'beforecut', 'beforepaste', 'mousewheel', 'invalid',
    'DOMSubtreeModified', 'DOMCharacterDataModified', 'DOMAttrModified', 'selectstart', 'webkitmouseforcechanged',
    'attune-answer', 'attune-page', 'attune-saved', 'attune-error', 'attune-milestone',
    'attune-journal-share', 'context-request', 'context-provider', 'attune-crisis-roll-call',
  ]),
];

/** What a listener on the document learns from one event, without its type, as text. */
function learned(event: Event): string[] {
  const facts: string[] = [];
  const [target] = event.composedPath() as Partial<HTMLInputElement>[];
  const tell = (what: string, value: unknown): void => {
    if (value !== undefined && value !== null && value !== '') facts.push(`${event.type} ${what}: ${String(value)}`);
  };
  const { data, key, clipboardData, dataTransfer, detail } = event as unknown as Record<string, unknown>;
  tell('data', data);
  if (typeof key === 'string' && key.length === 1) tell('key', key);
  tell('clipboard', (clipboardData as DataTransfer | undefined)?.getData('text'));
  tell('drag', (dataTransfer as DataTransfer | undefined)?.getData('text'));
  if (typeof detail === 'object') tell('detail', detail && JSON.stringify(detail));
  // The path ends at the element itself: nothing inside it can be reached from the event.
  if (target instanceof Element && target.getRootNode() instanceof ShadowRoot) tell('path', target.outerHTML.slice(0, 60));
  const { relatedTarget } = event as FocusEvent;
  if (relatedTarget instanceof Element && relatedTarget.getRootNode() instanceof ShadowRoot) tell('related', relatedTarget.localName);
  return facts;
}

/** Listens on the document to every event type. `facts` is what the listener learned until `stop()`. */
export function eavesdrop(): { facts: string[]; stop: () => void } {
  const facts: string[] = [];
  const note = (event: Event): void => void facts.push(...learned(event));
  for (const type of types) document.addEventListener(type, note);
  return { facts, stop: () => types.forEach((type) => document.removeEventListener(type, note)) };
}
