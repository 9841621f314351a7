import { css, html, nothing } from '../../lit/lit.ts';
import type { DateTimeItem } from '../../../core/instrument/instrument.ts';
import type { Instance } from '../../../core/answering/snapshot.ts';
import { fieldStyles } from '../../styles/field.styles.ts';
import { fhir } from '../../text/locales/en/fhir.ts';
import type { Control, ItemTypeView } from './item-type-view.ts';
import { clockHere, clockOf, isClear, momentAt, momentWords, zoneName } from './moment.ts';
import { inputOf, makeTyped } from './typed-field.ts';

/** The answer that a field was given, and the text that it shows for it. While the text is the same, so is the answer. */
const shownIn = new WeakMap<Control, { moment: string; text: string }>();

export const dateTime: ItemTypeView<DateTimeItem> = {
  commitsLate: true,
  isSegmented: true,
  messages: { fhir },
  styles: [fieldStyles, css`
    input[type='datetime-local'][part='input'] {
      max-inline-size: 18em;
    }
  `],
  make: makeTyped<DateTimeItem>(({ min, max }, id) => {
    const control = inputOf({ type: 'datetime-local', min: min && clockHere(min), max: max && clockHere(max) });
    const zoneOf = ({ answer }: Instance, lang: string): string => {
      const [moment] = answer?.state === 'answered' ? answer.values : [];
      return moment && !isClear(String(moment)) ? zoneName(String(moment), lang) : '';
    };
    return {
      control,
      put: (moment) => {
        control.value = clockOf(moment);
        shownIn.set(control, { moment, text: control.value });
      },
      describedBy: () => `${id}-zone`,
      under: (instance, { t }) => {
        const zone = zoneOf(instance, t.lang);
        return html`<p class="help" id="${id}-zone">${zone ? t('fhir.zone', { zone }) : nothing}</p>`;
      },
    };
  }),
  read: (control) => {
    const shown = shownIn.get(control);
    return shown?.text === control.value ? shown.moment : momentAt(control.value);
  },
  say: (moment, { lang }) => momentWords(String(moment), lang),
  problem: ({ min = '', max = '' }, t) => {
    const words = { min: momentWords(min, t.lang), max: momentWords(max, t.lang) };
    if (!min && !max) return t('fhir.errorMoment');
    if (!min) return t('fhir.errorMomentUpTo', words);
    return t(max ? 'fhir.errorMomentBetween' : 'fhir.errorMomentFrom', words);
  },
};
