import { html, nothing } from 'lit';
import { fill } from '../../../core/plain-data/fill.ts';
import type { Words } from '../../text/words.ts';
import type { Control } from './item-type-view.ts';

/** The counter is shown from this fraction of the limit. */
const NEAR = 0.8;
/** In milliseconds. Screen readers announce the counter after a pause in typing, not at each key. */
const PAUSE = 1000;

/** Counts the characters of a field with a limit. It never cuts text: a pasted text must not lose its end unnoticed. */
export function createCounter(control: Control, max = Infinity, showAgain: () => void): (words: Words) => unknown {
  let spoken = '';
  let counted = '';
  let pause: ReturnType<typeof setTimeout> | undefined;
  return (words) => {
    const { length } = control.value;
    const left = max - length;
    const text =
      left < 0 ? fill(words.charactersOver, { count: -left })
      : length < max * NEAR ? ''
      : fill(words.charactersLeft, { count: left });
    if (text !== counted) {
      counted = text;
      clearTimeout(pause);
      pause = setTimeout(() => {
        spoken = text;
        showAgain();
      }, PAUSE);
    }
    return max < Infinity
      ? html`<p class="help" part="counter" aria-hidden="true">${text}</p><span class="spoken" aria-live="polite">${spoken}</span>`
      : nothing;
  };
}
