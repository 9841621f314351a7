import { isObject } from '../../core/plain-data/shape.ts';
import type { Tell } from './issue.ts';

/** A value with its FHIR type: `{type: 'Coding', value: {...}}` for `valueCoding`. */
export interface Typed {
  type: string;
  value: unknown;
}

/** Every storable character: no NUL, no unpaired surrogate. */
const UNSTORABLE = /[\0\uD800-\uDFFF]/gu;

/** One object of a resource. What has not the type that FHIR requires is reported, and read as if it were not there. */
export class Part {
  readonly data: Readonly<Record<string, unknown>>;
  readonly path: string;
  readonly tell: Tell;

  constructor(data: Readonly<Record<string, unknown>>, path: string, tell: Tell) {
    this.data = data;
    this.path = path;
    this.tell = tell;
  }

  /** The same object, with issues at another path. */
  at(path: string): Part {
    return new Part(this.data, path, this.tell);
  }

  #read<T>(name: string, fits: (value: unknown) => value is T): T | undefined {
    if (!Object.hasOwn(this.data, name)) return undefined;
    const value = this.data[name];
    if (fits(value)) return value;
    // JSON has null beside the extensions of a primitive.
    if (value !== null && value !== undefined) this.tell(this.path, 'type-wrong', name);
    return undefined;
  }

  /** A text that is not blank. */
  text(name: string): string | undefined {
    const read = this.#read(name, (value) => typeof value === 'string');
    const text = read?.replace(UNSTORABLE, '\uFFFD');
    if (text !== read) this.tell(this.path, 'characters-replaced', name);
    return text?.trim() ? text : undefined;
  }

  flag(name: string): boolean {
    return this.#read(name, (value) => typeof value === 'boolean') ?? false;
  }

  number(name: string): number | undefined {
    return this.#read(name, (value): value is number => typeof value === 'number' && Number.isFinite(value));
  }

  /** A list of objects. */
  list(name: string): Part[] {
    const entries = this.#read(name, (value): value is unknown[] => Array.isArray(value)) ?? [];
    return entries.flatMap((entry) => {
      if (isObject(entry)) return new Part(entry, this.path, this.tell);
      if (entry !== null) this.tell(this.path, 'type-wrong', name);
      return [];
    });
  }

  /** A list of texts that are not blank. */
  texts(name: string): string[] {
    const entries = this.#read(name, (value): value is unknown[] => Array.isArray(value)) ?? [];
    return entries.flatMap((entry) => {
      if (typeof entry === 'string') return entry.trim() ? entry : [];
      if (entry !== null) this.tell(this.path, 'type-wrong', name);
      return [];
    });
  }

  part(name: string): Part | undefined {
    const data = this.#read(name, isObject);
    return data && new Part(data, this.path, this.tell);
  }

  /** `value[x]`, or another element of several types. */
  typed(prefix = 'value'): Typed | undefined {
    const names = Object.keys(this.data).filter((name) => name.startsWith(prefix) && /^[A-Z]/.test(name.slice(prefix.length)));
    const there = names.filter((name) => this.data[name] !== null && this.data[name] !== undefined);
    if (there.length > 1) this.tell(this.path, 'several-values', there.join(', '));
    const [name] = there;
    return name === undefined ? undefined : { type: name.slice(prefix.length), value: this.data[name] };
  }

  /** The extensions of a primitive element: those of `_text` for `text`. */
  beside(name: string): Extensions {
    return extensionsOf(this.part(`_${name}`));
  }
}

/** `questionnaire-itemControl` of FHIR and `sdc-questionnaire-openLabel` of SDC are `itemControl` and `openLabel` here. */
const STANDARD =
  /^https?:\/\/hl7\.org\/fhir\/(?:[\w.-]+\/)*StructureDefinition\/(?:sdc-)?(?:questionnaire-|extension-Questionnaire\.(?:item\.)?)?(.+)$/;

/** The short name of an extension of FHIR or SDC, else its URL. */
export const standardName = (url: string): string => STANDARD.exec(url)?.[1] ?? url;

