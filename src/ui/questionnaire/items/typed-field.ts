import { html, nothing, render } from '../../lit/lit.ts';
import type { Item } from '../../../core/instrument/instrument.ts';
import type { Instance } from '../../../core/answering/snapshot.ts';
import { setAttributes } from '../attributes.ts';
import { createFollowUps } from './follow-ups.ts';
import { itemText } from './item-text.ts';
import { idList, notesFor } from './item-notes.ts';
import { makeItemRoot } from './item-root.ts';
import type { Control, ItemContext, ItemView, MakeItem, Option } from './item-type-view.ts';
import { makeOptions, showChosen } from './option-list.ts';
import { optionsFor } from './options.ts';
import { typeViewOf } from './item-support.ts';

/** The differences between item types with one native control. */
export interface TypedField {
  control: Control;
  /** Sets the value of the control; '' for none. The default sets it as text. */
  put?(given: string): void;
  /** Updates other attributes of the control. */
  show?(instance: Instance, context: ItemContext): void;
  /** The meaning of the two ends, below the control. */
  ends?: unknown;
  /** Content below the control. */
  under?(instance: Instance, context: ItemContext): unknown;
  /** The ids for `aria-describedby`. */
  describedBy?(instance: Instance): string | undefined;
  /** Whether the control is shown as wrong before the person sends. */
  isWrong?(instance: Instance): boolean;
}

/** Creates the control of an item. `showAgain` updates the item if only the control has changed. */
type MakeField<I> = (item: I, id: string, showAgain: () => void) => TypedField;

/** A native input. */
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
  const followUps = createFollowUps(id);
  const { isSegmented } = typeViewOf(item, context.itemSupport)!;
  let showAgain = (): void => {};
  const field = makeField(item, id, () => showAgain());
  const { control, ends } = field;
  setAttributes(control, { part: 'input', id, autocomplete: 'off' });
  let options: readonly Option[] | undefined;
  let reasons: readonly Option[];
  let list: HTMLElement | undefined;
  let shown = '';

  const view: ItemView = {
    root,
    show(instance, page, isLast) {
      const { context, errors } = page;
      showAgain = () => view.show(instance, page, isLast);
      const { answer, rejected } = instance;
      const { readonly, required } = context;
      const nowOptions = optionsFor(item, context);
      if (nowOptions !== options) {
        options = nowOptions;
        // A field for choices shows them itself.
        reasons = options.filter(({ absent }) => absent);
        list = reasons.length ? makeOptions(reasons, 'checkbox', 'tick') : undefined;
        for (const input of list?.querySelectorAll('input') ?? []) setAttributes(input, { 'aria-describedby': `${id}-text` });
      }
      const isInvalid = errors.has(key) || !!field.isWrong?.(instance);
      const notes = notesFor(instance, { page, id, isInvalid });
      root.classList.toggle('wrong', isInvalid);
      const given = String((rejected?.given ?? (answer?.state === 'answered' ? answer.values : []))[0] ?? '');
      setAttributes(control, {
        // Not allowed on a slider.
        'aria-required': control.type === 'range' ? undefined : !!item.required || (required && !item.optional),
        'aria-invalid': isInvalid,
        'aria-describedby': idList(notes.describedBy, field.describedBy?.(instance)),
        readonly: readonly ? '' : undefined,
      });
      // Sets values from elsewhere only, so that the text that a person is typing stays unchanged.
      if (given !== shown && !(rejected && isSegmented)) {
        shown = given;
        if (field.put) field.put(given);
        else control.value = given;
      }
      field.show?.(instance, context);
      render(
        html`<label part="legend" id="${id}-text" for=${id}>${itemText(instance, context)}</label>
          ${notes.template} ${context.fieldNote(instance)} ${control} ${ends ?? nothing} ${field.under?.(instance, context) ?? nothing}
          ${list ?? nothing} ${followUps(instance, page) ?? nothing}`,
        root,
      );
      if (list) showChosen([...list.querySelectorAll('input')], instance, reasons);
    },
  };
  return view;
};
