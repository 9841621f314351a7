import { isObject } from '../../core/plain-data/shape.ts';
import type { Tell } from './issue.ts';
import { Part } from './part.ts';

/** A concept that a person can choose: a Coding with its designations and extensions. */
export interface Concept {
  coding: Part;
  system: string | undefined;
}

const withoutVersion = (canonical: string): string => canonical.split('|')[0]!;

/** How many concepts an expansion has. */
const countOf = (part: Part): number => part.list('contains').reduce((sum, one) => sum + 1 + countOf(one), 0);

/** The value sets that a Questionnaire contains, and those that the host has expanded. */
export class ValueSets {
  readonly #contained: readonly Part[];
  readonly #given: ReadonlyMap<string, unknown>;
  readonly #tell: Tell;
  /** The canonicals of value sets that are not here, with the server that the form prefers for them. */
  readonly missing = new Map<string, string | undefined>();
  readonly #lists = new Map<string, readonly Concept[] | undefined>();

  constructor(resource: Part, given: ReadonlyMap<string, unknown> = new Map()) {
    this.#contained = resource.list('contained');
    this.#tell = resource.tell;
    this.#given = given;
  }

  /** The concepts of a value set, or undefined if they are not known. `server`: the terminology server that the item prefers. */
  concepts(canonical: string, server?: string): readonly Concept[] | undefined {
    if (!this.#lists.has(canonical)) {
      // A value set that includes itself has no concepts.
      this.#lists.set(canonical, undefined);
      this.#lists.set(canonical, this.#read(canonical, server));
    }
    return this.#lists.get(canonical);
  }

  #read(canonical: string, server: string | undefined): readonly Concept[] | undefined {
    const given = this.#given.get(canonical);
    const valueSet = isObject(given) ? new Part(given, canonical, this.#tell) : this.#find('ValueSet', canonical);
    if (!valueSet) {
      this.missing.set(canonical, server);
      return undefined;
    }
    const expansion = valueSet.part('expansion');
    if (expansion) {
      const total = expansion.number('total') ?? 0;
      const count = countOf(expansion);
      if (count < total) this.#tell(canonical, 'value-set-not-whole', `${count} of ${total}`);
      return expansion.list('contains').flatMap((one) => this.#contains(one));
    }
    const compose = valueSet.part('compose');
    const included = compose?.list('include').map((one) => this.#include(one, server)) ?? [];
    const excluded = compose?.list('exclude').map((one) => this.#include(one, server)) ?? [];
    if (!included.length || [...included, ...excluded].includes(undefined)) return undefined;
    const keyOf = ({ system, coding }: Concept): string => JSON.stringify([system, coding.text('code')]);
    const left = new Set(excluded.flatMap((list) => list!.map(keyOf)));
    return included.flatMap((list) => list!.filter((concept) => !left.has(keyOf(concept))));
  }

  #find(type: string, canonical: string): Part | undefined {
    const url = withoutVersion(canonical);
    return this.#contained.find(
      (part) => part.data.resourceType === type && (canonical.startsWith('#') ? part.data.id === canonical.slice(1) : part.data.url === url),
    );
  }

  /** A concept of an expansion, and those below it. */
  #contains(part: Part): Concept[] {
    const isOffered = part.text('code') && !part.flag('abstract') && !part.flag('inactive');
    const own = isOffered ? [{ coding: part, system: part.text('system') }] : [];
    return [...own, ...part.list('contains').flatMap((one) => this.#contains(one))];
  }

  #include(include: Part, server: string | undefined): readonly Concept[] | undefined {
    const system = include.text('system');
    const others = include.data.valueSet;
    if (Array.isArray(others) && !system) {
      // Several value sets in one entry mean what all of them have.
      return others.length === 1 && typeof others[0] === 'string' ? this.concepts(others[0], server) : undefined;
    }
    if (!system || others || include.list('filter').length) return undefined;
    const concepts = include.list('concept');
    if (concepts.length) return concepts.map((coding) => ({ coding, system }));
    const codes = this.#find('CodeSystem', system);
    return codes && this.#codesOf(codes, system);
  }

  #codesOf(part: Part, system: string): Concept[] {
    return part.list('concept').flatMap((coding) => [{ coding, system }, ...this.#codesOf(coding, system)]);
  }
}
