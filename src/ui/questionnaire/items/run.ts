import type { Option } from './item-type-view.ts';
import { inLanguage } from './option-list.ts';

export interface Run {
  element: HTMLElement;
  /** Leaves its questions in its place. */
  dissolve(): void;
}

/**
 * The element around questions that have the same options. In a wide container they are lines of a matrix: the texts of the
 * options are above the columns. Each question stays a radio group, and each radio has its own name, so the heads are for
 * the eye only.
 */
export function makeRun(options: readonly Option[]): Run {
  const run = document.createElement('div');
  const heads = document.createElement('div');
  run.className = `run c${options.length}`;
  heads.className = 'heads';
  heads.setAttribute('aria-hidden', 'true');
  for (const { text, lang, absent } of options) {
    const head = document.createElement('span');
    if (absent) head.className = 'leave';
    head.append(inLanguage(text, lang));
    heads.append(head);
  }
  run.append(heads);
  // Where a word does not fit, the questions are lists. A head is at least as wide as its longest word, so the observer reports
  // a new width, and also a font that loads late or more space between letters.
  const observer = new ResizeObserver(() => fit(run, heads));
  for (const head of heads.children) observer.observe(head);
  return {
    element: run,
    dissolve() {
      // The questions may be rearranged because the observer of the container has reported. Safari reports an error if an
      // observed element is removed then.
      observer.disconnect();
      run.replaceWith(...[...run.children].slice(1));
    },
  };
}

/** In px: a head whose longest word fills its column has its padding outside of it, and rounding errors. */
const SLACK = 7;

function fit(run: Element, heads: Element): void {
  if (!heads.clientWidth) return;
  run.classList.remove('stacked');
  const legends = [...run.querySelectorAll(':scope > .item > fieldset > legend')];
  const column = run.querySelector('label')!.offsetWidth;
  const isTooWide =
    [...heads.children].some((head) => head.scrollWidth > column + SLACK) ||
    legends.some((legend) => legend.scrollWidth > legend.clientWidth);
  run.classList.toggle('stacked', isTooWide);
}
