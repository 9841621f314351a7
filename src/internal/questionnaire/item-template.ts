import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { Instrument, Item } from '../../core/instrument.ts';
import type { Instance } from '../../core/session.ts';
import { fill } from '../../core/fill.ts';
import type { Words } from '../words.ts';
import { heading } from './heading.ts';
import { optionList } from './option-list.ts';
import { optionsOf, type Option } from './options.ts';
import { problemText } from './problem-text.ts';

/** What the templates need to know beside the instances. It keeps its identity while nothing in it changes. */
export interface ItemContext {
  instrument: Instrument;
  words: Words;
  /** Unique in the document. */
  uid: string;
  /** Heading level of groups. */
  level: number;
  required: boolean;
  readonly: boolean;
  /** Each item offers "skip". */
  skippable: boolean;
  options: Map<Item, Option[]>;
  optionSets: Map<string, Option[]>;
  /** What other items of the same repetition hold, for `{item-id}` in a text. */
  answersAt: (at: readonly number[]) => Record<string, string>;
  /** What stands under a group's heading. */
  groupNote: (instance: Instance) => unknown;
}

/** Items in order; each is rendered again only when its own instance, its error or the context changed. */
export function itemsTemplate(
  instances: readonly Instance[],
  context: ItemContext,
  errors: ReadonlySet<string>,
): unknown[] {
  return instances.map((instance, i) =>
    instance.item.type === 'group'
      ? groupTemplate(instance, context, errors, instances[i + 1]?.item !== instance.item)
      : guard([instance, context, errors.has(instance.key), childErrors(instance, errors)], () =>
          itemTemplate(instance, context, errors),
        ),
  );
}

const childErrors = ({ children }: Instance, errors: ReadonlySet<string>): unknown =>
  errors.size && children.length ? errors : 0;

function groupTemplate(
  instance: Instance,
  context: ItemContext,
  errors: ReadonlySet<string>,
  isLast: boolean,
): TemplateResult {
  const { item, key, children, canAdd, canRemove } = instance;
  if (item.type !== 'group') return html``;
  const { words, uid, level } = context;
  const id = `${uid}${key}`;
  return html`<div class="group" part="group" role="group" aria-labelledby=${item.text ? id : nothing} data-key=${key}>
      ${item.text ? heading(level, item.text, 'group-title', id) : nothing} ${item.help ? html`<p>${item.help}</p>` : nothing}
      ${context.groupNote(instance)} ${itemsTemplate(children, context, errors)}
      ${canRemove
        ? html`<button type="button" class="quiet" part="remove" data-do="remove">${words.remove}</button>`
        : nothing}
    </div>
    ${isLast && canAdd
      ? html`<button type="button" class="quiet" part="add" data-do="add" data-key=${key}>
          ${item.repeats?.add ?? words.add}
        </button>`
      : nothing}`;
}

function itemTemplate(instance: Instance, context: ItemContext, errors: ReadonlySet<string>): TemplateResult {
  const { item, key, children } = instance;
  const { uid } = context;
  const id = `${uid}${key}`;
  const text = item.text.includes('{') ? fill(item.text, context.answersAt(instance.at)) : item.text;
  if (item.type === 'display') {
    return html`<div class="item" part="display"><p><strong>${text}</strong></p>${helpTemplate(item, id)}</div>`;
  }
  const error = errors.has(key) ? problemText(instance, context.words) : undefined;
  const describedBy = [error && `${id}-error`, item.help && `${id}-help`].filter(Boolean).join(' ');
  const errorTemplate = error ? html`<p class="error" part="error" id="${id}-error">${error}</p>` : nothing;
  const control = { instance, context, id, text, describedBy, errorTemplate };
  const options = optionsFor(item, context);
  return html`<div class="item" part="item" data-key=${key}>
    ${!options.length ? typed(control) : isTick(item) ? tick(control, options) : choice(control, options)}
    ${children.length ? html`<div class="follow">${itemsTemplate(children, context, errors)}</div>` : nothing}
  </div>`;
}

interface Control {
  instance: Instance;
  context: ItemContext;
  id: string;
  text: string;
  describedBy: string;
  errorTemplate: unknown;
}

const helpTemplate = (item: Item, id: string): unknown =>
  item.help ? html`<p class="help" part="help" id="${id}-help">${item.help}</p>` : nothing;

