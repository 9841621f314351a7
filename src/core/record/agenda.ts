import type { Instrument } from '../instrument/instrument.ts';
import { indexItems, keyOf } from '../instrument/item-index.ts';
import { typeOf } from '../item-types/index.ts';
import type { Response } from './response.ts';

/** A question to ask, which the person chose or wrote. */
export interface AgendaLine {
  item: string;
  /** The repetition, as in the answer. */
  at?: readonly number[];
  text: string;
  /** Whether to ask it first. At most one line is first. */
  first: boolean;
}

/**
 * The questions that the person wants to ask, in the order of the instrument. The line marked as first comes first. A line
 * is an answered item with the tag `agenda: line`. A nested item with the tag `agenda: first` marks it as first.
 */
export function agenda(instrument: Instrument, response: Pick<Response, 'answers'>): AgendaLine[] {
  const answers = response.answers.filter((answer) => answer.state === 'answered');
  const answered = new Set(answers.map(({ item, at = [] }) => keyOf(item, at)));
  const lines: AgendaLine[] = [];
  for (const [id, { item }] of indexItems(instrument)) {
    const { text, tags, items = [] } = item;
    const { holds } = typeOf(item);
    if (tags?.agenda !== 'line') continue;
    const firstItem = items.find((item) => item.tags?.agenda === 'first')?.id ?? '';
    for (const answer of answers) {
      if (answer.item !== id) continue;
      const words = holds === 'own-words' ? String(answer.values[0]).trim() : text;
      if (!words) continue;
      const first = answered.has(keyOf(firstItem, answer.at ?? [])) && !lines.some((line) => line.first);
      lines.push({ item: id, ...(answer.at && { at: answer.at }), text: words, first });
    }
  }
  return lines.sort((a, b) => Number(b.first) - Number(a.first));
}
