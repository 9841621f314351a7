import type { LitElement } from '../lit/lit.ts';

/**
 * Prints the whole text of text boxes in browsers whose style sheet cannot: the boxes grow when printing begins. Paper may be
 * narrower than the window, so each box is a quarter higher than its text.
 */
export function wholeOnPaper(host: LitElement): void {
  const grow = (): void => {
    for (const box of host.renderRoot.querySelectorAll('textarea')) {
      const lines = box.scrollHeight / parseFloat(getComputedStyle(box).lineHeight);
      box.rows = Math.max(box.rows, Math.ceil(lines * 1.25));
    }
  };
  host.addController({
    hostConnected() {
      if (!CSS.supports('field-sizing', 'content')) window.addEventListener('beforeprint', grow);
    },
    hostDisconnected: () => window.removeEventListener('beforeprint', grow),
  });
}
