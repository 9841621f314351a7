import type { LitElement } from 'lit';

/**
 * Text boxes are printed with all that was written in them, where the style sheet alone cannot see to it: they grow when
 * printing begins, and stay so. Paper may be narrower than the window, so there is a quarter more.
 */
export function wholeOnPaper(host: LitElement): void {
  if (CSS.supports('field-sizing', 'content')) return;
  const grow = (): void => {
    for (const box of host.renderRoot.querySelectorAll('textarea')) {
      const lines = box.scrollHeight / parseFloat(getComputedStyle(box).lineHeight);
      box.rows = Math.max(box.rows, Math.ceil(lines * 1.25));
    }
  };
  host.addController({
    hostConnected: () => window.addEventListener('beforeprint', grow),
    hostDisconnected: () => window.removeEventListener('beforeprint', grow),
  });
}
