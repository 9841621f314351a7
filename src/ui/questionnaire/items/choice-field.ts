import { nothing, render } from 'lit';
import type { Item } from '../../../core/instrument/instrument.ts';
import { setAttributes, setText } from '../attributes.ts';
import { createFollow } from './follow.ts';
import { itemText } from './item-text.ts';
import { idList, notesFor } from './item-notes.ts';
import { makeItemRoot } from './item-root.ts';
import type { MakeItem, Option } from './item-type-view.ts';
import { makeOptions, showChosen } from './option-list.ts';
import { optionsFor } from './options.ts';

/** What differs between types of items whose answers are picked from a list. */
interface ChoiceField<I> {
  /** Whether any number of options may be chosen. */
  isSeveral?(item: I): boolean;
  /** How the options stand: in a `row`, as a `rating`, or else as a list. */
  kind(item: I, count: number): string;
  /** What the two ends of the list mean. */
  ends?(item: I, id: string): unknown;
}

const patterns = new WeakMap<readonly Option[], Element>();

/**
 * A question with native radios or checkboxes. Questions that share their options are cloned whole from one pattern:
 * hundreds of them may stand on a page, and what they have in common is made once.
 */
export const makeChoice = <I extends Item>(field: ChoiceField<I>): MakeItem => (instance, id, context) => {
  const { key } = instance;
  const item = instance.item as I;
  const isSeveral = !!field.isSeveral?.(item);
  const pattern = (): Element => patternOf(options, isSeveral, field.kind(item, options.length));
  const ends = field.ends?.(item, id);
  let options = optionsFor(item, context);
  const root = pattern().cloneNode(true) as HTMLElement;
  root.dataset.key = key;
  const follow = createFollow(id);
  let nodes = nodesOf(root, id);
  let wasDescribedBy: string | undefined | null = null;

  return {
    root,
    show(instance, context, errors) {
      const { words, readonly, required } = context;
      const nowOptions = optionsFor(item, context);
      if (nowOptions !== options) {
        options = nowOptions;
        root.replaceChildren(...pattern().cloneNode(true).childNodes);
        nodes = nodesOf(root, id);
        wasDescribedBy = null;
      }
      const { fieldset, list, inputs, clear } = nodes;
      const isInvalid = errors.has(key);
      const { describedBy, template } = notesFor(instance, { context, id, isInvalid, ends });
      // Most lines have neither help nor an error, and then nothing is rendered for them.
      if (template !== nothing && !nodes.notes) list.before((nodes.notes = document.createElement('div')));
      if (nodes.notes) render(template, nodes.notes);
      if (fieldset) {
        const ofRadios = (is: boolean): boolean | undefined => (isSeveral ? undefined : is);
        setAttributes(fieldset, {
          'aria-required': ofRadios(!!item.required || (required && !item.optional)),
          'aria-invalid': ofRadios(isInvalid),
          'aria-readonly': ofRadios(readonly),
        });
        setText(fieldset.firstElementChild!, itemText(instance, context));
        setText(clear!, words.clear);
        setAttributes(clear!, { class: instance.answer ? 'quiet' : 'quiet off' });
        if (readonly) clear!.remove();
        else if (!clear!.parentNode) fieldset.after(clear!);
      }
      if (describedBy !== wasDescribedBy) {
        wasDescribedBy = describedBy;
        for (const input of inputs) setAttributes(input, { 'aria-describedby': describedBy });
        if (fieldset) {
          setAttributes(fieldset, { 'aria-describedby': idList(describedBy, ends && `${id}-ends`) });
        }
      }
      if (isSeveral) for (const input of inputs) setAttributes(input, { 'aria-invalid': isInvalid || undefined });
      showChosen(inputs, instance, options);
      const below = follow(instance, context, errors);
      if (!below) return;
      (fieldset?.firstElementChild ?? list).id = `${id}-text`;
      if (below.parentNode !== root) root.append(below);
    },
  };
};

/** What changes in a question once it stands. */
interface Nodes {
  /** A list of one has none: it is a box to tick, beside the item that it belongs to, with no question over it. */
  fieldset: Element | undefined;
  clear: Element | undefined;
  list: Element;
  inputs: readonly HTMLInputElement[];
  notes?: HTMLElement;
}

function nodesOf(root: Element, id: string): Nodes {
  const [first, clear] = root.children;
  const fieldset = clear && first;
  const list = fieldset?.lastElementChild ?? first!;
  const inputs = [...list.querySelectorAll('input')];
  for (const input of inputs) input.name = id;
  if (fieldset) {
    fieldset.id = id;
    setAttributes(clear, { 'aria-describedby': id });
  }
  return { fieldset, clear, list, inputs };
}

function patternOf(options: readonly Option[], isSeveral: boolean, kind: string): Element {
  let pattern = patterns.get(options);
  if (!pattern) patterns.set(options, (pattern = makePattern(options, isSeveral, kind)));
  return pattern;
}

function makePattern(options: readonly Option[], isSeveral: boolean, kind: string): Element {
  const pattern = makeItemRoot();
  if (isSeveral && options.length < 2) {
    pattern.append(makeOptions(options, 'checkbox', 'tick'));
    return pattern;
  }
  const fieldset = document.createElement('fieldset');
  const legend = document.createElement('legend');
  const clear = document.createElement('button');
  const none = isSeveral ? undefined : false;
  setAttributes(fieldset, {
    role: isSeveral ? 'group' : 'radiogroup',
    'aria-required': none,
    'aria-invalid': none,
    'aria-readonly': none,
  });
  setAttributes(legend, { part: 'legend', tabindex: -1 });
  setAttributes(clear, { type: 'button', class: 'quiet off', part: 'clear', 'data-do': 'clear' });
  fieldset.append(legend, makeOptions(options, isSeveral ? 'checkbox' : 'radio', kind));
  pattern.append(fieldset, clear);
  return pattern;
}
