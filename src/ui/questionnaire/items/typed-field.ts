import { html, nothing, render } from 'lit';
import type { Item } from '../../../core/instrument/instrument.ts';
import type { Instance } from '../../../core/answering/snapshot.ts';
import { setAttributes } from '../attributes.ts';
import { createFollow } from './follow.ts';
import { itemText } from './item-text.ts';
import { idList, notesFor } from './item-notes.ts';
import { makeItemRoot } from './item-root.ts';
import type { Control, ItemContext, ItemView, MakeItem, Option } from './item-type-view.ts';
import { makeOptions, showChosen } from './option-list.ts';
import { optionsFor } from './options.ts';
import { typeViewOf } from './item-support.ts';

/** What differs between types of items whose answer is given in one native control. */
export interface TypedField {
  control: Control;
  /** Puts a value that came from elsewhere into the control; '' for none. */
  put?(given: string): void;
  /** Brings what else of the control depends on the item into step. */
  show?(instance: Instance, context: ItemContext): void;
  /** What stands over the control: what its two ends mean. */
  ends?: unknown;
  /** What stands under the control. */
  under?(instance: Instance, context: ItemContext): unknown;
  /** The ids of what describes the control. */
  describedBy?(instance: Instance): string | undefined;
  /** The control is marked as wrong before the person sends. */
  isWrong?(instance: Instance): boolean;
}

/** Makes the control of an item; `showAgain` brings the item into step when nothing changed but the control. */
type MakeField<I> = (item: I, id: string, showAgain: () => void) => TypedField;

/** A native field. The browser keeps nothing of what is typed into it. */
export function inputOf(attributes: Parameters<typeof setAttributes>[1]): HTMLInputElement {
  const control = document.createElement('input');
  setAttributes(control, attributes);
  return control;
}

/** A question with one native control. */
export const makeTyped = <I extends Item>(makeField: MakeField<I>): MakeItem => (instance, id, context) => {
  const { key } = instance;
  const item = instance.item as I;
  const root = makeItemRoot();
  root.dataset.key = key;
  const follow = createFollow(id);
  const { isSegmented } = typeViewOf(item, context.itemSupport)!;
  let showAgain = (): void => {};
  const field = makeField(item, id, () => showAgain());
  const { control, ends } = field;
  setAttributes(control, { part: 'input', id, autocomplete: 'off' });
  let options: readonly Option[] | undefined;
  let list: HTMLElement | undefined;
  let shown = '';

  const view: ItemView = {
    root,
    show(instance, context, errors, isLast) {
      showAgain = () => view.show(instance, context, errors, isLast);
      const { answer, rejected } = instance;
      const { readonly, required } = context;
      const nowOptions = optionsFor(item, context);
      if (nowOptions !== options) {
        options = nowOptions;
        list = options.length ? makeOptions(options, 'checkbox', 'tick') : undefined;
        for (const input of list?.querySelectorAll('input') ?? []) setAttributes(input, { 'aria-describedby': `${id}-text` });
      }
      const isInvalid = errors.has(key) || !!field.isWrong?.(instance);
      const notes = notesFor(instance, { context, id, isInvalid, ends });
      const given = String((rejected?.given ?? (answer?.state === 'answered' ? answer.values : []))[0] ?? '');
      setAttributes(control, {
        // A slider must not have it.
        'aria-required': control.type === 'range' ? undefined : !!item.required || (required && !item.optional),
        'aria-invalid': isInvalid,
        'aria-describedby': idList(notes.describedBy, field.describedBy?.(instance)),
        readonly: readonly ? '' : undefined,
      });
      // What is being typed stays as it is: only what came from elsewhere is put into the field.
      if (given !== shown && !(rejected && isSegmented)) {
        shown = given;
        if (field.put) field.put(given);
        else control.value = given;
      }
      field.show?.(instance, context);
      render(
        html`<label part="legend" id="${id}-text" for=${id}>${itemText(instance, context)}</label>
          ${notes.template} ${context.fieldNote(instance)} ${control} ${field.under?.(instance, context) ?? nothing}
          ${list ?? nothing} ${follow(instance, context, errors) ?? nothing}`,
        root,
      );
      if (list) showChosen([...list.querySelectorAll('input')], instance, options);
    },
  };
  return view;
};
