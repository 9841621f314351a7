import type { Instrument } from '../core/instrument/instrument.ts';
import { breaks, type Problem } from '../core/plain-data/problem.ts';
import type { Response } from '../core/record/response.ts';
import { standing } from '../core/record/standing.ts';

/** How many of the given responses are used, and why the others are not. */
export interface Sample {
  used: number;
  /** Excluded because they were not completed. */
  unfinished: number;
  /** Excluded because another of the responses replaces them. */
  replaced: number;
  /** Excluded because the same record was given more than once. */
  double: number;
  /** Number of people behind the used responses, by `subject`. Each response without `subject` counts as one person. */
  people: number;
}

export type TakenSample =
  | { ok: true; responses: readonly Response[]; sample: Sample }
  | { ok: false; problems: Problem[] };

/**
 * The responses of one form that may be analysed together: completed, and each attempt once. A response of another
 * instrument, version, language, variant or keying belongs to another form and is a problem. At most 20 problems are returned.
 */
export function takeSample(instrument: Instrument, responses: readonly Response[]): TakenSample {
  const problems: Problem[] = [];
  const languageOf = ({ instrument: form }: Response): string => form.language ?? instrument.language;
  const [first] = responses;
  responses.forEach((response, i) => {
    const form = response.instrument;
    const { id, version, options } = instrument;
    const check = (part: string, actual?: string, expected?: string): void => {
      if (actual !== expected) problems.push(breaks(`responses[${i}].instrument.${part}`, 'one-of', expected));
    };
    check('id', form.id, id);
    check('version', form.version, version);
    check('language', languageOf(response), languageOf(first!));
    for (const name in { ...options, ...form.options }) check(`options.${name}`, form.options[name], options[name]);
  });
  if (problems.length) return { ok: false, problems: problems.slice(0, 20) };

  const completed = responses.filter(({ status }) => status === 'completed');
  const attempts = new Set(completed.map(({ id }) => id)).size;
  const used = standing(completed);
  const named = new Set(used.flatMap(({ subject }) => subject ?? []));
  return {
    ok: true,
    responses: used,
    sample: {
      used: used.length,
      unfinished: responses.length - completed.length,
      replaced: attempts - used.length,
      double: completed.length - attempts,
      people: named.size + used.filter(({ subject }) => subject === undefined).length,
    },
  };
}
