import { compilePattern } from '../../core/plain-data/linear-pattern.ts';
import { filled } from './draft.ts';
import type { Fields, Question } from './question.ts';

/** A text that the person writes. */
export function textField(question: Question, isLine: boolean): Fields {
  const { part, extensions, controls, id } = question.source;
  const count = (number: number | undefined): number | undefined =>
    number !== undefined && Number.isSafeInteger(number) && number > 0 ? number : undefined;
  const maxLength = count(part.number('maxLength'));
  const least = extensions.number('minLength');
  const minLength = count(least);
  if (least && minLength === undefined) part.tell(id, 'limit-not-applied', least);
  const isInOrder = (minLength ?? 0) <= (maxLength ?? Infinity);
  if (!isInOrder) part.tell(id, 'limit-not-applied', minLength);
  const regex = extensions.text('regex');
  const compiled = regex === undefined ? undefined : compilePattern(regex);
  if (compiled?.ok === false) part.tell(id, 'limit-not-applied', compiled.reason);
  const keyboards: Record<string, string> = { email: 'email', phone: 'tel' };
  const [keyboard = ''] = extensions.codes('keyboard');
  const format = Object.hasOwn(keyboards, keyboard) ? keyboards[keyboard] : undefined;
  return {
    type: 'text',
    ...filled({
      line: isLine && !controls.has('text-box'),
      format,
      minLength: isInOrder ? minLength : undefined,
      maxLength,
      pattern: regex !== undefined && compiled?.ok ? { regex } : undefined,
    }),
  };
}

/** Text instead of a list or a resource. The tag keeps the type, so that an answer can be given back in it. */
export const wordsField = (question: Question, fhirType: string, valueSet?: string): Fields => ({
  ...textField(question, true),
  tags: { fhirType, ...(valueSet && { valueSet }) },
});