const NONE: readonly Part[] = [];

/** The language of expressions that this package evaluates. */
export const FHIRPATH = 'text/fhirpath';
/** The language of searches on a FHIR server, with FHIRPath between `{{` and `}}`. */
export const FHIR_QUERY = 'application/x-fhir-query';

/** The extensions of one element. It remembers which of them were read, so that it can report the others. */
export class Extensions {
  /** Undefined for most elements: they have none. */
  readonly #parts: Map<string, Part[]> | undefined;

  constructor(owner?: Part) {
    if (!owner) return;
    this.#parts = new Map();
    for (const part of owner.list('extension')) {
      const url = part.text('url') ?? '';
      const name = standardName(url);
      this.#parts.set(name, [...(this.#parts.get(name) ?? []), part]);
    }
  }

  has(name: string): boolean {
    return !!this.#parts?.has(name);
  }

  /** Extensions with this name, or with the whole URL if it is not one of FHIR or SDC. */
  all(name: string): readonly Part[] {
    const parts = this.#parts?.get(name);
    if (!parts) return NONE;
    this.#parts!.delete(name);
    return parts;
  }

  /** The first one with this name. It stays unread. */
  first(name: string): Part | undefined {
    return this.#parts?.get(name)?.[0];
  }

  typed(name: string): Typed | undefined {
    const [part] = this.all(name);
    const typed = part?.typed();
    // Without a value it has an expression that gives one.
    if (part && !typed) part.tell(part.path, 'expression-not-used', name);
    return typed;
  }

  /** The value, if it has this type. */
  #value(name: string, type: 'number' | 'boolean'): unknown {
    const [part] = this.all(name);
    const typed = part?.typed();
    if (!typed || typeof typed.value === type) return typed?.value;
    part!.tell(part!.path, 'type-wrong', name);
    return undefined;
  }

  number(name: string): number | undefined {
    const value = this.#value(name, 'number') as number | undefined;
    return Number.isFinite(value) ? value : undefined;
  }

  text(name: string): string | undefined {
    const [part] = this.all(name);
    const typed = part?.typed();
    return typed && part!.text(`value${typed.type}`);
  }

  flag(name: string): boolean {
    return this.#value(name, 'boolean') === true;
  }

  /** The codes of extensions whose value is a CodeableConcept, a Coding or a code. */
  codes(name: string): string[] {
    return this.all(name).flatMap((part) => {
      const { type, value } = part.typed() ?? {};
      if (type !== 'CodeableConcept') return type === 'Coding' ? (part.part('valueCoding')?.text('code') ?? []) : ((typeof value === 'string' && value) || []);
      const concept = part.part('valueCodeableConcept');
      const codes = concept?.list('coding').flatMap((coding) => coding.text('code') ?? []) ?? [];
      return codes.length ? codes : (concept?.text('text') ?? []);
    });
  }

  /** An expression and its language. */
  expression(name: string): { expression: string; language: string } | undefined {
    const part = this.first(name)?.part('valueExpression');
    const [expression, language] = [part?.text('expression'), part?.text('language')];
    return expression !== undefined && language !== undefined ? { expression, language } : undefined;
  }

  /** The languages of the expressions in these extensions, each once. That of a constraint in R4 is FHIRPath. */
  languages(name: string): Set<string> {
    const parts = this.#parts?.get(name) ?? NONE;
    const own = parts.map((part) => part.part('valueExpression') ?? extensionsOf(part).all('expression')[0]?.part('valueExpression'));
    return new Set(own.map((expression) => (expression ? (expression.text('language') ?? '') : FHIRPATH)));
  }

  /** The names of those that were not read. */
  rest(): string[] {
    return this.#parts ? [...this.#parts.keys()] : [];
  }
}

/** Most elements have no extensions, and share this. */
const NO_EXTENSIONS = new Extensions();

export const extensionsOf = (owner: Part | undefined): Extensions =>
  owner && 'extension' in owner.data ? new Extensions(owner) : NO_EXTENSIONS;
