import { keyOf } from '../../core/instrument/item-index.ts';
import type { Answer, Response } from '../../core/record/response.ts';
import { CANONICAL_BASE, canonicalOf } from '../../fhir/canonical.ts';
import { itemsOf, toQuestionnaireResponse } from '../../fhir/questionnaire-response.ts';
import type { FhirVersion } from '../../fhir/resources.ts';
import { sourceCanonical } from '../../fhir/source-tags.ts';
import type { Unmatched } from '../../fhir/unmatched.ts';
import type { Context } from './context.ts';
import type { Form } from './form.ts';

type Json = Readonly<Record<string, unknown>>;

/** What a QuestionnaireResponse says beside the answers. */
export interface About {
  fhirVersion: FhirVersion;
  context: Context;
  /** The response that the host has displayed. Its id and its participants stay. */
  displayed: Json | undefined;
  /** What it has and a record does not. */
  unmatched: readonly Unmatched[];
}

/** What a displayed response has and a record has no field for. */
const KEPT = ['id', 'meta', 'implicitRules', 'contained', 'identifier', 'basedOn', 'partOf', 'subject', 'encounter', 'author', 'source'] as const;

/** The extensions of the host, without those that we write ourselves. */
const extensionsOf = (displayed: Json): unknown[] =>
  Array.isArray(displayed.extension)
    ? displayed.extension.filter(({ url }: { url?: unknown }) => !String(url).startsWith(`${CANONICAL_BASE}/`))
    : [];

/** What stays in a response although nothing is answered. */
function blankItems({ instrument }: Form, unmatched: readonly Unmatched[], fhirVersion: FhirVersion): Json {
  const item = itemsOf({ instrument, fhirVersion, base: CANONICAL_BASE, tell: () => {} }, [], unmatched);
  return item.length ? { item } : {};
}

/** The record on screen as a QuestionnaireResponse. `null`: nothing is answered. */
export function responseOf(form: Form, record: Response | null, { fhirVersion, context, displayed = {}, unmatched }: About): Json {
  const { subject, encounter, author } = context;
  const participants = { ...(subject && { subject }), ...(encounter && { encounter }), ...(author && { author }) };
  const own = record
    ? toQuestionnaireResponse(record, form.instrumentOf(record), { fhirVersion, ...participants, unmatched }).resource
    : {
        resourceType: 'QuestionnaireResponse',
        questionnaire: sourceCanonical(form.instrument) ?? canonicalOf(form.instrument),
        status: 'in-progress',
        ...participants,
        ...blankItems(form, unmatched, fhirVersion),
      };
  const kept = Object.fromEntries(KEPT.flatMap((name) => (displayed[name] === undefined ? [] : [[name, displayed[name]]])));
  const extension = [...extensionsOf(displayed), ...((own as { extension?: unknown[] }).extension ?? [])];
  return { ...own, ...kept, ...participants, ...(extension.length && { extension }) };
}

const stateOf = (answer: Answer): string => JSON.stringify('values' in answer ? answer.values : answer.state);

/** What the person has answered so far, as a text that can be compared. */
export const answersOf = (record: Response | null): string =>
  JSON.stringify((record?.answers ?? []).map((answer) => [keyOf(answer.item, answer.at ?? []), stateOf(answer)]));

/** The linkIds of the items whose answers differ, in the order of the form. */
export function changedLinkIds(before: Response | null, now: Response | null): string[] {
  const stated = (record: Response | null): Map<string, Answer> =>
    new Map((record?.answers ?? []).map((answer) => [keyOf(answer.item, answer.at ?? []), answer]));
  const [earlier, later] = [stated(before), stated(now)];
  const changed = [...later, ...earlier].filter(([key]) => {
    const [one, other] = [earlier.get(key), later.get(key)];
    return !one || !other || stateOf(one) !== stateOf(other);
  });
  return [...new Set(changed.map(([, { item }]) => item))];
}
