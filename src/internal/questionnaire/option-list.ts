import { noChange } from 'lit';
import { Directive, directive, type ElementPart, type PartInfo } from 'lit/directive.js';
import type { Instance } from '../../core/session.ts';
import { isChosen, type Option } from './options.ts';

/** What one list of native radios or checkboxes shows. */
export interface OptionList {
  instance: Instance;
  options: readonly Option[];
  type: 'radio' | 'checkbox';
  /** Unique in the document: engines have leaked radio groups across shadow roots. */
  name: string;
  describedBy: string;
}

const patterns = new WeakMap<readonly Option[], DocumentFragment>();

/**
 * Native radios or checkboxes for an item, cloned from one pattern for all items that share their options: at 1,000
 * items a template part for each radio would cost more memory than the radios themselves.
 * A radio carries no value, only its place: what a page script finds on it tells nothing.
 */
class OptionListDirective extends Directive {
  #inputs: HTMLInputElement[] = [];
  #options: readonly Option[] | undefined;

  constructor(part: PartInfo) {
    super(part);
  }

  render(_list: OptionList): unknown {
    return noChange;
  }

  override update(part: ElementPart, [list]: [OptionList]): unknown {
    const { instance, options, describedBy } = list;
    if (options !== this.#options) this.#build(part.element, list);
    this.#inputs.forEach((input, i) => {
      const chosen = isChosen(instance, options[i]!);
      if (input.checked !== chosen) input.checked = chosen;
      // A class, as `:has(:checked)` has the engine look around at every answer.
      input.parentElement!.classList.toggle('chosen', chosen);
      if (describedBy) input.setAttribute('aria-describedby', describedBy);
      else input.removeAttribute('aria-describedby');
    });
    return noChange;
  }

  #build(element: Element, { options, type, name }: OptionList): void {
    this.#options = options;
    let pattern = patterns.get(options);
    if (!pattern) patterns.set(options, (pattern = makePattern(options, type)));
    element.replaceChildren(); // an item may come to offer another list
    element.append(pattern.cloneNode(true));
    this.#inputs = [...element.querySelectorAll('input')];
    for (const input of this.#inputs) input.name = name;
  }
}

/** The answers stand in a list, the reasons to leave the item out after it. */
function makePattern(options: readonly Option[], type: string): DocumentFragment {
  const pattern = document.createDocumentFragment();
  const list = document.createElement('div');
  pattern.append(list);
  for (const { text, absent } of options) {
    const label = document.createElement('label');
    label.setAttribute('part', absent ? 'leave-out' : 'option');
    const input = document.createElement('input');
    input.type = type;
    label.append(input, text);
    (absent ? pattern : list).append(label);
  }
  list.className = `n${list.childElementCount}`;
  return pattern;
}

/** Keeps the radios or checkboxes inside an element in step with an instance. */
export const optionList = directive(OptionListDirective);
