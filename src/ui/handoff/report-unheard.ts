import { report } from '../host/report.ts';

/** Reports to the host's developer that no listener read what the person sent. */
export function reportUnheard(element: HTMLElement, type: string, responseId?: string): void {
  report(
    element,
    'nobody-listens',
    `No listener for ${type} read its detail. Add one before the person can send (with React hydration: in an effect). See docs/errors.md`,
    responseId,
  );
}
