import { html, nothing } from '../../lit/lit.ts';
import type { SliderItem } from '../../../core/instrument/instrument.ts';
import type { Instance } from '../../../core/answering/snapshot.ts';
import { fieldStyles } from '../../styles/field.styles.ts';
import { sliderMessages } from '../../text/locales/en/items.ts';
import { plain, type Shown } from '../../text/messages.ts';
import { setAttributes } from '../attributes.ts';
import { answerWords } from './item-text.ts';
import { idList } from './item-notes.ts';
import { endsStyles, endsTemplate } from './ends.ts';
import type { ItemContext, ItemTypeView } from './item-type-view.ts';
import { sliderStyles } from './slider.styles.ts';
import { inputOf, makeTyped } from './typed-field.ts';

/**
 * The number in the middle, where the handle is until the person chooses. Rounded, because sums of decimal steps are not
 * exact.
 */
const restingValue = ({ min, max, step = 1 }: SliderItem): number =>
  +(min + Math.floor((max - min) / step / 2 + 1e-6) * step).toFixed(9);

/** The answer in words: the number, why the item was left out, or that it is not answered. */
function stateText({ item, answer }: Instance, context: ItemContext): Shown {
  if (answer?.state === 'answered') return answerWords(item, answer.values, context);
  return answer ? context.t(answer.state) : context.t('notAnswered');
}

export const slider: ItemTypeView<SliderItem> = {
  isPicked: true,
  messages: sliderMessages,
  styles: [fieldStyles, endsStyles, sliderStyles],
  read: ({ value }) => Number(value),
  make: makeTyped<SliderItem>((item, id) => {
    const { min, max, step = 1, unit } = item;
    const resting = restingValue(item);
    const control = inputOf({ type: 'range', min, max, step });
    control.value = `${resting}`;
    let hasAnswer = false;
    let isReadonly = false;
    let shown = control.value;
    let isPressed = false;

    // A person may mean the number at which the handle rests, so it must be possible to choose it without moving the handle.
    const choose = (): void => {
      if (hasAnswer || isReadonly) return;
      for (const type of ['input', 'change']) control.dispatchEvent(new Event(type, { bubbles: true }));
    };
    control.addEventListener('keydown', (event) => {
      if (hasAnswer || (event.key !== 'Enter' && event.key !== ' ')) return;
      event.preventDefault();
      choose();
    });
    // A click on the label also fires a click on the control. Only a click on the handle counts.
    control.addEventListener('pointerdown', () => {
      isPressed = true;
    });
    control.addEventListener('click', () => {
      if (isPressed) choose();
      isPressed = false;
    });
    for (const type of ['input', 'change']) {
      control.addEventListener(type, (event) => {
        if (isReadonly) {
          event.stopImmediatePropagation();
          control.value = shown;
        } else hasAnswer = true;
      });
    }
    const onChoose = (): void => {
      // The button is removed, so the focus must go to the control.
      control.focus();
      choose();
    };

    return {
      control,
      ends: endsTemplate(item, id),
      // Not every screen reader announces `aria-valuetext`.
      describedBy: ({ answer }) => idList(!answer && `${id}-value`, `${id}-ends`),
      put: (given) => {
        control.value = given || `${resting}`;
      },
      show: (instance, context) => {
        hasAnswer = instance.answer?.state === 'answered';
        isReadonly = context.readonly;
        shown = control.value;
        const state = stateText(instance, context);
        setAttributes(control, {
          class: hasAnswer ? '' : 'unset',
          'aria-valuetext': plain(state),
          lang: typeof state === 'string' ? undefined : state.lang,
          'aria-readonly': isReadonly,
          readonly: undefined,
        });
      },
      under: (instance, context) => {
        const { t, readonly } = context;
        const button =
          readonly ? nothing
          : instance.answer ? html`<button type="button" class="quiet" part="clear" data-do="clear" aria-describedby="${id}-text">${t('clear')}</button>`
          : html`<button type="button" part="choose" aria-describedby="${id}-text" @click=${onChoose}>${t('chooseValue', { value: unit ? `${resting} ${unit}` : resting })}</button>`;
        return html`<p part="value"><span id="${id}-value">${stateText(instance, context)}</span> ${button}</p>`;
      },
    };
  }),
};
