import { messageOf, type ErrorCode } from '#developer-messages';
import { AttuneErrorEvent } from '../../events/error-event.ts';

/**
 * Reports to the host's developer what could not be used or done. The person sees nothing of it. `about` is the place or the
 * reason.
 */
export function report(element: HTMLElement, code: ErrorCode, about = '', responseId?: string): void {
  const message = messageOf(code, about);
  console.warn(`<${element.localName}> ${[code, message].filter(Boolean).join(': ')} (docs/errors.md)`);
  element.dispatchEvent(new AttuneErrorEvent({ code, message, ...(responseId && { responseId }) }));
}
