import type { Form } from '../../core/change/series.ts';
import { fill } from '../../core/plain-data/fill.ts';
import { textOf } from '../../core/plain-data/shape.ts';
import { getInstrument } from '../../instruments/registry.ts';

type Texts = Readonly<Record<string, string>>;

interface NameOptions {
  /** The forms that are shown together. */
  forms: readonly Form[];
  /** The host's names of instruments, by id. */
  names: Texts;
  /** Also has the names of forms and options. */
  words: Texts;
}

/**
 * The name of a form in words. If several of the forms have the same name, what is different follows: the id, options, the
 * version.
 */
export function formName(form: Form, { forms, names, words }: NameOptions): string {
  const optionName = (name: string, value: string): string => words[`option-${name}-${value}`] ?? value;
  const titleOf = ({ id, options }: Form): string => {
    const given = textOf(names[id]) || words[`form-${id}`];
    if (!given) return textOf((getInstrument(id, options) as { instrument?: { title: string } }).instrument?.title) || id;
    const placed = Object.entries(options).map(([name, value]) => [name, optionName(name, value)]);
    const name = fill(given, Object.fromEntries(placed));
    return name[0]!.toUpperCase() + name.slice(1);
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
    ...(alike.some(({ version }) => version !== form.version) ? [fill(words.version!, { version: form.version })] : []),
  ].join(', ');
}

/** Exactly which form it is, for those who must not mix forms: `trust-12 1.0.0, variant: session`. */
export const exactForm = ({ id, version, options }: Form): string =>
  [`${id} ${version}`, ...Object.entries(options).map(([name, value]) => `${name}: ${value}`)].join(', ');
