import type { PropertyDeclaration, ReactiveElement } from 'lit';
import { limits } from '../../core/plain-data/limits.ts';
import { plainCopy, plainEntries } from '../../core/plain-data/plain-copy.ts';
import { isPlain } from '../../core/plain-data/plain-text.ts';
import { report } from './report.ts';

// All that a host gives by property or attribute is read here, by the rule (`takes`) that stands beside the property.

/** The value that counts, or `refused`: then what the property held before counts. `tell` says what it takes. */
export type Takes = (given: unknown, tell: Tell) => unknown;
/** `what` follows "must be"; `key` names what is wrong inside the property. */
type Tell = (what: string, key?: string) => typeof refused;

declare module 'lit' {
  interface PropertyDeclaration {
    readonly takes?: Takes;
    /** The code of its mistakes, where it is not `bad-attribute`. */
    readonly code?: string;
  }
}

export const refused = Symbol();

const isNothing = (given: unknown): boolean => given === undefined || given === null || given === '';

/** `read` gives `undefined` for a value of no use; then `otherwise` counts, or what the property held before. */
const value =
  (what: string, read: (given: unknown) => unknown, ...otherwise: [unknown?]): Takes =>
  (given, tell) => {
    const clean = isNothing(given) ? given : read(given);
    if (clean !== undefined || isNothing(given)) return clean;
    const kept = tell(what);
    return otherwise.length ? otherwise[0] : kept;
  };

const textUpTo = (most: number) => (given: unknown) => (typeof given === 'string' && given.length <= most ? given : undefined);

export const text = /* @__PURE__ */ value(`a text of at most ${limits.wordingText} characters`, textUpTo(limits.wordingText));

const asText = (given: unknown): unknown => (typeof given === 'number' ? `${given}` : given);

/** A text that names something. Frameworks also set a number. */
export const key = /* @__PURE__ */ value(`a text of at most ${limits.wordingText} characters`, (given) => textUpTo(limits.wordingText)(asText(given)));

/** An id as records name it. What is no id is left out: an older one may be of somebody else. */
export const id = /* @__PURE__ */ value(
  'a text of 1 to 200 characters',
  (given) => textUpTo(200)(asText(given)),
  undefined,
);

/** One of these; another counts as `otherwise`. */
export const oneOf = (values: readonly unknown[], otherwise?: unknown): Takes =>
  value(`one of ${values.join(', ')}`, (given) => (values.includes(given) ? given : undefined), otherwise);

/** What is unknown counts as the careful one. */
export const privacy = /* @__PURE__ */ oneOf(['personal', 'shared'], 'shared');

export const author = /* @__PURE__ */ oneOf(['client', 'therapist', 'observer']);

export const number = (min: number, max: number, otherwise: number): Takes =>
  value(`a number from ${min} to ${max}`, (given) => (typeof given === 'number' && given >= min && given <= max ? given : undefined), otherwise);

export const headingLevel = /* @__PURE__ */ oneOf([2, 3, 4, 5, 6], 2);

/** Up to the minutes of a year. */
export const minutes = (otherwise: number): Takes => number(0, 525_600, otherwise);

/** As a native property, it takes every text and number for yes or no. */
export const flag = /* @__PURE__ */ value('true or false', (given) => (isPlain(given) ? !!given : undefined));

const isObject = (given: unknown): given is object => typeof given === 'object' && !!given;

/** An object, or its JSON, as a copy that is safe to read. */
export const data: Takes = (given, tell) => {
  if (isNothing(given) || isJson(given)) return given;
  const copied = isObject(given) && plainCopy(given);
  return copied && copied.ok ? copied.data : tell(copied ? `an object or a list: ${copied.problem.message}` : 'an object or a list');
};

/** A list, or its JSON, as a copy that is safe to read. An entry that cannot be read is `null` there. */
export const list: Takes = (given, tell) =>
  isNothing(given) || isJson(given) ? given : ((isObject(given) && plainEntries(given)) || tell('a list'));

const isJson = (given: unknown): boolean => typeof given === 'string' && given.length <= limits.jsonText;

/** The name of a registered instrument, or a definition as a copy that is safe to read. */
export const instrument: Takes = (given, tell) =>
  typeof given === 'string' && given.length > 200 ? tell('a name of at most 200 characters, or a definition') : data(given, tell);

/**
 * The host's own words: only texts count, and for what is no text the built-in words stay. `lists` says how many texts a key
 * holds that is a list of them.
 */
export const strings = (lists: Readonly<Record<string, number>> = {}): Takes => (given, tell) => {
  if (isNothing(given)) return given;
  const copied = isObject(given) && plainCopy(given);
  if (!copied || !copied.ok) return tell('an object of texts');
  const isUsed = ([key, words]: [string, unknown]): boolean => {
    const count = Object.hasOwn(lists, key) ? lists[key] : undefined;
    const isRight = count ? Array.isArray(words) && words.length === count && words.every(isWords) : isWords(words);
    // A framework may set a key that it has no words for.
    if (!isRight && words !== undefined) tell(count ? `a list of ${count} texts` : 'a text', key);
    return isRight;
  };
  return Object.fromEntries(Object.entries(copied.data as object).filter(isUsed));
};

const isWords = (words: unknown): boolean => textUpTo(limits.wordingText)(words) !== undefined;

/** What a host gave one element, and the mistakes in it: each is reported once, when the element stands in the page. */
export class HostInput {
  #host: ReactiveElement;
  #told = new Map<string, string>();
  #untold: [code: string, message: string][] = [];

  constructor(host: ReactiveElement) {
    this.#host = host;
  }

  /** What counts for a property; `refused` where it keeps what it holds. */
  take(name: string, { takes, code = 'bad-attribute', attribute }: PropertyDeclaration, given: unknown): unknown {
    const called = typeof attribute === 'string' ? attribute : name;
    const mistakes: string[] = [];
    const taken = takes!(given, (what, key) => {
      const place = key === undefined ? called : `${called}.${key.slice(0, 100)}`;
      if (mistakes.length < limits.problems) mistakes.push(`${place} must be ${what}`);
      return refused;
    });
    const message = mistakes.join('; ');
    if (message && message !== this.#told.get(name)) {
      this.#untold.push([code, message]);
      this.#host.requestUpdate();
    }
    this.#told.set(name, message);
    return taken;
  }

  report(): void {
    if (!this.#host.isConnected) return;
    for (const [code, message] of this.#untold.splice(0)) report(this.#host, code, message);
  }
}
