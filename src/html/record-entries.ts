import { factName } from './entry-names.ts';
import type { FormContext } from './form-context.ts';
import { attributes, type Markup, markup } from './markup.ts';
import { disclosureText } from './opening.ts';
import type { FallbackOptions } from './fallback-options.ts';

export const hiddenField = (name: string, value: string): Markup => markup`<input${attributes({ type: 'hidden', name, value })}>
`;

/** What the record says beside the answers: its id, what was asked and in which wording, and what the person was told. */
export function recordEntries(context: FormContext, options: FallbackOptions): readonly Markup[] {
  const { instrument, words, name } = context;
  const { id, version, language, translation, options: settled } = instrument;
  const fact = (of: Parameters<typeof factName>[1], value: string | undefined): Markup[] =>
    value ? [hiddenField(factName(name, of), value)] : [];
  return [
    ...fact('id', options.id),
    ...fact('instrument', id),
    ...fact('version', version),
    ...Object.entries(settled).map(([key, value]) => hiddenField(factName(name, 'option', key), value)),
    ...fact('language', language),
    ...fact('translation', translation && JSON.stringify(translation)),
    ...fact('locale', words.lang),
    ...fact('started', options.startedAt),
    ...fact('disclosure', disclosureText(words, options)),
  ];
}
