import { deepFreeze } from '../core/plain-data/deep-freeze.ts';
import type { InstrumentDefinition } from '../core/instrument/definition.ts';
import { readDefinition } from '../core/instrument/read-definition.ts';
import type { ReadDefinition } from '../core/instrument/read-definition.ts';
import { resolveInstrument } from '../core/instrument/resolve-instrument.ts';
import type { Resolved } from '../core/instrument/resolve-instrument.ts';

const definitions = new Map<string, InstrumentDefinition>();
const listeners = new Set<() => void>();

/** Calls back whenever something is registered, until the function that it returns is called. */
export function onRegistered(callback: () => void): () => void {
  listeners.add(callback);
  return () => void listeners.delete(callback);
}

function register(definition: InstrumentDefinition): void {
  definitions.set(definition.id, definition);
  for (const callback of [...listeners]) callback();
}

/** Adds definitions that are known to be valid. A definition that the host registered under the same id stays. */
export function includeInstruments(...included: InstrumentDefinition[]): void {
  for (const definition of included) {
    if (!definitions.has(definition.id)) register(deepFreeze(definition));
  }
}

/** Registers an instrument under its id, frozen. It replaces one with the same id. An invalid definition is refused. */
export function registerInstrument(data: unknown): ReadDefinition {
  const read = readDefinition(data);
  if (read.ok) register(read.definition);
  return read;
}

/** Every registered definition, in the order of registration. */
export const listInstruments = (): InstrumentDefinition[] => [...definitions.values()];

/** A registered definition, with its options open. */
export const findDefinition = (id: string): InstrumentDefinition | undefined => definitions.get(id);

/** A registered instrument with its options settled. */
export function getInstrument(id: string, options?: Readonly<Record<string, string>>): Resolved {
  const definition = definitions.get(id);
  if (definition) return resolveInstrument(definition, options);
  const message = `Must be one of ${[...definitions.keys()].join(', ')}`;
  return { ok: false, problems: [{ path: 'id', code: 'unknown-instrument', message }] };
}
