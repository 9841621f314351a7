import { html, noChange, nothing, render } from 'lit';
import { fill } from '../../core/fill.ts';
import { setAttributes } from './attributes.ts';
import { createFollow } from './follow.ts';
import { itemText } from './item-context.ts';
import type { MakeItem } from './item-list.ts';
import { makeItemRoot } from './item-root.ts';
import { notesFor } from './item-notes.ts';
import { makeOptions, showChosen } from './option-list.ts';
import { optionsFor, type Option } from './options.ts';

/** A question whose answer is typed into a native field. */
export const makeTyped: MakeItem = ({ item, key }, id) => {
  const root = makeItemRoot();
  root.dataset.key = key;
  const follow = createFollow(id);
  let options: readonly Option[] | undefined;
  let list: HTMLElement | undefined;
  const isText = item.type === 'text';

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
      // Half a date has no value that could be put back: it stays as it stands in the field.
      const value = rejected && item.type === 'date' ? noChange : String(given);
      const isRequired = !!item.required || (required && !item.optional);
      const describedByAll = [describedBy, isText && `${id}-note`].filter(Boolean).join(' ') || nothing;
      render(
        html`<label part="legend" id="${id}-text" for=${id}>${itemText(instance, context)}</label>
          ${template} ${context.fieldNote(instance)}
          ${isText && !item.line
            ? html`<textarea
                part="input"
                id=${id}
                rows="3"
                autocomplete="off"
                aria-required=${isRequired}
                aria-invalid=${isInvalid}
                aria-describedby=${describedByAll}
                ?readonly=${readonly}
                .value=${value}
              ></textarea>`
            : html`<input
                part="input"
                id=${id}
                type=${item.type === 'date' ? 'date' : 'text'}
                inputmode=${item.type === 'integer' ? 'numeric' : item.type === 'decimal' ? 'decimal' : nothing}
                autocomplete="off"
                aria-required=${isRequired}
                aria-invalid=${isInvalid}
                aria-describedby=${describedByAll}
                ?readonly=${readonly}
                .value=${value}
              />`}
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