/** A list of one option needs no question over it: a box to tick, beside the item that it belongs to. */
const isTick = (item: Item): boolean => item.type === 'choice' && !!item.multiple && item.choices?.length === 1;

function tick({ instance, context, id, describedBy }: Control, options: Option[]): TemplateResult {
  const list = { instance, options, type: 'checkbox' as const, name: id, describedBy };
  return html`<div class="tick ${context.readonly ? 'readonly' : ''}" part="options" ${optionList(list)}></div>`;
}

function choice({ instance, context, id, text, describedBy, errorTemplate }: Control, options: Option[]): TemplateResult {
  const { item, answer } = instance;
  const several = item.type === 'choice' && item.multiple;
  const list = { instance, options, type: several ? ('checkbox' as const) : ('radio' as const), name: id, describedBy };
  return html`<fieldset
      id=${id}
      role=${several ? 'group' : 'radiogroup'}
      aria-required=${!several && isRequired(item, context) ? 'true' : nothing}
      aria-invalid=${!several && errorTemplate !== nothing ? 'true' : nothing}
      aria-readonly=${!several && context.readonly ? 'true' : nothing}
      aria-describedby=${describedBy || nothing}
    >
      <legend part="legend">${text}</legend>
      ${helpTemplate(item, id)} ${errorTemplate}
      ${item.type === 'rating'
        ? html`<p class="ends" part="ends"><span>${item.min} = ${item.minText}</span> <span>${item.max} = ${item.maxText}</span></p>`
        : nothing}
      <div class="options ${item.type} n${options.length - absentCount(options)}" part="options" ${optionList(list)}></div>
    </fieldset>
    ${answer && !context.readonly
      ? html`<button type="button" class="clear quiet" part="clear" data-do="clear" aria-describedby=${id}>
          ${context.words.clear}
        </button>`
      : nothing}`;
}

const absentCount = (options: Option[]): number => options.filter((option) => option.absent).length;

function typed({ instance, context, id, text, describedBy, errorTemplate }: Control): TemplateResult {
  const { item } = instance;
  const { words, readonly } = context;
  const note = item.type === 'text' ? `${id}-note` : '';
  const described = [describedBy, note].filter(Boolean).join(' ') || nothing;
  const invalid = errorTemplate !== nothing ? 'true' : nothing;
  const required = isRequired(item, context) ? 'true' : nothing;
  const value = shownValue(instance);
  return html`<label part="legend" for=${id}>${text}</label> ${helpTemplate(item, id)} ${errorTemplate}
    ${item.type === 'text' && !item.line
      ? html`<textarea
          part="input"
          id=${id}
          rows="3"
          autocomplete="off"
          aria-required=${required}
          aria-invalid=${invalid}
          aria-describedby=${described}
          ?readonly=${readonly}
          .value=${value}
        ></textarea>`
      : html`<input
          part="input"
          id=${id}
          type=${item.type === 'date' ? 'date' : 'text'}
          inputmode=${item.type === 'integer' ? 'numeric' : item.type === 'decimal' ? 'decimal' : nothing}
          autocomplete="off"
          aria-required=${required}
          aria-invalid=${invalid}
          aria-describedby=${described}
          ?readonly=${readonly}
          .value=${value}
        />`}
    ${note
      ? html`<p class="help" id=${note}>
          ${words.underText} ${item.type === 'text' && item.maxLength ? fill(words.atMost, { max: item.maxLength }) : nothing}
        </p>`
      : nothing}`;
}

const isRequired = (item: Item, context: ItemContext): boolean =>
  !!item.required || (context.required && !item.optional);

function shownValue({ answer, rejected }: Instance): string {
  const values = rejected?.given ?? (answer?.state === 'answered' ? answer.values : []);
  return String(values[0] ?? '');
}

/** One list for all items with the same options, so that their radios share one pattern. */
export function optionsFor(item: Item, context: ItemContext): Option[] {
  let options = context.options.get(item);
  if (!options) {
    options = optionsOf(item, context.instrument, context.words, context.skippable);
    const signature = JSON.stringify(options);
    options = context.optionSets.get(signature) ?? options;
    context.optionSets.set(signature, options);
    context.options.set(item, options);
  }
  return options;
}
