import type { Model } from 'fhirpath';
import r4 from 'fhirpath/fhir-context/r4';
import type { Evaluated, Evaluator } from '../../core/answering/evaluator.ts';
import type { Instrument } from '../../core/instrument/instrument.ts';
import { plainCopy } from '../../core/plain-data/plain-copy.ts';
import { isObject } from '../../core/plain-data/shape.ts';
import { FHIRPATH } from '../in/part.ts';
import { FormExpressions, type LaunchContext } from './form-expressions.ts';
import { reasonOf } from './refusal.ts';
import { limitsFor, offersFor, plainResult, valuesFor } from './result-values.ts';

/** What expressions can use beside the answers. */
export interface FhirPathOptions {
  /** The Questionnaire that the instrument was made from. It has the variables, `%questionnaire` and `%qitem`. */
  questionnaire?: unknown;
  /** Resources by name: `{patient: {...}}` is `%patient`. */
  launchContext?: LaunchContext;
  /** The types of a release, from `fhirpath/fhir-context/...`. The default is R4, which also fits the Questionnaires of R5. */
  model?: Model;
}

/** A copy of what the host gives. Data that is not plain is not there. */
const copyOf = (data: unknown): unknown => {
  const copied = plainCopy(data);
  return copied.ok ? copied.data : undefined;
};

/** The expressions of each instrument with what the host gives. */
export function formsWith({ questionnaire, launchContext, model = r4 }: FhirPathOptions): (instrument: Instrument) => FormExpressions {
  const forms = new WeakMap<Instrument, FormExpressions>();
  const [resource, context] = [copyOf(questionnaire), copyOf(launchContext)];
  const given = { ...(isObject(resource) && { questionnaire: resource }), launchContext: isObject(context) ? context : {}, model };
  return (instrument) => {
    const form = forms.get(instrument) ?? new FormExpressions(instrument, given);
    forms.set(instrument, form);
    return form;
  };
}

/**
 * Evaluates the FHIRPath of a form, as SDC says: `%resource` is the response, `%context` and `$this` are the item of the response that
 * the expression belongs to. Never throws and makes no request. An expression of another language, with an error, or that needs too
 * long, is a problem of the session, and the form works without it.
 */
export function fhirPathEvaluator(options: FhirPathOptions = {}): Evaluator {
  const formOf = formsWith(options);
  return {
    prepare: (given, { instrument, item }) => {
      if (given.language !== FHIRPATH) return { ok: false, reason: `in ${FHIRPATH}, not ${given.language}` };
      const { choices, text, toggles = [], min, max } = item?.dynamic ?? {};
      const valuesOf = (results: readonly unknown[]): unknown[] =>
        item && item.calculate === given ? valuesFor(instrument, item, results)
        : item && choices === given ? offersFor(instrument, item, results)
        : item && (min === given || max === given) ? limitsFor(item, results, max === given)
        : results.map(plainResult);
      // What nothing depends on can use the answer of its own item.
      const ends: readonly unknown[] = [...((item ?? instrument).constraints ?? []), choices, text, min, max, ...toggles];
      return attempted(() => {
        const form = formOf(instrument);
        const prepared = form.prepare(given.expression, item?.id, ends.includes(given));
        if (!prepared.ok) return prepared;
        const { dependsOn, evaluate } = prepared;
        return {
          ok: true,
          dependsOn,
          evaluate: ({ at, answers }): Evaluated => attempted(() => ({ ok: true, values: valuesOf(evaluate(form.treeOf(answers), at)) })),
        };
      });
    },
  };
}

/** What is thrown becomes a reason. */
function attempted<R>(call: () => R): R | { ok: false; reason: string } {
  try {
    return call();
  } catch (error) {
    return { ok: false, reason: reasonOf(error) };
  }
}
