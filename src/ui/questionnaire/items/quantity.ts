import { css, html, nothing, render } from '../../lit/lit.ts';
import type { Quantity, QuantityItem, Unit, Value } from '../../../core/instrument/instrument.ts';
import { fieldStyles } from '../../styles/field.styles.ts';
import { fhir } from '../../text/locales/en/fhir.ts';
import { decimalMessages } from '../../text/locales/en/items.ts';
import { setAttributes, setText } from '../attributes.ts';
import { decimal } from './decimal.ts';
import { createFollowUps } from './follow-ups.ts';
import { idList, notesFor } from './item-notes.ts';
import { makeItemRoot } from './item-root.ts';
import { heardOnlyStyles } from './heard-only.styles.ts';
import { itemText } from './item-text.ts';
import type { ItemTypeView, ItemView, MakeItem, Option } from './item-type-view.ts';
import { makeOptions, showChosen } from './option-list.ts';
import { optionsFor } from './options.ts';
import { givenValues } from './own-words.ts';
import { readOptions } from './read-control.ts';
import { inputOf } from './typed-field.ts';

/** The control for the unit: a native list, a field, or none if the unit is fixed. */
function makeUnitControl({ units = [], freeUnit }: QuantityItem): HTMLSelectElement | HTMLInputElement | undefined {
  if (units.length < 2) return freeUnit ? inputOf({ type: 'text', dir: 'auto', autocapitalize: 'off', spellcheck: false }) : undefined;
  const control = document.createElement('select');
  for (const text of ['', ...units.map(({ text }) => text)]) control.add(Object.assign(document.createElement('option'), { text, value: '' }));
  return control;
}

/** What the person gave: a number and a unit, or the texts of both if the number is none. */
function partsOf(values: readonly Value[], { units = [] }: QuantityItem): { number: string; unit: string; unitAt: number } {
  const [first = '', second = ''] = values;
  if (typeof first !== 'object') {
    const unit = String(second);
    return { number: String(first), unit, unitAt: units.findIndex(({ text }) => text === unit) };
  }
  const { value, unit = '', system, code } = first as Quantity;
  const unitAt = units.findIndex((one) => (code === undefined ? one.text === unit : one.code === code && one.system === system));
  return { number: String(value), unit: unit || (code ?? ''), unitAt };
}

const makeQuantity: MakeItem = (instance, id) => {
  const { key } = instance;
  const item = instance.item as QuantityItem;
  const { units = [] } = item;
  const root = makeItemRoot();
  root.dataset.key = key;
  const followUps = createFollowUps(id);
  const control = inputOf({ type: 'text', inputmode: 'decimal', id, part: 'input', class: 'number', autocomplete: 'off', 'aria-labelledby': `${id}-text` });
  const unitControl = makeUnitControl(item);
  const isList = unitControl instanceof HTMLSelectElement;
  if (unitControl) setAttributes(unitControl, { part: 'input', autocomplete: 'off' });
  let options: readonly Option[] | undefined;
  let list: HTMLElement | undefined;
  let shown = '';

  const view: ItemView = {
    root,
    show(instance, page) {
      const { context, errors } = page;
      const { t, readonly, required } = context;
      const nowOptions = optionsFor(item, context);
      if (nowOptions !== options) {
        options = nowOptions;
        list = options.length ? makeOptions(options, 'checkbox', 'tick') : undefined;
      }
      const isInvalid = errors.has(key);
      const isUnitWrong = isInvalid && instance.rejected?.problem.code === 'one-of-its-units';
      const notes = notesFor(instance, { page, id, isInvalid });
      root.classList.toggle('wrong', isInvalid);
      const isRequired = !!item.required || (required && !item.optional);
      setAttributes(control, {
        'aria-required': isRequired,
        'aria-invalid': isInvalid && !isUnitWrong,
        'aria-describedby': idList(notes.describedBy, !unitControl && units[0] && `${id}-unit`),
        readonly: readonly ? '' : undefined,
      });
      if (unitControl) {
        // A native list cannot be read-only.
        const isLocked = readonly ? '' : undefined;
        setAttributes(unitControl, { 'aria-invalid': isUnitWrong, [isList ? 'disabled' : 'readonly']: isLocked });
        if (isList) setText(unitControl.options[0]!, t('fhir.chooseUnit'));
      }
      // Sets values from elsewhere only, so that what a person is typing stays unchanged.
      const values = givenValues(instance);
      const given = JSON.stringify(values);
      if (given !== shown && given !== JSON.stringify(read(root, item, context.instrument.language))) {
        const { number, unit, unitAt } = partsOf(values, item);
        control.value = number;
        if (isList) unitControl.selectedIndex = unitAt + 1;
        else if (unitControl) unitControl.value = unit;
      }
      shown = given;
      render(
        html`<fieldset aria-describedby=${notes.describedBy ?? nothing}>
            <legend part="legend" id="${id}-text" tabindex="-1">${itemText(instance, context)}</legend>
            ${notes.template} ${context.fieldNote(instance)}
            <div class="measure">
              ${control}
              ${unitControl
                ? html`<label><span class=${isList ? 'sr' : ''}>${t('fhir.unit')}</span> ${unitControl}</label>`
                : units[0]
                  ? html`<span id="${id}-unit">${units[0].text}</span>`
                  : nothing}
            </div>
            ${list ?? nothing}
          </fieldset>
          ${followUps(instance, page) ?? nothing}`,
        root,
      );
      if (list) showChosen([...list.querySelectorAll('input')], instance, options!);
    },
  };
  return view;
};

/** Reads the number and the unit. A text that is no number is given as it is, with the text of the unit after it. */
function read(root: Element, item: QuantityItem, language: string): Value[] {
  const { units = [], freeUnit } = item;
  const [control, unitControl] = root.querySelectorAll<HTMLInputElement>('.measure [part=input]');
  const number = control ? decimal.read!(control, item as never, language) : '';
  if (number === '') return [];
  const at = unitControl instanceof HTMLSelectElement ? unitControl.selectedIndex - 1 : 0;
  const unit: Unit | undefined = freeUnit ? { text: unitControl!.value.trim() } : units[at];
  if (typeof number !== 'number') return unit?.text ? [number, unit.text] : [number];
  if (!unit?.text) return [{ value: number }];
  const { text, ...coded } = unit;
  return [{ value: number, unit: text, ...coded }];
}

export const quantity: ItemTypeView<QuantityItem> = {
  commitsLate: true,
  messages: { ...decimalMessages, fhir },
  styles: [fieldStyles, heardOnlyStyles, css`
    .measure {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: calc(0.5 * var(--space)) calc(1.5 * var(--space));
    }
    .measure label {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: inherit;
      max-inline-size: 100%;
    }
    .measure [part='input'] {
      inline-size: 9em;
      max-inline-size: 100%;
    }
    .measure select[part='input'] {
      inline-size: auto;
    }
  `],
  make: makeQuantity,
  readItem: (control, item, context) =>
    control.closest('[part~=options]')
      ? readOptions(control, optionsFor(item, context))
      : read(control.closest('[data-key]')!, item, context.instrument.language),
  problem: (item, t, fault) => {
    const { min, max, decimals = 0 } = item;
    if (fault === 'one-of-its-units') return t('fhir.errorUnit');
    if (fault === 'within-its-decimals') return t('fhir.errorDecimals', { count: decimals });
    return decimal.problem!({ min, max } as never, t, fault);
  },
};
