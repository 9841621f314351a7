import { deepFreeze } from '../core/plain-data/deep-freeze.ts';
import type { InstrumentDefinition } from '../core/instrument/definition.ts';
import { takeDefinition } from '../core/instrument/read-definition.ts';
import type { ReadDefinition } from '../core/instrument/read-definition.ts';
import { withOverlay } from '../core/instrument/overlay.ts';
import { resolveInstrument } from '../core/instrument/resolve-instrument.ts';
import type { Resolved } from '../core/instrument/resolve-instrument.ts';
import { notifyRegistered } from './registrations.ts';
import { overlayFor, type WantedTranslations } from './translation-shelf.ts';

const definitions = new Map<string, InstrumentDefinition>();

export { onRegistered } from './registrations.ts';

function register(definition: InstrumentDefinition): void {
  definitions.set(definition.id, definition);
  notifyRegistered();
}

/** Adds definitions that are known to be valid. A definition that the host registered under the same id stays. */
export function includeInstruments(...included: InstrumentDefinition[]): void {
  for (const definition of included) {
    if (!definitions.has(definition.id)) register(deepFreeze(definition));
  }
}

/** Ids of instruments that a host has registered. */
const hosted = new Set<string>();

export const hostedInstruments = (): InstrumentDefinition[] => [...hosted].map((id) => definitions.get(id)!);

let reader: (data: unknown) => ReadDefinition = takeDefinition;

/** From now on, `registerInstrument` reads definitions with this function. */
export const readRegisteredWith = (read: typeof reader): void => void (reader = read);

/** Registers an instrument under its id, frozen. It replaces one with the same id. An invalid definition is refused. */
export function registerInstrument(data: unknown): ReadDefinition {
  const read = reader(data);
  if (read.ok) {
    hosted.add(read.definition.id);
    register(read.definition);
  }
  return read;
}

/** Every registered definition, in the order of registration. */
export const listInstruments = (): InstrumentDefinition[] => [...definitions.values()];

/** A registered definition, with its options open. */
export const findDefinition = (id: string): InstrumentDefinition | undefined => definitions.get(id);

/** Which wording of an instrument is wanted. */
export interface WantedWording {
  /** A BCP 47 tag. `de-AT` also finds `de`. Without it, and if there is no translation, the wording is the source. */
  language?: string | undefined;
  /** `draft`: translations that nobody has reviewed count too. Their answers are not scored. */
  translations?: WantedTranslations;
}

/** A registered instrument with its options settled, in the wanted language. */
export function getInstrument(
  id: string,
  options?: Readonly<Record<string, string>>,
  { language = '', translations }: WantedWording = {},
): Resolved {
  const definition = definitions.get(id);
  if (definition) {
    const overlay = overlayFor(definition, language, translations);
    return resolveInstrument(overlay ? withOverlay(definition, overlay) : definition, options);
  }
  const message = `Must be one of ${[...definitions.keys()].join(', ')}`;
  return { ok: false, problems: [{ path: 'id', code: 'unknown-instrument', message }] };
}
