import type { Form } from '../../core/change/series.ts';
import { fill } from '../../core/plain-data/fill.ts';
import { textOf } from '../../core/plain-data/shape.ts';
import { languageName } from '../../ui/text/format.ts';
import type { WidgetKey } from '../../ui/text/keys.ts';
import type { Messages } from '../../ui/text/messages.ts';
import { getInstrument } from '../../instruments/registry.ts';

type Texts = Readonly<Record<string, string>>;

interface NameOptions {
  /** The forms that are shown together. */
  forms: readonly Form[];
  /** The host's names of instruments, by id. */
  names: Texts;
  t: Messages<WidgetKey<'trend'>>;
}

/**
 * The name of a form in words. If several of the forms have the same name, what is different follows: the id, options, the
 * version.
 */
export function formName(form: Form, { forms, names, t }: NameOptions): string {
  const message = (key: string, values: Readonly<Record<string, string>>): string | undefined => {
    const text = (t.text as (key: string, values: object) => string)(`trend.${key}`, values);
    return text === `trend.${key}` ? undefined : text;
  };
  const optionName = (name: string, value: string): string => message(`option-${name}-${value}`, {}) ?? value;
  const titleOf = ({ id, options }: Form): string => {
    const placed = Object.fromEntries(Object.entries(options).map(([name, value]) => [name, optionName(name, value)]));
    const name = (textOf(names[id]) && fill(textOf(names[id]), placed)) || message(`form-${id}`, placed);
    if (!name) {
      const found = getInstrument(id, options, { language: t.lang, translations: 'draft' });
      return (found.ok && found.instrument.title) || id;
    }
    // A value from right to left begins with a sign that isolates it.
    return name.replace(/\p{L}/u, (letter) => letter.toLocaleUpperCase(t.lang));
  };
  const title = titleOf(form);
  const alike = forms.filter((other) => titleOf(other) === title);
  const differing = Object.entries(form.options).filter(([name, value]) =>
    alike.some(({ id, options }) => id === form.id && options[name] !== value),
  );
  return [
    title,
    ...(alike.some(({ id }) => id !== form.id) ? [form.id] : []),
    ...differing.map(([name, value]) => optionName(name, value)),
    ...(alike.some(({ version }) => version !== form.version) ? [t.text('trend.version', { version: form.version })] : []),
    ...(form.translation ? [t.text(`trend.${form.translation.standing}`, { language: languageName(t, form.translation.language) })] : []),
  ].join(', ');
}

/** Exactly which form it is, for those who must not mix forms: `trust-12 1.0.0, variant: session`. */
export const exactForm = ({ id, version, options }: Form): string =>
  [`${id} ${version}`, ...Object.entries(options).map(([name, value]) => `${name}: ${value}`)].join(', ');
