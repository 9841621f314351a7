import type { Form } from '../../core/change/series.ts';
import type { WidgetKey } from '../../ui/text/keys.ts';
import type { Messages, Shown } from '../../ui/text/messages.ts';
import { formName } from './form-name.ts';
import { day as inWords, number as inDigits } from '../../ui/text/format.ts';

/** The keys of the messages of the trend. */
export type TrendKey = WidgetKey<'trend'> | 'labelled';

interface FormatOptions {
  t: Messages<TrendKey>;
  /** Names of instruments by their id. */
  names: Readonly<Record<string, string>>;
  /** The forms of the trend. */
  forms: readonly Form[];
  /** The trend shows several forms, so texts about one form contain its name. */
  hasMany: boolean;
}

/** The words of the trend, and how it writes dates, numbers and names. */
export interface Format {
  t: Messages<TrendKey>;
  isRtl: boolean;
  /** A day `YYYY-MM-DD` in words. */
  day: (day: string) => string;
  /** The days of the first and the last session. */
  days: (from: string, to: string) => string;
  /** A number with at most two decimals. */
  number: (value: number) => string;
  /** The name of the form in words. */
  nameOf: (form: Form) => string;
  /** The trend shows several forms. */
  hasMany: boolean;
  /** The name of the form and a colon; empty if there is only one form. */
  prefixOf: (form: Form) => Shown;
}

/** The format for the language of the messages and the direction around an element. */
export function formatOf(element: Element, { t, names, forms, hasMany }: FormatOptions): Format {
  const nameOf: Format['nameOf'] = (form) => formName(form, { forms, names, t });
  const day = (day: string): string => inWords(t, day, 'medium');
  return {
    t,
    day,
    days: (from, to) => (from === to ? day(from) : `${day(from)} – ${day(to)}`),
    number: (value) => inDigits(t, value),
    nameOf,
    hasMany,
    prefixOf: (form) => (hasMany ? t('labelled', { label: nameOf(form) }) : ''),
    isRtl: (t.dir(t.lang) ?? globalThis.getComputedStyle?.(element).direction) === 'rtl',
  };
}
