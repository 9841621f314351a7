import { resolveInstrument } from '../core/instrument/resolve-instrument.ts';
import type { Instrument } from '../core/instrument/instrument.ts';
import { isObject } from '../core/plain-data/shape.ts';
import type { Response } from '../core/record/response.ts';
import { CANONICAL_BASE } from '../fhir/canonical.ts';
import { fromQuestionnaire } from '../fhir/in/from-questionnaire.ts';
import { fromQuestionnaireResponse } from '../fhir/in/from-questionnaire-response.ts';
import type { ReadIssue } from '../fhir/in/issue.ts';
import { Failure } from './failure.ts';
import { readJsonFile } from './input.ts';
import type { KnownInstruments } from './known-instruments.ts';
import { blankRequired } from './blank-required.ts';
import type { Fault } from './report.ts';

/** Questionnaires that are kept. In a longer stream, the first ones are forgotten. */
const MANY = 1000;

/** A QuestionnaireResponse as a record. `issues`: what is not the same in it. None of them quotes an answer. */
export type ReadQuestionnaireResponse =
  | { ok: true; response: Response; instrument: Instrument; issues: readonly ReadIssue[]; missing: readonly Fault[] }
  | { ok: false; faults: readonly Fault[] };

/** The answers in a message are for nobody's log. */
const withoutAnswer = (issue: ReadIssue): ReadIssue => ({ ...issue, message: issue.message.replace(/: [[{][^]*$/, '') });

function instrumentOf(data: unknown): Instrument | undefined {
  const { instrument: definition } = fromQuestionnaire(data);
  const resolved = definition && resolveInstrument(definition);
  return resolved?.ok ? resolved.instrument : undefined;
}

const containedForm = ({ contained }: Readonly<Record<string, unknown>>, canonical: string): unknown =>
  Array.isArray(contained) ? contained.find((one) => isObject(one) && one.resourceType === 'Questionnaire' && `#${String(one.id)}` === canonical) : undefined;

/** The Questionnaires that responses can be of: of files, of the stream so far, and the forms that the command knows anyway. */
export class KnownQuestionnaires {
  readonly #known: KnownInstruments;
  readonly #base: string;
  /** By canonical with the version, and by the one without it: the last one. */
  readonly #instruments = new Map<string, Instrument>();
  #last: Instrument | undefined;
  #count = 0;

  constructor(known: KnownInstruments, base = CANONICAL_BASE) {
    this.#known = known;
    this.#base = base;
  }

  async addFiles(paths: readonly string[]): Promise<void> {
    for (const path of paths) {
      const data = await readJsonFile(path);
      const added = this.add(data);
      if (!added) throw new Failure('failed', `${path} is no Questionnaire that can be presented`);
    }
  }

  /** Adds a Questionnaire. Returns false if it cannot be presented. */
  add(data: unknown): boolean {
    const instrument = instrumentOf(data);
    if (!instrument) return false;
    const { url, version } = instrument.source ?? {};
    for (const key of url === undefined ? [] : [url, `${url}|${version ?? ''}`]) {
      this.#instruments.delete(key);
      this.#instruments.set(key, instrument);
    }
    if (this.#instruments.size > 2 * MANY) for (const key of [...this.#instruments.keys()].slice(0, 2)) this.#instruments.delete(key);
    this.#last = instrument;
    this.#count++;
    return true;
  }

  /** The form of a response. A definition of the host is preferred, because it can have a rule for a score. */
  async #formOf(canonical: string): Promise<Instrument | undefined> {
    // Without a name, it can only be of the one that was given.
    if (!canonical && this.#count === 1) return this.#last;
    const [url = ''] = canonical.split('|');
    return (await this.#known.ofCanonical(url, this.#base)) ?? this.#instruments.get(canonical) ?? this.#instruments.get(url);
  }

  /** Reads a QuestionnaireResponse with its form. */
  async read(data: unknown): Promise<ReadQuestionnaireResponse> {
    const { questionnaire, ...resource } = data as Readonly<Record<string, unknown>>;
    const canonical = typeof questionnaire === 'string' ? questionnaire : '';
    const contained = containedForm(resource, canonical);
    const instrument = contained ? instrumentOf(contained) : await this.#formOf(canonical);
    if (!instrument) {
      const about = canonical && `: ${canonical.slice(0, 200)}`;
      return { ok: false, faults: [{ path: 'questionnaire', message: `Its Questionnaire is not known${about}. Give it before, or with --questionnaire` }] };
    }
    const { response, issues: found, unmatched } = fromQuestionnaireResponse(contained ? resource : data, instrument, { base: this.#base });
    const issues = found.map(withoutAnswer);
    if (!response) return { ok: false, faults: issues };
    return { ok: true, response, instrument, issues, missing: blankRequired(response, instrument, unmatched) };
  }
}
