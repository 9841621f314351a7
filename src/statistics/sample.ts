import type { Instrument } from '../core/instrument.ts';
import { breaks, type Problem } from '../core/problem.ts';
import type { Response } from '../core/response.ts';
import { standing } from '../core/standing.ts';

/** What became of the responses that were given. */
export interface Sample {
  /** Responses that count. */
  used: number;
  /** Left out, because they were not completed. */
  unfinished: number;
  /** Left out, because another one of them replaces it. */
  replaced: number;
  /** Left out, because the same record is there already. */
  double: number;
  /** How many people the used ones come from, as their `subject` says; one without is taken for another person. */
  people: number;
}

export type TakenSample =
  | { ok: true; responses: readonly Response[]; sample: Sample }
  | { ok: false; problems: Problem[] };

/**
 * The responses of one form that may be counted together: completed, and each attempt once. One of another instrument,
 * version, variant or keying is a problem, for those are other forms (20 problems at most).
 */
export function takeSample(instrument: Instrument, responses: readonly Response[]): TakenSample {
  const problems: Problem[] = [];
  responses.forEach(({ instrument: form }, i) => {
    const { id, version, options } = instrument;
    const check = (part: string, given?: string, asked?: string): void => {
      if (given !== asked) problems.push(breaks(`responses[${i}].instrument.${part}`, 'one-of', asked));
    };
    check('id', form.id, id);
    check('version', form.version, version);
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
