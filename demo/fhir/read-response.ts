import type { Answer, Instrument, Item, Value } from 'attune-elements/core';
import { type AnswerValue, CANONICAL_BASE, type Extension, type QuestionnaireResponse, type QuestionnaireResponseItem } from 'attune-elements/fhir';
import { getInstrument, listInstruments } from 'attune-elements/instruments';
import { itemsById } from '../instrument.ts';
import { ownLanguage } from '../languages.ts';
import { Refusal } from '../refusal.ts';
import { inLanguage } from '../wording.ts';
import { recordIdSystem } from './resources-of.ts';
import { objectsIn, textOf } from './sent-json.ts';

const absentReason = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason';

const reasons: Record<string, Exclude<Answer['state'], 'answered'>> = {
  'asked-declined': 'declined',
  'asked-unknown': 'unknown',
  'not-applicable': 'not-applicable',
};

type Sent = QuestionnaireResponse<'R4'>;

/**
 * The record that a QuestionnaireResponse of `toQuestionnaireResponse` was made of, as far as FHIR says it. Throws a `Refusal` if the
 * resource names no form of the clinic. It takes what it understands: emit the record again, and compare, before you store it.
 */
export function recordOf(sent: Sent): unknown {
  const { questionnaire, language, status, authored, identifier } = sent;
  const { replaces, started, locale, disclosure, authorRole, software, option } = extensionsIn(sent, 'record');
  const translation = extensionsIn(sent, 'translation');
  const name = textOf(software?.[0]?.valueString);
  const options = Object.fromEntries((option ?? []).map(({ valueString }) => split(textOf(valueString), ': ')));
  const { id, version } = formIn(questionnaire);
  const resolved = getInstrument(id, options);
  if (!resolved.ok) throw new Refusal(422, 'The QuestionnaireResponse names options that its Questionnaire does not have.');
  const used = translation.language && {
    language: textOf(translation.language[0]?.valueCode),
    revision: translation.revision?.[0]?.valueInteger,
    standing: translation.standing?.[0]?.valueCode,
    ...(translation.covers && { covers: translation.covers.map(({ valueCode }) => valueCode) }),
  };
  return {
    schema: 1,
    id: identifier?.value,
    ...(replaces?.[0]?.valueIdentifier?.system === recordIdSystem && { replaces: replaces[0].valueIdentifier.value }),
    instrument: { id, version, options: resolved.instrument.options, language, ...(used && { translation: used }) },
    status,
    startedAt: started?.[0]?.valueDateTime,
    completedAt: authored,
    locale: locale?.[0]?.valueCode,
    answers: answersIn(inLanguage({ id, options }, used ? used.language : ownLanguage), sent.item),
    ...(disclosure && { disclosure: disclosure[0]?.valueString }),
    ...(authorRole && { author: authorRole[0]?.valueCode }),
    software: { name: name.slice(0, name.lastIndexOf(' ')), version: name.slice(name.lastIndexOf(' ') + 1) },
  };
}

/** The parts of one of our extensions, by their names. */
function extensionsIn({ extension }: Sent, name: string): Record<string, Extension[]> {
  const found = objectsIn(extension).find(({ url }) => url === `${CANONICAL_BASE}/StructureDefinition/${name}`);
  const parts: Record<string, Extension[]> = Object.create(null);
  for (const part of objectsIn(found?.extension)) (parts[textOf(part.url)] ??= []).push(part);
  return parts;
}

const split = (text: string, by: string): [string, string] => {
  const at = text.indexOf(by);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + by.length)];
};

/** The instrument that a canonical reference names, and its version without the revision of a translation. */
function formIn(questionnaire: unknown): { id: string; version: string } {
  const [url, version] = split(textOf(questionnaire), '|');
  const start = `${CANONICAL_BASE}/Questionnaire/`;
  const name = url.startsWith(start) ? url.slice(start.length) : '';
  const found = listInstruments().find(({ id }) => name === id || name.startsWith(`${id}.`));
  if (!found) throw new Refusal(422, 'The QuestionnaireResponse answers no Questionnaire of the clinic.');
  return { id: found.id, version: version.replace(/-r\d+(-[\da-f]{8})?$/, '') };
}

/** Groups are never nested more deeply. */
const mostDepth = 16;

function answersIn(instrument: Instrument, sent: readonly QuestionnaireResponseItem[] | undefined): Answer[] {
  const items = itemsById(instrument);
  const walk = (list: readonly QuestionnaireResponseItem[] | undefined, at: readonly number[], depth: number): Answer[] => {
    if (depth > mostDepth) throw new Refusal(422, 'The items of the QuestionnaireResponse are nested too deeply.');
    const counts = new Map<string, number>();
    return objectsIn(list).flatMap((each): Answer[] => {
      const item = items.get(each.linkId)?.item;
      if (!item) return [];
      if (item.type !== 'group') return answerOf(item, each, at);
      const count = counts.get(item.id) ?? 0;
      counts.set(item.id, count + 1);
      return walk(each.item, item.repeats ? [...at, count] : at, depth + 1);
    });
  };
  return walk(sent, [], 0);
}

function answerOf(item: Item, { linkId, extension, answer }: QuestionnaireResponseItem, at: readonly number[]): Answer[] {
  const place = { item: linkId, ...(at.length && { at }) };
  const code = objectsIn(extension).find(({ url }) => url === absentReason)?.valueCode;
  const reason = typeof code === 'string' && Object.hasOwn(reasons, code) ? reasons[code] : undefined;
  if (reason) return [{ ...place, state: reason }];
  const values = objectsIn(answer).flatMap((each) => valueOf(item, each));
  return values.length ? [{ ...place, state: 'answered', values }] : [];
}

function valueOf(item: Item, { valueCoding, valueTime, ...plain }: AnswerValue): Value[] {
  // FHIR times have seconds, and a record has none.
  const time = item.type === 'time' && valueTime !== undefined ? textOf(valueTime).replace(/:00$/, '') : undefined;
  // Whether it is a value of its item, the check of the record says.
  const value = valueCoding?.code ?? time ?? (Object.values(plain)[0] as Value | undefined);
  return value === undefined ? [] : [value];
}
