import type { Option } from './item-type-view.ts';

/**
 * The element around questions that have the same options. In a wide container they are lines of a matrix: the texts of the
 * options are above the columns. Each question stays a radio group, and each radio has its own name, so the heads are for
 * the eye only.
 */
export function makeRun(options: readonly Option[]): HTMLElement {
  const run = document.createElement('div');
  const heads = document.createElement('div');
  run.className = `run c${options.length}`;
  heads.className = 'heads';
  heads.ariaHidden = 'true';
  for (const { text, absent } of options) {
    const head = document.createElement('span');
    head.className = absent ? 'leave' : '';
    head.append(text);
    heads.append(head);
  }
  run.append(heads);
  // Where a word does not fit, the questions are lists. The observer reports a new width, and a font that loads late.
  if (globalThis.ResizeObserver) new ResizeObserver(() => fit(run, heads)).observe(heads);
  return run;
}

function fit(run: Element, heads: Element): void {
  if (!heads.clientWidth) return;
  run.classList.remove('stacked');
  const texts = [...run.querySelectorAll(':scope > .heads > span, :scope > .item > fieldset > legend')];
  run.classList.toggle('stacked', texts.some((text) => text.scrollWidth > text.clientWidth));
}
