import { html, noChange, nothing, type TemplateResult } from 'lit';
import { Directive, directive, type ChildPart } from 'lit/directive.js';
import { getCommittedValue, setChildPartValue } from 'lit/directive-helpers.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Instrument, Item } from '../../core/instrument.ts';
import type { Instance } from '../../core/session.ts';
import { fill } from '../../core/fill.ts';
import type { Words } from '../words.ts';
import { button } from './button.ts';
import { heading } from './heading.ts';
import { optionList } from './option-list.ts';
import { isTyped, optionsOf, type LeaveOut, type Option } from './options.ts';
import { problemText } from './problem-text.ts';

/** What the templates need to know beside the instances. It keeps its identity while nothing in it changes. */
export interface ItemContext extends LeaveOut {
  instrument: Instrument;
  words: Words;
  /** Unique in the document. */
  uid: string;
  /** Heading level of groups. */
  level: number;
  readonly: boolean;
  options: Map<Item, Option[]>;
  optionSets: Map<string, Option[]>;
  /** What other items of the same repetition hold, for `{item-id}` in a text. */
  answersAt: (at: readonly number[]) => Record<string, string>;
  /** What stands under a group's heading. */
  groupNote: (instance: Instance) => unknown;
  /** What stands over the field of an item that is written. */
  fieldNote: (instance: Instance) => unknown;
}

class Items extends Directive {
  #before: readonly Instance[] = [];
  #context: ItemContext | undefined;
  #errors: ReadonlySet<string> = new Set();

  render(instances: readonly Instance[], context: ItemContext, errors: ReadonlySet<string>): unknown {
    // By key: a line that comes in above others must not take over their radios, their text or their focus.
    return repeat(instances, keyOf, (instance, i) => template(instance, instances[i + 1], context, errors));
  }

