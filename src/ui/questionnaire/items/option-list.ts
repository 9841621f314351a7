import type { Instance } from '../../../core/answering/snapshot.ts';
import { directionOf } from '../../text/direction.ts';
import { setAttributes } from '../attributes.ts';
import type { Option } from './item-type-view.ts';
import { isChosen } from './options.ts';

/**
 * Native radios or checkboxes: the answers in a list, and after it the reasons to leave the item out. An input has no value,
 * so that a page script cannot read an answer from it. Its index in the list says which option it is.
 */
export function makeOptions(options: readonly Option[], type: 'radio' | 'checkbox', kind: string): HTMLElement {
  const root = document.createElement('div');
  const list = document.createElement('div');
  root.append(list);
  setAttributes(root, { class: `options ${kind}`, part: 'options' });
  for (const { text, lang, absent } of options) {
    const label = document.createElement('label');
    setAttributes(label, { part: absent ? 'leave-out' : 'option' });
    const input = document.createElement('input');
    input.type = type;
    label.append(input, inLanguage(text, lang));
    (absent ? root : list).append(label);
  }
  list.className = `n${list.childElementCount}`;
  return root;
}

/** The text of an option, in an element of its own if its language is not the one around it. */
export function inLanguage(text: string, lang: string | undefined): Node | string {
  if (!lang) return text;
  const element = document.createElement('span');
  setAttributes(element, { lang, dir: directionOf(lang) });
  element.append(text);
  return element;
}

/** Checks the inputs of the chosen options, and no others. */
export function showChosen(inputs: readonly HTMLInputElement[], instance: Instance, options: readonly Option[]): void {
  inputs.forEach((input, i) => {
    const chosen = isChosen(instance, options[i]!);
    if (input.checked !== chosen) input.checked = chosen;
    // A class, because `:has(:checked)` makes the browser check many elements at each answer.
    const label = input.parentElement!;
    if (!!label.className !== chosen) label.className = chosen ? 'chosen' : '';
  });
}
