import { shadowRootOf } from '../ui/host/shadow-root-of.ts';

/** The linkId of the question in a widget that has the focus. */
export function focusedLinkId(element: Element): string | undefined {
  const key = shadowRootOf(element)?.activeElement?.closest<HTMLElement>('[data-key]')?.dataset.key;
  // A key is the id, escaped, and the repetitions around (keyOf).
  return key?.split('.')[0]!.replace(/~([\da-f]+)~/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
