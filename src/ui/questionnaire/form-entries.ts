import { keyOf } from '../../core/instrument/item-index.ts';
import { plainValueText } from '../../core/item-types/object-value.ts';
import type { Response } from '../../core/record/response.ts';

/** The entries of a form: the whole record under the widget's name, and each answer of its own for plain form mailers. */
export function formEntries(name: string, record: Response): [name: string, value: string][] {
  const entries: [string, string][] = [[name, JSON.stringify(record)]];
  for (const answer of record.answers) {
    for (const value of answer.state === 'answered' ? answer.values : [answer.state]) {
      entries.push([`${name}.${keyOf(answer.item, [])}`, plainValueText(value)]);
    }
  }
  return entries;
}
