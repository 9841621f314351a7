import { nothing, render } from 'lit';
import type { Item } from '../../core/instrument.ts';
import { setAttributes, setText } from './attributes.ts';
import { createFollow } from './follow.ts';
import { itemText } from './item-context.ts';
import type { MakeItem } from './item-list.ts';
import { makeItemRoot } from './item-root.ts';
import { notesFor } from './item-notes.ts';
import { makeOptions, showChosen } from './option-list.ts';
import { isSeveral, optionsFor, type Option } from './options.ts';

const patterns = new WeakMap<readonly Option[], Element>();

/**
 * A question with native radios or checkboxes. Questions that share their options are cloned whole from one pattern:
 * hundreds of them may stand on a page, and what they have in common is made once.
 */
export const makeChoice: MakeItem = (instance, id, context) => {
  const { item, key } = instance;
  let options = optionsFor(item, context);
  const root = patternOf(item, options).cloneNode(true) as HTMLElement;
  root.dataset.key = key;
  const follow = createFollow(id);
  let parts = partsOf(root, id);
  let wasDescribedBy: string | undefined | null = null;

  return {
    root,
    show(instance, context, errors) {
      const { words, readonly, required } = context;
      const nowOptions = optionsFor(item, context);
      if (nowOptions !== options) {
        options = nowOptions;
        root.replaceChildren(...patternOf(item, options).cloneNode(true).childNodes);
        parts = partsOf(root, id);
        wasDescribedBy = null;
      }
      const { fieldset, list, inputs, clear } = parts;
      const { isInvalid, describedBy, template } = notesFor(instance, words, errors, id);
      // Most lines have neither help nor an error, and then nothing is rendered for them.
      if (template !== nothing && !parts.notes) list.before((parts.notes = document.createElement('div')));
      if (parts.notes) render(template, parts.notes);
      if (fieldset) {
        const ofRadios = (is: boolean): boolean | undefined => (isSeveral(item) ? undefined : is);
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
          const ends = item.type === 'rating' && `${id}-ends`;
          setAttributes(fieldset, { 'aria-describedby': [describedBy, ends].filter(Boolean).join(' ') || undefined });
        }
      }
      if (isSeveral(item)) for (const input of inputs) setAttributes(input, { 'aria-invalid': isInvalid || undefined });
      showChosen(inputs, instance, options);
      const below = follow(instance, context, errors);
      if (!below) return;
      (fieldset?.firstElementChild ?? list).id = `${id}-text`;
      if (below.parentNode !== root) root.append(below);
    },
  };
};

/** What changes in a question once it stands. */
interface Parts {
  /** A list of one has none: it is a box to tick, beside the item that it belongs to, with no question over it. */
  fieldset: Element | undefined;
  clear: Element | undefined;
  list: Element;
  inputs: readonly HTMLInputElement[];
  notes?: HTMLElement;
}

function partsOf(root: Element, id: string): Parts {
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

function patternOf(item: Item, options: readonly Option[]): Element {
  let pattern = patterns.get(options);
  if (!pattern) patterns.set(options, (pattern = makePattern(item, options)));
  return pattern;
}

function makePattern(item: Item, options: readonly Option[]): Element {
  const pattern = makeItemRoot();
  const several = isSeveral(item);
  if (several && options.length < 2) {
    pattern.append(makeOptions(options, 'checkbox', 'tick'));
    return pattern;
  }
  const fieldset = document.createElement('fieldset');
  const legend = document.createElement('legend');
  const clear = document.createElement('button');
  const none = several ? undefined : false;
  setAttributes(fieldset, {
    role: several ? 'group' : 'radiogroup',
    'aria-required': none,
    'aria-invalid': none,
    'aria-readonly': none,
  });
  setAttributes(legend, { part: 'legend' });
  setAttributes(clear, { type: 'button', class: 'quiet off', part: 'clear', 'data-do': 'clear' });
  // What runs from low to high stands in a row; an item's own options have no order.
  const kind = item.type === 'rating' ? 'rating' : options.length < 9 && !several && !('choices' in item) ? 'row' : '';
  fieldset.append(legend, makeOptions(options, several ? 'checkbox' : 'radio', kind));
  pattern.append(fieldset, clear);
  return pattern;
}
