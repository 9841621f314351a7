import { limits } from '../../core/plain-data/limits.ts';
import type { Source } from './draft.ts';
import { type Extensions, extensionsOf, type Part } from './part.ts';
import { isQuestionType } from './question-types.ts';

/** The first of the terminology servers that an element prefers for its value sets. */
export const serverOf = (extensions: Extensions): string | undefined => extensions.text('preferredTerminologyServer');

/** The items of a Questionnaire as a tree, each with an id that no other has. */
export class Outline {
  /** The whole Questionnaire. */
  readonly data: Part['data'];
  readonly items: Source[];
  readonly byId = new Map<string, Source>();
  readonly #given: ReadonlySet<string>;
  readonly #server: string | undefined;

  constructor(questionnaire: Part) {
    this.data = questionnaire.data;
    this.#given = linkIds(questionnaire);
    this.#server = serverOf(extensionsOf(questionnaire));
    this.items = this.#read(questionnaire, undefined);
  }

  #read(around: Part, parent: Source | undefined): Source[] {
    return around.list('item').map((data) => {
      const id = this.#idOf(data);
      const part = data.at(id);
      const extensions = extensionsOf(part);
      const controls = new Set(extensions.codes('itemControl'));
      const source: Source = { part, extensions, controls, id, fhirType: '', server: serverOf(extensions) ?? (parent ? parent.server : this.#server), parent, children: [] };
      this.byId.set(id, source);
      source.fhirType = this.#typeOf(source);
      source.children = this.#read(part, source);
      return source;
    });
  }

  #idOf(item: Part): string {
    const { linkId } = item.data;
    const given = item.text('linkId')?.trim();
    if (given !== undefined && given === linkId && given.length <= limits.itemId && !this.byId.has(given)) return given;
    // Room for a number after it.
    const name = given?.slice(0, limits.itemId - 10).trim() ?? 'item';
    let id = name;
    for (let i = 2; this.byId.has(id) || (id !== linkId && this.#given.has(id)); i++) id = `${name}-${i}`;
    item.at(id).tell(id, given === undefined ? 'link-id-missing' : this.byId.has(given) ? 'link-id-used-twice' : 'link-id-changed', given);
    return id;
  }

  #typeOf({ part, id }: Source): string {
    const fhirType = part.text('type') ?? '';
    if (fhirType === 'group' || fhirType === 'display' || isQuestionType(fhirType)) return fhirType;
    part.tell(id, 'type-unknown', fhirType);
    if (part.list('answerOption').length || part.text('answerValueSet') !== undefined) return 'choice';
    // `question` is the abstract type of all questions.
    if (fhirType !== 'question' && part.list('item').length) return 'group';
    return fhirType ? 'string' : 'display';
  }
}

/** Every linkId, so that an id that is made up is not one of a later item. */
function linkIds(questionnaire: Part): Set<string> {
  const ids = new Set<string>();
  const pending: unknown[] = [questionnaire.data.item];
  while (pending.length) {
    const items = pending.pop();
    for (const item of Array.isArray(items) ? items : []) {
      const { linkId, item: inner } = Object(item) as Record<string, unknown>;
      if (typeof linkId === 'string') ids.add(linkId);
      pending.push(inner);
    }
  }
  return ids;
}
