import { html, nothing, render } from 'lit';
import { fill } from '../../core/fill.ts';
import type { Item } from '../../core/instrument.ts';
import { setAttributes } from './attributes.ts';
import { createFollow } from './follow.ts';
import { itemText } from './item-context.ts';
import type { MakeItem } from './item-list.ts';
import { makeItemRoot } from './item-root.ts';
import { notesFor } from './item-notes.ts';
import { makeOptions, showChosen } from './option-list.ts';
import { optionsFor, type Option } from './options.ts';

const inputModes: Readonly<Partial<Record<Item['type'], string>>> = { integer: 'numeric', decimal: 'decimal' };

/** A question whose answer is typed into a native field. */
export const makeTyped: MakeItem = ({ item, key }, id) => {
  const root = makeItemRoot();
  root.dataset.key = key;
  const follow = createFollow(id);
  let options: readonly Option[] | undefined;
  let list: HTMLElement | undefined;
  const isText = item.type === 'text';
  const control = document.createElement(isText && !item.line ? 'textarea' : 'input');
  setAttributes(control, {
    part: 'input',
    id,
    autocomplete: 'off',
    dir: isText ? 'auto' : undefined,
    ...(control instanceof HTMLTextAreaElement
      ? { rows: 3 }
      : { type: item.type === 'date' ? 'date' : 'text', inputmode: inputModes[item.type] }),
  });
  let shown = '';

  return {
    root,
    show(instance, context, errors) {
      const { answer, rejected } = instance;
      const { words, readonly, required } = context;
      const nowOptions = optionsFor(item, context);
      if (nowOptions !== options) {
        options = nowOptions;
        list = options.length ? makeOptions(options, 'checkbox', 'tick') : undefined;
        for (const input of list?.querySelectorAll('input') ?? []) setAttributes(input, { 'aria-describedby': `${id}-text` });
      }
      const { isInvalid, describedBy, template } = notesFor(instance, words, errors, id);
      const given = (rejected?.given ?? (answer?.state === 'answered' ? answer.values : []))[0] ?? '';
      setAttributes(control, {
        'aria-required': !!item.required || (required && !item.optional),
        'aria-invalid': isInvalid,
        'aria-describedby': [describedBy, isText && `${id}-note`].filter(Boolean).join(' ') || undefined,
        readonly: readonly ? '' : undefined,
      });
      // What is being typed stays as it is: only what came from elsewhere is put into the field. Half a date has no value
      // that could be put back.
      if (String(given) !== shown && !(rejected && item.type === 'date')) control.value = shown = String(given);
      render(
        html`<label part="legend" id="${id}-text" for=${id}>${itemText(instance, context)}</label>
          ${template} ${context.fieldNote(instance)} ${control}
          ${isText
            ? html`<p class="help" id="${id}-note">
                ${item.tags?.kept ? words.staysHere : words.underText} ${item.maxLength ? fill(words.atMost, { max: item.maxLength }) : nothing}
              </p>`
            : nothing}
          ${list ?? nothing} ${follow(instance, context, errors) ?? nothing}`,
        root,
      );
      if (list) showChosen([...list.querySelectorAll('input')], instance, options);
    },
  };
};
