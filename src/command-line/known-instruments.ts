import { readdirSync } from 'node:fs';
import type { Instrument } from '../core/instrument/instrument.ts';
import type { Problem } from '../core/plain-data/problem.ts';
import { inWords } from '../core/plain-data/problem.ts';
import { isObject, textOf } from '../core/plain-data/shape.ts';
import { readRecord, type ReadRecord } from '../core/record/read-record.ts';
import type { Resolved } from '../core/instrument/resolve-instrument.ts';
import { formUrl } from '../fhir/canonical.ts';
import { getInstrument, listInstruments, registerInstrument, registerTranslation } from '../instruments/index.ts';
import { Failure } from './failure.ts';
import { readJsonFile } from './input.ts';

/** The translations of this package, which the build writes there. */
const TRANSLATIONS = new URL('../translations/', import.meta.url);

/** Instruments with their options settled, as a record or a command asks for them. */
const MANY = 100;

/** `de` for `de-AT`. */
const baseOf = (tag: string): string => tag.toLowerCase().split('-')[0]!;

const orFail = <R extends { ok: true } | { ok: false; problems: Problem[] }>(path: string, read: R): void => {
  if (!read.ok) throw new Failure('failed', `${path} is not valid: ${inWords(read.problems)}`);
};

/** The instruments and translations of this package and those of the host's files. */
export class KnownInstruments {
  readonly #languages: ReadonlySet<string>;
  readonly #loaded = new Set<string>();
  readonly #settled = new Map<string, Resolved>();

  constructor() {
    const names = readdirSync(TRANSLATIONS).filter((name) => name.endsWith('.js'));
    this.#languages = new Set(names.map((name) => name.slice(0, -'.js'.length)));
  }

  has(id: string): boolean {
    return listInstruments().some((definition) => definition.id === id);
  }

  /** Adds definitions and translations of the host. */
  async addFiles(definitions: readonly string[], translations: readonly string[]): Promise<void> {
    for (const path of definitions) orFail(path, registerInstrument(await readJsonFile(path)));
    for (const path of translations) orFail(path, registerTranslation(await readJsonFile(path)));
  }

  /** Loads the translations of this package in a language, also those of a wider one: `de` for `de-AT`. */
  async #load(tag: string): Promise<void> {
    for (const language of [tag.toLowerCase(), baseOf(tag)]) {
      if (this.#loaded.has(language) || !this.#languages.has(language)) continue;
      this.#loaded.add(language);
      await import(new URL(`${language}.js`, TRANSLATIONS).href);
      this.#settled.clear();
    }
  }

  #find(id: string, options: Readonly<Record<string, string>>, language: string): Resolved {
    const key = JSON.stringify([id, options, language]);
    const known = this.#settled.get(key);
    if (known) return known;
    const resolved = getInstrument(id, options, { language, translations: 'draft' });
    // A text that somebody writes can be an option, so there can be any number of them.
    if (this.#settled.size >= MANY) this.#settled.clear();
    this.#settled.set(key, resolved);
    return resolved;
  }

  /** An instrument in a language. Fails if it is not there in that language. */
  async get(id: string, options: Readonly<Record<string, string>>, language: string | undefined): Promise<Instrument> {
    if (language) await this.#load(language);
    const resolved = this.#find(id, options, language ?? '');
    if (!resolved.ok) throw new Failure('usage', `${id}: ${inWords(resolved.problems)}`);
    const { instrument } = resolved;
    const isSource = baseOf(language ?? instrument.language) === baseOf(instrument.language);
    if (!isSource && !instrument.translation) throw new Failure('usage', `${id} has no translation into "${language}"`);
    return instrument;
  }

  /** The instrument that is this Questionnaire: one of a definition that was made from it, or one whose Questionnaire we would write so. */
  async ofCanonical(url: string, base: string): Promise<Instrument | undefined> {
    if (!url) return undefined;
    const made = listInstruments().find(({ source }) => isObject(source) && source.url === url);
    if (made) return this.#settle(made.id, {});
    const own = url.startsWith(`${base}/Questionnaire/`) ? url.slice(`${base}/Questionnaire/`.length) : '';
    for (const { id, options = {} } of own ? listInstruments() : []) {
      if (own !== id && !own.startsWith(`${id}.`)) continue;
      const parts = own.slice(id.length + 1).split('.').filter(Boolean);
      const valueOf = (name: string): string | undefined => parts.find((part) => part.startsWith(`${name}-`))?.slice(name.length + 1);
      const language = valueOf('lang');
      if (language) await this.#load(language);
      const chosen = Object.keys(options).flatMap((name) => (valueOf(name) === undefined ? [] : [[name, valueOf(name)!] as const]));
      const instrument = this.#settle(id, Object.fromEntries(chosen), language);
      // The name has not every value as it is.
      if (instrument && formUrl(base, instrument) === url) return instrument;
    }
    return undefined;
  }

  #settle(id: string, options: Readonly<Record<string, string>>, language = ''): Instrument | undefined {
    const resolved = this.#find(id, options, language);
    return resolved.ok ? resolved.instrument : undefined;
  }

  /** Adds a definition, and reads it as an instrument. */
  register(data: unknown): { ok: true; id: string } | { ok: false; problems: Problem[] } {
    const read = registerInstrument(data);
    if (!read.ok) return read;
    this.#settled.clear();
    return { ok: true, id: read.definition.id };
  }

  /** Reads a record, with its instrument in the language that was on screen. */
  async readRecord(data: unknown): Promise<ReadRecord> {
    const { language, translation } = Object(Object(data).instrument) as Record<string, unknown>;
    const tag = translation ? textOf(language) : '';
    if (tag) await this.#load(tag);
    return readRecord((id, options) => this.#find(id, options, tag), data);
  }
}
