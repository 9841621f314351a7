import { css, html, type TemplateResult } from '../../lit/lit.ts';
import type { Instance } from '../../../core/answering/snapshot.ts';
import type { ChoiceItem, OwnWords, Value } from '../../../core/instrument/instrument.ts';
import { isOwnWords } from '../../../core/item-types/object-value.ts';
import { setAttributes } from '../attributes.ts';
import type { ItemContext } from './item-type-view.ts';
import { inputOf } from './typed-field.ts';

/** The field for an answer in own words, below a list that has an entry for it. */
export interface OwnWordsField {
  control: HTMLInputElement;
  /** The field is shown: the person has chosen that entry. They may not have written anything yet. */
  isOpen: boolean;
  /** The person has just chosen the entry. */
  choose(): void;
  /** Shows the own words of an answer. `isChosen`: the entry is chosen in the list. */
  show(instance: Instance, context: ItemContext, isChosen: boolean): TemplateResult;
}

/** What the person gave: the values of the answer, else those that are not valid. */
export const givenValues = ({ answer, rejected }: Instance): readonly Value[] =>
  rejected?.given ?? (answer?.state === 'answered' ? answer.values : []);

/** The own words that a field shows. */
const shownWords = new WeakMap<Element, OwnWords>();

/** The own words in the field below a list. As long as nobody changes them, they keep their concept. */
export function wordsBelow(root: Element): OwnWords {
  const control = root.querySelector<HTMLInputElement>('.own input')!;
  const shown = shownWords.get(control);
  return shown?.words === control.value ? shown : { words: control.value };
}

/** The own words behind a checkbox below the field. */
const behind = new WeakMap<HTMLInputElement, OwnWords>();

/** The other answers in own words, below the field, that are still chosen. */
export const furtherWords = (root: Element): OwnWords[] =>
  [...root.querySelectorAll<HTMLInputElement>('.own [part~=options] input:checked')].flatMap((input) => behind.get(input) ?? []);

/**
 * A checkbox for each answer in own words that has no room in the field. A record from elsewhere can have several. One that the
 * person takes away stays in the list, so that they can take it back.
 */
function showFurther(box: HTMLElement, further: readonly OwnWords[], chosen: readonly OwnWords[]): void {
  const list = box.firstElementChild!;
  const inputs = [...list.querySelectorAll('input')];
  if (further.some((own, i) => behind.get(inputs[i]!) !== own) || inputs.length !== further.length) {
    list.replaceChildren(...further.map((own) => {
      const label = document.createElement('label');
      const input = document.createElement('input');
      const text = document.createElement('bdi');
      setAttributes(label, { part: 'option' });
      input.type = 'checkbox';
      text.textContent = own.words;
      behind.set(input, own);
      label.append(input, text);
      return label;
    }));
  }
  for (const input of list.querySelectorAll('input')) {
    input.checked = chosen.some((one) => isSame(one, behind.get(input)!));
    input.parentElement!.className = input.checked ? 'chosen' : '';
  }
  box.hidden = !further.length;
}

const isSame = (one: OwnWords, other: OwnWords): boolean => one.words === other.words;

/** `about` is the id of an element that has the question as its name. */
export function createOwnWords({ open }: ChoiceItem, id: string, about: string): OwnWordsField {
  const control = inputOf({ type: 'text', id: `${id}-words`, part: 'input', class: 'long', dir: 'auto', autocomplete: 'off', 'aria-describedby': `${about} ${id}-note` });
  const box = document.createElement('div');
  setAttributes(box, { class: 'options', part: 'options', role: 'group', 'aria-labelledby': about });
  box.append(document.createElement('div'));
  let further: readonly OwnWords[] = [];
  let isNew = false;
  let before: Instance | undefined;
  let shownIn: ItemContext | undefined;
  const field: OwnWordsField = {
    control,
    isOpen: false,
    choose: () => {
      isNew = true;
    },
    show(instance, context, isChosen) {
      const { answer } = instance;
      const { activeElement } = control.getRootNode() as ShadowRoot;
      const isFocused = activeElement === control || box.contains(activeElement);
      // The person who empties the field, takes away own words or has just chosen them has not taken the answer back.
      const isUndone = !answer && before?.answer && !isNew && !isFocused;
      const isAnother = context !== shownIn || isUndone;
      const all = givenValues(instance).filter(isOwnWords);
      if (isAnother) further = [];
      const others = all.filter((one) => !further.some((known) => isSame(known, one)));
      const [own] = others;
      const words = own?.words;
      if (own) shownWords.set(control, own);
      further = [...further, ...others.slice(1)];
      showFurther(box, further, all);
      field.isOpen = words !== undefined || (isChosen && !isAnother && (answer?.state ?? 'answered') === 'answered');
      if (words === undefined ? isAnother : words !== control.value) control.value = words ?? '';
      isNew = false;
      before = instance;
      shownIn = context;
      setAttributes(control, { readonly: context.readonly ? '' : undefined });
      const { t } = context;
      return html`<div class="own">
        <div ?hidden=${!field.isOpen}>
          <label for="${id}-words">${typeof open === 'string' ? open : t('fhir.ownWords')}</label>
          ${control}
          <p class="help" id="${id}-note">${t('underText')}</p>
        </div>
        ${box}
      </div>`;
    },
  };
  return field;
}

export const ownWordsStyles = css`
  .own {
    margin-block-start: calc(1.5 * var(--space));
  }
  .own [for] {
    display: block;
    margin-block-end: calc(0.5 * var(--space));
  }
  .own .options {
    margin-block-start: var(--space);
  }
`;
