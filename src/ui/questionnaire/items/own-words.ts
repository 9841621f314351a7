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

export const ownWordsOf = (instance: Instance): OwnWords | undefined => givenValues(instance).find(isOwnWords);

/** The own words that a field shows. */
const shownWords = new WeakMap<Element, OwnWords>();

/** The own words in the field below a list. As long as nobody changes them, they keep their concept. */
export function wordsBelow(root: Element): OwnWords {
  const control = root.querySelector<HTMLInputElement>('.own input')!;
  const shown = shownWords.get(control);
  return shown?.words === control.value ? shown : { words: control.value };
}

/** `about` is the id of an element that has the question as its name. */
export function createOwnWords({ open }: ChoiceItem, id: string, about: string): OwnWordsField {
  const control = inputOf({ type: 'text', id: `${id}-words`, part: 'input', class: 'long', dir: 'auto', autocomplete: 'off', 'aria-describedby': `${about} ${id}-note` });
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
      const own = ownWordsOf(instance);
      const words = own?.words;
      if (own) shownWords.set(control, own);
      const { answer } = instance;
      const isFocused = (control.getRootNode() as ShadowRoot).activeElement === control;
      // The person who empties the field, or has just chosen it, has not taken the answer back.
      const isUndone = !answer && before?.answer && !isNew && !isFocused;
      const isAnother = context !== shownIn || isUndone;
      field.isOpen = words !== undefined || (isChosen && !isAnother && (answer?.state ?? 'answered') === 'answered');
      if (words === undefined ? isAnother : words !== control.value) control.value = words ?? '';
      isNew = false;
      before = instance;
      shownIn = context;
      setAttributes(control, { readonly: context.readonly ? '' : undefined });
      const { t } = context;
      return html`<div class="own" ?hidden=${!field.isOpen}>
        <label for="${id}-words">${typeof open === 'string' ? open : t('fhir.ownWords')}</label>
        ${control}
        <p class="help" id="${id}-note">${t('underText')}</p>
      </div>`;
    },
  };
  return field;
}

export const ownWordsStyles = css`
  .own {
    margin-block-start: calc(1.5 * var(--space));
  }
  .own label {
    display: block;
    margin-block-end: calc(0.5 * var(--space));
  }
`;
