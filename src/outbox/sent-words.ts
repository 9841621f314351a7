import { OUTBOX, outboxHere } from '../ui/safety/outbox-here.ts';
import type { AnswersInWords } from './content/waiting.ts';

/** In milliseconds. A page that sends with an outbox has done so by then. */
const SOON = 60_000;

/** What widgets have just sent, in words, by the id of the record. */
const copies = new Map<string, AnswersInWords>();

/** From now on widgets tell what they send. */
export function hearWhatIsSent(): void {
  outboxHere[OUTBOX] ??= (id, { title, lang, lines }) => {
    // What stays in the widget is not sent, so it is not kept here either.
    const sent = lines.filter(({ stays }, i) => !stays && !lines[i + 1]?.stays).map(({ label, text, lang, textLang }) => ({ label, text, lang, textLang }));
    copies.set(id, { title, ...(lang && { lang }), lines: sent });
    setTimeout(() => copies.delete(id), SOON);
  };
}

/** What they told about the records in this text, one for each questionnaire. */
export const copiesOf = (text: string): AnswersInWords[] => [...copies].flatMap(([id, copy]) => (text.includes(JSON.stringify(id)) ? copy : []));
