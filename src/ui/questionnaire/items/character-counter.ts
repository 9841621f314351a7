import { html, nothing } from 'lit';
import { fill } from '../../../core/plain-data/fill.ts';
import type { Words } from '../../text/words.ts';
import type { Control } from './item-type-view.ts';

/** From this part of the limit on, the person is told how much room is left. */
const NEAR = 0.8;
/** A screen reader is told when the person pauses, not at each key. */
const PAUSE = 1000;

/** Counts the characters of a field that has a limit. Nothing is cut: a text that was pasted must not lose its end unseen. */
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
