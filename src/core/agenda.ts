import type { Instrument } from './instrument.ts';
import { indexItems, keyOf } from './item-index.ts';
import { typeOf } from './item-types/index.ts';
import type { Response } from './response.ts';

/** A question that the person chose or wrote. */
export interface AgendaLine {
  item: string;
  /** As in the answer. */
  at?: readonly number[];
  text: string;
  /** To be asked first. At most one line is. */
  first: boolean;
}

/**
 * What the person wants to ask, in the order of the card, the one marked as first moved to the front. Lines are the
 * answered items tagged `agenda: line`; an item below it tagged `agenda: first` marks it.
 */
export function agenda(instrument: Instrument, response: Pick<Response, 'answers'>): AgendaLine[] {
  const answers = response.answers.filter(({ state }) => state === 'answered');
  const answered = new Set(answers.map(({ item, at = [] }) => keyOf(item, at)));
  const lines: AgendaLine[] = [];
  for (const [id, { item }] of indexItems(instrument)) {
    const { text, tags, items = [] } = item;
    const { holds } = typeOf(item);
    if (tags?.agenda !== 'line') continue;
    const mark = items.find((item) => item.tags?.agenda === 'first')?.id ?? '';
    for (const answer of answers) {
      if (answer.item !== id || answer.state !== 'answered') continue;
      const words = holds === 'own-words' ? String(answer.values[0]).trim() : text;
      if (!words) continue;
      const first = answered.has(keyOf(mark, answer.at ?? [])) && !lines.some((line) => line.first);
      lines.push({ item: id, ...(answer.at && { at: answer.at }), text: words, first });
    }
  }
  return lines.sort((a, b) => Number(b.first) - Number(a.first));
}