  override update(part: ChildPart, [instances, context, errors]: Parameters<this['render']>): unknown {
    const [before, old] = [this.#before, this.#errors];
    const isSameList = context === this.#context && areSameItems(instances, before);
    this.#before = instances;
    this.#context = context;
    this.#errors = errors;
    if (!isSameList) return this.render(instances, context, errors);
    // Mostly one answer changed: its part is set alone, however many there are.
    const parts = getCommittedValue(part) as ChildPart[];
    instances.forEach((instance, i) => {
      const hasNewErrors = errors !== old && (instance.children.length > 0 || errors.has(instance.key) !== old.has(instance.key));
      if (instance === before[i] && !hasNewErrors) return;
      setChildPartValue(parts[i]!, template(instance, instances[i + 1], context, errors));
    });
    return noChange;
  }
}

function template(
  instance: Instance,
  next: Instance | undefined,
  context: ItemContext,
  errors: ReadonlySet<string>,
): TemplateResult {
  return instance.item.type === 'group'
    ? groupTemplate(instance, context, errors, next?.item !== instance.item)
    : itemTemplate(instance, context, errors);
}

const keyOf = ({ key }: Instance): string => key;

function areSameItems(now: readonly Instance[], before: readonly Instance[]): boolean {
  return now.length === before.length && now.every((instance, i) => instance === before[i] || instance.key === before[i]!.key);
}

/** Items in order; each is rendered again only when its own instance, its error or the context changed. */
export const itemsTemplate = directive(Items);

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
      ${item.text ? heading(level, item.text, 'group-title', id) : nothing} ${helpTemplate(item, id)}
      ${context.groupNote(instance)} ${itemsTemplate(children, context, errors)}
      ${canRemove && !context.readonly ? button('remove', words.remove, 'quiet') : nothing}
    </div>
    ${isLast && canAdd && !context.readonly
      ? html`<div data-key=${key}>${button('add', item.repeats?.add ?? words.add, 'quiet')}</div>`
      : nothing}`;
}

function itemTemplate(instance: Instance, context: ItemContext, errors: ReadonlySet<string>): TemplateResult {
  const { item, key, children } = instance;
  const id = context.uid + key;
  const text = itemText(instance, context);
  if (item.type === 'display') {
    return html`<div class="item" part="display"><p><strong>${text}</strong></p>${helpTemplate(item, id)}</div>`;
  }
  const error = errors.has(key) ? problemText(instance, context.words) : undefined;
  const describedBy = [error && `${id}-error`, item.help && `${id}-help`].filter(Boolean).join(' ');
  const options = optionsFor(item, context);
  const control: Control = {
    instance,
    context,
    id,
    text,
    describedBy,
    isInvalid: !!error,
    isRequired: !!item.required || (context.required && !item.optional),
    notes:
      error || item.help
        ? html`${helpTemplate(item, id)}
          ${error ? html`<p class="error" part="error" id="${id}-error">${error}</p>` : nothing}`
        : nothing,
  };
  const follow = children.length
    ? html`<div class="follow" role="group" aria-labelledby="${id}-text">${itemsTemplate(children, context, errors)}</div>`
    : nothing;
  return isTyped(item) ? typed(control, options, follow) : choice(control, options, follow);
}

/** The words of an item, with what other items of the same repetition hold in the places named for them. */
export const itemText = ({ item, at }: Instance, context: ItemContext): string =>
  item.text.includes('{') ? fill(item.text, context.answersAt(at)) : item.text;

interface Control {
  instance: Instance;
  context: ItemContext;
  id: string;
  text: string;
  /** The ids of the error and the help, the error first. */
  describedBy: string;
  isInvalid: boolean;
  isRequired: boolean;
  /** The help and the error. */
  notes: unknown;
}

/** The id of the words that name the items which belong to this one. */
const textId = ({ children }: Instance, id: string): unknown => (children.length ? `${id}-text` : nothing);

const helpTemplate = (item: Item, id: string): unknown =>
  item.help ? html`<p class="help" part="help" id="${id}-help">${item.help}</p>` : nothing;

function choice(control: Control, options: Option[], follow: unknown): TemplateResult {
  const { instance, context, id, text, describedBy, isInvalid, isRequired, notes } = control;
  const { item, key, answer } = instance;
  const several = item.type === 'choice' && item.multiple;
  // A list of one needs no question over it: it is a box to tick, beside the item that it belongs to.
  const isTick = several && options.length < 2;
  // What runs from low to high stands in a row; an item's own options have no order.
  const kind = item.type === 'rating' ? 'rating' : options.length < 9 && !several && !('choices' in item) ? 'row' : '';
  const type = several ? 'checkbox' : 'radio';
  const list = optionList({ instance, options, type, name: id, describedBy });
  if (isTick) {
    return html`<div class="item" part="item" data-key=${key}>
      ${notes}
      <div id=${textId(instance, id)} class="options tick" part="options" ${list}></div>
      ${follow}
    </div>`;
  }
  const ofRadios = (value: boolean): unknown => (several ? nothing : value);
  return html`<div class="item" part="item" data-key=${key}>
    <fieldset
      id=${id}
      role=${several ? 'group' : 'radiogroup'}
      aria-required=${ofRadios(isRequired)}
      aria-invalid=${ofRadios(isInvalid)}
      aria-readonly=${ofRadios(context.readonly)}
      aria-describedby=${describedBy || nothing}
    >
      <legend part="legend" id=${textId(instance, id)}>${text}</legend>
      ${notes}
      ${item.type === 'rating'
        ? html`<p class="ends" part="ends">
            <span>${item.min} = ${item.minText}</span> <span>${item.max} = ${item.maxText}</span>
          </p>`
        : nothing}
      <div class="options ${kind}" part="options" ${list}></div>
    </fieldset>
    ${context.readonly
      ? nothing
      : html`<button type="button" class=${answer ? 'quiet' : 'quiet off'} part="clear" data-do="clear" aria-describedby=${id}>
          ${context.words.clear}
        </button>`}
    ${follow}
  </div>`;
}

function typed(control: Control, options: Option[], follow: unknown): TemplateResult {
  const { instance, context, id, text, describedBy, isInvalid, isRequired, notes } = control;
  const { item, key, answer, rejected } = instance;
  const { words, readonly } = context;
  const value = String((rejected?.given ?? (answer?.state === 'answered' ? answer.values : []))[0] ?? '');
  const isText = item.type === 'text';
  const describedByAll = `${describedBy} ${isText ? `${id}-note` : ''}`.trim() || nothing;
  return html`<div class="item" part="item" data-key=${key}>
    <label part="legend" id="${id}-text" for=${id}>${text}</label>
    ${notes} ${context.fieldNote(instance)}
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
    ${options.length
      ? html`<div
          class="options tick"
          part="options"
          ${optionList({ instance, options, type: 'checkbox', name: `${id}-out`, describedBy: `${id}-text` })}
        ></div>`
      : nothing}
    ${follow}
  </div>`;
}

/** One list for all items with the same options, so that their radios share one pattern. */
export function optionsFor(item: Item, context: ItemContext): Option[] {
  let options = context.options.get(item);
  if (!options) {
    options = optionsOf(item, context.instrument, context.words, context);
    const signature = JSON.stringify(options);
    options = context.optionSets.get(signature) ?? options;
    context.optionSets.set(signature, options);
    context.options.set(item, options);
  }
  return options;
}
