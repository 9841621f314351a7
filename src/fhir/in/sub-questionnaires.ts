import { plainCopy } from '../../core/plain-data/plain-copy.ts';
import { isObject } from '../../core/plain-data/shape.ts';
import { expressionsIn } from './embedded.ts';
import { standardName } from './part.ts';

type Json = Record<string, unknown>;

/** A Questionnaire with the items of others in it. */
export interface Assembled {
  questionnaire: object;
  /** The canonicals of Questionnaires that `find` does not know. Their items stay out. */
  missing: string[];
}

/** How deep Questionnaires can be in each other. One that is in itself ends there. */
const DEEPEST = 8;
/** The most Questionnaires that are put in. */
const MOST = 500;

const list = (data: unknown): unknown[] => (Array.isArray(data) ? data : []);
const nameOf = (extension: unknown): string => standardName(String(Object(extension).url ?? ''));
const named = (element: Json, ...names: string[]): unknown[] => list(element.extension).filter((one) => names.includes(nameOf(one)));
const copyOf = (data: Json): Json => JSON.parse(JSON.stringify(data)) as Json;

/** The text before each linkId of what is put into an item: its variable `linkIdPrefix`, of texts and of the one around it. */
function prefixIn(element: Json, around: string): string {
  const variable = expressionsIn(element, 'variable').find(({ name }) => name === 'linkIdPrefix');
  if (!variable) return around;
  const parts = variable.expression.split('+').map((part) => part.trim());
  const texts = parts.map((part) => (part === '%linkIdPrefix' ? around : /^'([^'\\]*)'$/.exec(part)?.[1]));
  return texts.includes(undefined) ? around : texts.join('');
}

/**
 * Puts the items of other Questionnaires in the place of the items that name them (`subQuestionnaire`), as the assembly of SDC does: linkIds get the
 * prefix of `linkIdPrefix`, variables and rules go to the item around, and what a form expects from its page goes to the form. `find`
 * returns the Questionnaire for a canonical, or undefined. The same object if there is nothing to put in. Never throws.
 */
export function assembled(questionnaire: object, find: (canonical: string) => unknown): Assembled {
  const missing = new Set<string>();
  const copied = plainCopy(questionnaire);
  if (!copied.ok || !isObject(copied.data) || !JSON.stringify(copied.data).includes('subQuestionnaire')) return { questionnaire, missing: [] };
  const root = copyOf(copied.data);
  let inserted = 0;

  const wanted = (item: unknown): string | undefined => {
    const [extension] = isObject(item) ? named(item, 'subQuestionnaire') : [];
    const { valueCanonical } = Object(extension) as Json;
    return typeof valueCanonical === 'string' ? valueCanonical : undefined;
  };

  /** The contained resources of a part become the form's. Returns the new id of each that had to change. */
  const takeContained = (part: Json): Map<string, string> => {
    const ids = new Map<string, string>();
    const known = list(root.contained) as Json[];
    for (const one of list(part.contained).filter(isObject)) {
      const same = known.find(({ id }) => id === one.id);
      if (same && JSON.stringify(same) === JSON.stringify(one)) continue;
      const id = same ? `${String(one.id)}-${inserted}` : String(one.id);
      if (same) ids.set(`#${String(one.id)}`, `#${id}`);
      known.push({ ...one, id });
    }
    if (known.length) root.contained = known;
    return ids;
  };

  /** The items of a part with the prefix, in what is around. Undefined if it is not known. */
  const itemsOf = (canonical: string, around: Json, prefix: string, depth: number): unknown[] | undefined => {
    const found = plainCopy(find(canonical));
    if (!found.ok || !isObject(found.data) || found.data.resourceType !== 'Questionnaire' || !Array.isArray(found.data.item)) {
      missing.add(canonical);
      return undefined;
    }
    if (depth > DEEPEST || ++inserted > MOST) return undefined;
    const part = copyOf(found.data);
    const ids = takeContained(part);
    around.extension = [...list(around.extension), ...named(part, 'variable', 'constraint', 'targetConstraint')];
    root.extension = [...list(root.extension), ...named(part, 'launchContext', 'sourceQueries')];
    return visit(list(part.item), { around, prefix, depth, ids });
  };

  interface Place {
    around: Json;
    prefix: string;
    depth: number;
    ids?: ReadonlyMap<string, string>;
  }

  const visit = (items: readonly unknown[], place: Place): unknown[] =>
    items.flatMap((item) => {
      if (!isObject(item)) return [item];
      const { around, prefix, depth, ids } = place;
      const own = prefixIn(item, prefix);
      const canonical = wanted(item);
      const inside = canonical === undefined ? undefined : itemsOf(canonical, around, own, depth + 1);
      if (inside) return inside;
      const named: Json = item;
      if (depth && typeof item.linkId === 'string') named.linkId = prefix + item.linkId;
      for (const when of depth ? list(item.enableWhen).filter(isObject) : []) when.question = prefix + String(when.question);
      if (ids?.has(String(item.answerValueSet))) named.answerValueSet = ids.get(String(item.answerValueSet));
      if (Array.isArray(item.item)) named.item = visit(item.item, { ...place, around: named, prefix: own });
      return [named];
    });

  root.item = visit(list(root.item), { around: root, prefix: '', depth: 0 });
  return { questionnaire: root, missing: [...missing] };
}

/** Returns the Questionnaire with this canonical, or undefined. */
export type FetchQuestionnaire = (canonical: string) => Promise<unknown>;

/** The same with a function that asks a server for Questionnaires. One that fails is missing. Never rejects. */
export async function assembleQuestionnaire(questionnaire: object, fetchQuestionnaire: FetchQuestionnaire): Promise<Assembled> {
  const found = new Map<string, unknown>();
  for (;;) {
    const result = assembled(questionnaire, (canonical) => found.get(canonical));
    const wanted = result.missing.filter((canonical) => !found.has(canonical));
    if (!wanted.length) return result;
    await Promise.all(
      wanted.map(async (canonical) => {
        try {
          found.set(canonical, await fetchQuestionnaire(canonical));
        } catch {
          found.set(canonical, undefined);
        }
      }),
    );
  }
}
