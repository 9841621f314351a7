import { html, nothing, render } from 'lit';
import type { Item } from '../../../core/instrument.ts';
import type { Instance } from '../../../core/snapshot.ts';
import { setAttributes } from '../attributes.ts';
import { createFollow } from '../follow.ts';
import { itemText, type ItemContext } from '../item-context.ts';
import { idList, notesFor } from '../item-notes.ts';
import { makeItemRoot } from '../item-root.ts';
import { makeOptions, showChosen } from '../option-list.ts';
import { optionsFor, type Option } from '../options.ts';
import type { Control, MakeItem } from './item-type-view.ts';
import { viewOf } from '../parts.ts';

/** What differs between types of items whose answer is given in one native control. */
export interface TypedField {
  control: Control;
  /** What stands under the control; an element with the id `<id>-note` describes it. */
  under?(instance: Instance, context: ItemContext): unknown;
}

/** A native field. The browser keeps nothing of what is typed into it. */
export function inputOf(attributes: Parameters<typeof setAttributes>[1]): HTMLInputElement {
  const control = document.createElement('input');
  setAttributes(control, attributes);
  return control;
}

/** A question with one native control. */
export const makeTyped = <I extends Item>(makeField: (item: I, id: string) => TypedField): MakeItem => (instance, id, context) => {
  const { key } = instance;
  const item = instance.item as I;
  const root = makeItemRoot();
  root.dataset.key = key;
  const follow = createFollow(id);
  const { hasParts } = viewOf(item, context.parts)!;
  const { control, under } = makeField(item, id);
  setAttributes(control, { part: 'input', id, autocomplete: 'off' });
  let options: readonly Option[] | undefined;
  let list: HTMLElement | undefined;
  let shown = '';

  return {
    root,
    show(instance, context, errors) {
      const { answer, rejected } = instance;
      const { readonly, required } = context;
      const nowOptions = optionsFor(item, context);
      if (nowOptions !== options) {
        options = nowOptions;
        list = options.length ? makeOptions(options, 'checkbox', 'tick') : undefined;
        for (const input of list?.querySelectorAll('input') ?? []) setAttributes(input, { 'aria-describedby': `${id}-text` });
      }
      const isInvalid = errors.has(key);
      const { describedBy, template } = notesFor(instance, { context, id, isInvalid, ends: undefined });
      const given = String((rejected?.given ?? (answer?.state === 'answered' ? answer.values : []))[0] ?? '');
      setAttributes(control, {
        'aria-required': !!item.required || (required && !item.optional),
        'aria-invalid': isInvalid,
        'aria-describedby': idList(describedBy, under && `${id}-note`),
        readonly: readonly ? '' : undefined,
      });
      // What is being typed stays as it is: only what came from elsewhere is put into the field.
      if (given !== shown && !(rejected && hasParts)) control.value = shown = given;
      render(
        html`<label part="legend" id="${id}-text" for=${id}>${itemText(instance, context)}</label>
          ${template} ${context.fieldNote(instance)} ${control} ${under?.(instance, context) ?? nothing}
          ${list ?? nothing} ${follow(instance, context, errors) ?? nothing}`,
        root,
      );
      if (list) showChosen([...list.querySelectorAll('input')], instance, options);
    },
  };
};
