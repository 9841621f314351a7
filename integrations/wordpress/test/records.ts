import { randomUUID } from 'node:crypto';
import { createSession, type Instrument, optionsOf, type Response, type Snapshot, type Value } from 'attune-elements/core';
import { getInstrument } from 'attune-elements/instruments';

/** An instrument of the package, as it is asked. */
export function asked(id: string, options: Record<string, string> = {}): Instrument {
  const got = getInstrument(id, options);
  if (!got.ok) throw new Error(JSON.stringify(got.problems));
  return got.instrument;
}

const allOf = (instances: Snapshot['instances']): Snapshot['instances'] => instances.flatMap((instance) => [instance, ...allOf(instance.children)]);

/** A completed record as a widget makes it: `values` by item; an item without one has its last choice, if it has choices. */
export function recordOf(id: string, { options = {}, values = {}, more = {} }: { options?: Record<string, string>; values?: Record<string, Value>; more?: Partial<Response> } = {}): Response {
  const instrument = asked(id, options);
  const session = createSession(instrument, {
    newId: randomUUID,
    now: () => '2026-11-29T10:00:00+01:00',
    locale: 'en',
    software: { name: 'attune-elements', version: '0.1.0' },
  });
  for (const { item, at } of allOf(session.current.instances)) {
    const value = values[item.id] ?? optionsOf(instrument, item).at(-1)?.code;
    if (value !== undefined) session.answer(item.id, [value], at);
  }
  return { ...session.complete(), ...more };
}

/** The same record with another id. */
export const again = (record: Response, more: Partial<Response> = {}): Response => ({ ...record, id: randomUUID(), ...more });
