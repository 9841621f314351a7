import type { PropertyDeclaration, ReactiveElement } from '../lit/lit.ts';
import { limits } from '../../core/plain-data/limits.ts';
import { plainCopy, plainEntries } from '../../core/plain-data/plain-copy.ts';
import { isPlain } from '../../core/plain-data/plain-text.ts';
import { breaks, inWords, type Problem } from '../../core/plain-data/problem.ts';
import * as shape from '../../core/plain-data/shape.ts';
import type { ErrorCode } from './developer-messages.ts';
import { report } from './report.ts';

// Reads everything that a host sets by property or attribute. Each property names its rule (`takes`).

declare module 'lit' {
  interface PropertyDeclaration {
    /** Returns the value to use, or `refused` to keep the earlier value. */
    readonly takes?: shape.Read;
    /** The code of a report about it, if it is not `bad-attribute`. */
    readonly code?: ErrorCode;
  }
}

export const refused = Symbol();

const isNothing = (given: unknown): boolean => given === undefined || given === null || given === '';

/** If the value cannot be used: `otherwise`, or without it the earlier value. */
const value =
  (read: shape.Read, ...otherwise: [unknown?]): shape.Read =>
  (given, path, problems) => {
    const clean = read(given, path, problems);
    if (!problems.length) return clean;
    return otherwise.length ? otherwise[0] : refused;
  };

/** Frameworks also set a number for a text. */
const textOrNumber =
  (read: shape.Read): shape.Read =>
  (given, path, problems) => read(typeof given === 'number' ? `${given}` : given, path, problems);

export const text = /* @__PURE__ */ value(shape.text);

/** A text that names something, such as a key. */
export const key = /* @__PURE__ */ value(/* @__PURE__ */ textOrNumber(shape.text));

/** An id for a record. A value that is no id removes the earlier one, which may belong to somebody else. */
export const id = /* @__PURE__ */ value(/* @__PURE__ */ textOrNumber(shape.name), undefined);

/** One of these values; for another one, `otherwise`. */
export const oneOf = (values: readonly unknown[], otherwise?: unknown): shape.Read => value(shape.literal(...values), otherwise);

/** An unknown value counts as the safer one. */
export const privacy = /* @__PURE__ */ oneOf(['personal', 'shared'], 'shared');

export const author = /* @__PURE__ */ oneOf(['client', 'therapist', 'observer']);

/** Which translations of an instrument may be shown beside the reviewed ones. */
export const translations = /* @__PURE__ */ oneOf(['draft']);

export const number = (min: number, max: number, otherwise: number): shape.Read => value(shape.within(min, max), otherwise);

export const headingLevel = /* @__PURE__ */ oneOf([2, 3, 4, 5, 6], 2);

/** At most the minutes of a year. */
export const minutes = (otherwise: number): shape.Read => number(0, 525_600, otherwise);

const isFlag = /* @__PURE__ */ shape.is('true-or-false', isPlain);

/** Any text, number or boolean, as yes or no, like a native property. */
export const flag = /* @__PURE__ */ value((...given) => !!isFlag(...given));

const isObject = (given: unknown): given is object => typeof given === 'object' && !!given;

const isJson = (given: unknown): boolean => typeof given === 'string' && given.length <= limits.jsonText;

/** An object, or its JSON, as a copy that is safe to read. */
export const data = /* @__PURE__ */ value((given, path, problems) => {
  if (isJson(given)) return given;
  const copied = isObject(given) && plainCopy(given);
  if (copied && copied.ok) return copied.data;
  return problems.push(copied ? { ...copied.problem, path } : breaks(path, 'object-or-list'));
});

/** An object of the page, as it is. */
const objectThat = (holds: (given: object) => boolean, detail = ''): shape.Read =>
  value((given, path, problems) => {
    try {
      if (isObject(given) && holds(given)) return given;
    } catch {
      // A proxy of the page can throw.
    }
    return problems.push(breaks(path, 'object', detail));
  });

/** An object of the page with no other fields than these, as it is: it can have functions. */
export const objectWith = (...names: readonly string[]): shape.Read => objectThat((given) => Object.keys(given).every((name) => names.includes(name)));

/** An object of the page with these methods. */
const objectThatCan = (...methods: readonly string[]): shape.Read =>
  objectThat((given) => methods.every((name) => typeof (given as Record<string, unknown>)[name] === 'function'), `with ${methods.join(', ')}`);

/** A store of the page. */
export const store = /* @__PURE__ */ objectThatCan('get', 'set', 'delete');

/** An outbox of the page. */
export const outbox = /* @__PURE__ */ objectThatCan('list', 'flush', 'clear', 'subscribe');

/** A list, or its JSON, as a copy that is safe to read. An entry that cannot be read is `null` there. */
export const list = /* @__PURE__ */ value((given, path, problems) =>
  isJson(given) ? given : ((isObject(given) && plainEntries(given)) || problems.push(breaks(path, 'list'))),
);

/** The name of a registered instrument, or a definition as a copy that is safe to read. */
export const instrument = /* @__PURE__ */ value((given, path, problems) =>
  (typeof given === 'string' && given.length > 200 ? shape.name : data)(given, path, problems),
);

/** A text, or an object of texts: the plural forms of a message. */
const message: shape.Read = (given, path, problems) =>
  isObject(given)
    ? shape.objectOf(new Map(Object.keys(given).map((form) => [form, shape.text])))(given, path, problems)
    : shape.text(given, path, problems);

/** The host's own messages. A value that is no message is ignored, and the built-in message stays. */
export const strings: shape.Read = (given, path, problems) => {
  const copied = isObject(given) && plainCopy(given);
  if (!copied || !copied.ok) {
    problems.push(breaks(path, 'object-of-texts'));
    return refused;
  }
  const isUsed = ([key, given]: [string, unknown]): boolean => {
    const mistakes: Problem[] = [];
    message(given, `${path}.${key}`, mistakes);
    // A framework may set a key without a value.
    if (given !== undefined) problems.push(...mistakes);
    return !mistakes.length;
  };
  return Object.fromEntries(Object.entries(copied.data as object).filter(isUsed));
};

/** The values that a host sets on one element. It reports each mistake once, when the element is in the page. */
export class HostInput {
  #host: ReactiveElement;
  #told = new Map<string, string>();
  #untold: [code: ErrorCode, message: string][] = [];

  constructor(host: ReactiveElement) {
    this.#host = host;
  }

  /** The value to use for a property, or `refused` to keep the earlier value. */
  take(name: string, { takes, code = 'bad-attribute', attribute }: PropertyDeclaration, given: unknown): unknown {
    const problems: Problem[] = [];
    const path = typeof attribute === 'string' ? attribute : name;
    const taken = isNothing(given) ? given : takes!(given, path, problems);
    const message = inWords(problems.slice(0, limits.problems));
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
