import { AttuneErrorEvent } from '../../events/error-event.ts';

/** Tells the host's developer what could not be used or done. The person sees nothing of it. */
export function report(element: HTMLElement, code: string, message: string, responseId?: string): void {
  console.warn(`<${element.localName}> ${code}: ${message}`);
  element.dispatchEvent(new AttuneErrorEvent({ code, message, ...(responseId && { responseId }) }));
}
