import { html, nothing } from '../../lit/lit.ts';
import type { Control } from './item-type-view.ts';
import type { FormKey } from '../../text/keys.ts';
import { plain, type Messages, type Shown } from '../../text/messages.ts';

/** The counter is shown from this fraction of the limit. */
const NEAR = 0.8;
/** In milliseconds. Screen readers announce the counter after a pause in typing, not at each key. */
const PAUSE = 1000;

/** Counts the characters of a field with a limit. It never cuts text: a pasted text must not lose its end unnoticed. */
export function createCounter(control: Control, max = Infinity, showAgain: () => void): (t: Messages<FormKey>) => unknown {
  let spoken: Shown = '';
  let counted = '';
  let pause: ReturnType<typeof setTimeout> | undefined;
  return (t) => {
    const { length } = control.value;
    const left = max - length;
    const text =
      left < 0 ? t('charactersOver', { count: -left })
      : length < max * NEAR ? ''
      : t('charactersLeft', { count: left });
    if (plain(text) !== counted) {
      counted = plain(text);
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
