import type { Choice, Condition, Item } from '../../core/instrument/instrument.ts';
import type { Extensions, Part } from './part.ts';

/** An item of the definition while it is made. `readDefinition` checks it at the end. */
export interface Draft {
  id: string;
  type: Item['type'];
  text: string;
  when?: Condition;
  items?: Draft[];
  tags?: Record<string, string>;
  [field: string]: unknown;
}

/** An item of the Questionnaire at its place. */
export interface Source {
  part: Part;
  extensions: Extensions;
  id: string;
  fhirType: string;
  /** The codes of `itemControl`. */
  controls: ReadonlySet<string>;
  /** The terminology server that the item prefers, or what is around it. */
  server: string | undefined;
  parent: Source | undefined;
  children: Source[];
  draft?: Draft;
  /** The choices of the draft. */
  choices?: readonly Choice[];
}

/** The item and the items around it, from the inside. */
export function* outwards(source: Source): Generator<Source> {
  for (let one: Source | undefined = source; one; one = one.parent) yield one;
}

/** The ids of the repeating items around a place, outermost first, with the item itself. */
export const repetitionsOf = (source: Source): string[] =>
  [...outwards(source)].flatMap(({ id, draft }) => (draft?.repeats ? id : [])).reverse();

/** The fields that have a value. An empty definition field would be refused. */
export function filled(fields: Record<string, unknown>): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const name in fields) if (fields[name] !== undefined && fields[name] !== false) kept[name] = fields[name];
  return kept;
}
