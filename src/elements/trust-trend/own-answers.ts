import { html, type TemplateResult } from '../../ui/lit/lit.ts';
import type { Instrument } from '../../core/instrument/instrument.ts';
import { takeRecord } from '../../core/record/read-record.ts';
import type { Response } from '../../core/record/response.ts';
import { getInstrument, type WantedWording } from '../../instruments/registry.ts';
import type { Course } from './course.ts';
import type { Forms } from './forms.ts';
import { byTime, type Entry, type When } from './records.ts';
import type { Format } from './format.ts';

/** A response that the client may read here. */
interface Own extends When {
  instrument: Instrument;
  response: Response;
  /** The answers in the result words of the instrument, if it has any. */
  words: string | undefined;
}

/** The client's own responses to forms for clients. Leaves out sessions without a response, and responses of others. */
export const ownOf = (entries: readonly Entry[], { structure, ownWords }: Forms, wanted: WantedWording): Own[] =>
  entries.flatMap(({ response, time, day }): Own[] => {
    if (!response || (response.author ?? 'client') !== 'client') return [];
    const read = takeRecord((id, options) => getInstrument(id, options, wanted), response, structure);
    return read.ok && read.instrument.audience === 'client' ? [{ ...read, time, day, words: ownWords?.(read.instrument, read.response) }] : [];
  });

interface OwnOptions {
  format: Format;
  /** The key of the message if there is nothing to show. */
  none: 'trend.none' | 'trend.noneShown';
}

/** The sessions in words made from the client's own answers, without score, chart or finding. */
export function ownTemplate(own: readonly Own[], { milestones }: Course, { format, none }: OwnOptions): TemplateResult {
  const { t, day } = format;
  const lines = [
    ...own.map((one) => {
      const { title, language } = one.instrument;
      return { ...one, title: t.mark(title, language), text: one.words === undefined ? t('trend.filledIn') : t.mark(one.words, language) };
    }),
    ...milestones.map((one) => ({ ...one, title: t('trend.milestone'), text: one.title })),
  ].sort(byTime);
  const provenances = new Map(own.map(({ instrument }) => [instrument.result?.provenance, instrument.language]));
  return lines.length
    ? html`<dl part="sessions">
          ${lines.map(
            (one) =>
              html`<div part="session">
                <dt>${day(one.day)} <span class="help">${one.title}</span></dt>
                <dd>${one.text}</dd>
              </div>`,
          )}
        </dl>
        ${[...provenances].map(([text, lang]) => html`<p class="help">${text && t.mark(text, lang)}</p>`)}`
    : html`<p>${t(none)}</p>`;
}
