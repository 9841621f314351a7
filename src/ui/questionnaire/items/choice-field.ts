import { nothing, render, type TemplateResult } from '../../lit/lit.ts';
import type { Item } from '../../../core/instrument/instrument.ts';
import { setAttributes, setText } from '../attributes.ts';
import { createFollowUps } from './follow-ups.ts';
import { itemText } from './item-text.ts';
import { idList, notesFor } from './item-notes.ts';
import { makeItemRoot } from './item-root.ts';
import type { MakeItem, Option } from './item-type-view.ts';
import { makeOptions, showChosen } from './option-list.ts';
import { optionsFor } from './options.ts';

/** The differences between item types with a list of options. */
interface ChoiceField<I> {
  /** Whether a person may choose several options. */
  isSeveral?(item: I): boolean;
  /** The layout of the options: `row`, `rating`, or '' for a list. */
  kind(item: I, options: readonly Option[]): string;
  /** The meaning of the two ends of the list, below it. */
  ends?(item: I, id: string): TemplateResult;
}

const patterns = new WeakMap<readonly Option[], Element>();

/**
 * A question with native radios or checkboxes. Questions with the same options are clones of one pattern, because a page may
 * have hundreds of them.
 */
export const makeChoice = <I extends Item>(field: ChoiceField<I>): MakeItem => (instance, id, context) => {
  const { key } = instance;
  const item = instance.item as I;
  const isSeveral = !!field.isSeveral?.(item);
  const ends = field.ends?.(item, id) as TemplateResult | undefined;
  let options = optionsFor(item, context);
  const root = patternOf(options, field, item).cloneNode(true) as HTMLElement;
  root.dataset.key = key;
  const followUps = createFollowUps(id);
  let nodes = nodesOf(root, id);
  showEnds(nodes, ends);
  let wasDescribedBy: string | undefined | null = null;

  return {
    root,
    show(instance, page) {
      const { context, errors } = page;
      const { t, readonly, required } = context;
      const nowOptions = optionsFor(item, context);
      if (nowOptions !== options) {
        options = nowOptions;
        root.replaceChildren(...patternOf(options, field, item).cloneNode(true).childNodes);
        nodes = nodesOf(root, id);
        showEnds(nodes, ends);
        wasDescribedBy = null;
      }
      const { fieldset, list, inputs, clear } = nodes;
      const isInvalid = errors.has(key);
      const { describedBy, template } = notesFor(instance, { page, id, isInvalid });
      root.classList.toggle('wrong', isInvalid);
      // Most items have no help and no error, so they have no element for notes.
      if (template !== nothing && !nodes.notes) {
        nodes.notes = document.createElement('div');
        list.before(nodes.notes);
      }
      if (nodes.notes) render(template, nodes.notes);
      if (fieldset) {
        // A group of checkboxes must not have these attributes.
        const ofRadios = (value: boolean): boolean | undefined => (isSeveral ? undefined : value);
        setAttributes(fieldset, {
          'aria-required': ofRadios(!!item.required || (required && !item.optional)),
          'aria-invalid': ofRadios(isInvalid),
          'aria-readonly': ofRadios(readonly),
        });
        setText(fieldset.firstElementChild!, itemText(instance, context));
        setText(clear!, t('clear'));
        setAttributes(clear!, { class: instance.answer ?? instance.rejected ? 'quiet' : 'quiet off' });
        if (readonly) clear!.remove();
        else if (!clear!.parentNode) fieldset.after(clear!);
      }
      if (describedBy !== wasDescribedBy) {
        wasDescribedBy = describedBy;
        // On the group, so that a screen reader reads an error once and not with each option.
        setAttributes(fieldset ?? inputs[0]!, { 'aria-describedby': idList(describedBy, ends && `${id}-ends`) });
      }
      if (isSeveral) for (const input of inputs) setAttributes(input, { 'aria-invalid': isInvalid || undefined });
      showChosen(inputs, instance, options);
      const below = followUps(instance, page);
      if (!below) return;
      (fieldset?.firstElementChild ?? list).id = `${id}-text`;
      if (below.parentNode !== root) root.append(below);
    },
  };
};

/** The elements of a question that are updated. */
interface Nodes {
  /** Undefined if there is one checkbox only: its label is the question. */
  fieldset: Element | undefined;
  clear: Element | undefined;
  list: Element;
  inputs: readonly HTMLInputElement[];
  notes?: HTMLElement;
}

let lists = 0;

function nodesOf(root: Element, id: string): Nodes {
  const [first, clear] = root.children;
  const fieldset = clear && first;
  const list = fieldset?.children[1] ?? first!;
  const inputs = [...list.querySelectorAll('input')];
  // A new name each time: in Chromium, Tab skips a blank group if a radio of the same name had the focus and was removed.
  const name = `${id}${++lists}`;
  for (const input of inputs) input.name = name;
  if (fieldset) {
    fieldset.id = id;
    setAttributes(clear, { 'aria-describedby': id });
  }
  return { fieldset, clear, list, inputs };
}

function showEnds({ list }: Nodes, ends: TemplateResult | undefined): void {
  if (!ends) return;
  const place = document.createElement('div');
  list.after(place);
  render(ends, place);
}

function patternOf<I extends Item>(options: readonly Option[], field: ChoiceField<I>, item: I): Element {
  const known = patterns.get(options);
  if (known) return known;
  const pattern = makePattern(options, !!field.isSeveral?.(item), field.kind(item, options));
  patterns.set(options, pattern);
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
