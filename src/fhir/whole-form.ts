import { isObject } from '../core/plain-data/shape.ts';
import { assembled, type FetchQuestionnaire } from './in/sub-questionnaires.ts';

/** What each function of a page has returned. A form is read again, and must not be requested again. */
const fetched = new WeakMap<FetchQuestionnaire, Map<string, unknown>>();

const WAITING = Symbol('on its way');

/**
 * The form with the Questionnaires that it names. Undefined as long as some are on their way: `whenThere` is called when they are there. A form
 * without a part could be begun, and would be another one later.
 */
export function withSubQuestionnaires(data: unknown, fetchOne: FetchQuestionnaire | undefined, whenThere: () => void): { data: unknown } | undefined {
  if (!fetchOne || !isObject(data) || data.resourceType !== 'Questionnaire') return { data };
  const known = fetched.get(fetchOne) ?? new Map<string, unknown>();
  fetched.set(fetchOne, known);
  const { questionnaire, missing } = assembled(data, (canonical) => known.get(canonical));
  const wanted = missing.filter((canonical) => !known.has(canonical));
  for (const canonical of wanted) {
    known.set(canonical, WAITING);
    const keep = (found: unknown): void => {
      known.set(canonical, found);
      whenThere();
    };
    // A function of the page can throw, too.
    void Promise.resolve().then(() => fetchOne(canonical)).then(keep, () => keep(undefined));
  }
  return missing.some((canonical) => known.get(canonical) === WAITING) ? undefined : { data: questionnaire };
}
