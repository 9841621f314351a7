import type { Row } from './clinic-database.ts';

/** What was found out about each record, by its id. Answers are JSON. */
export interface Evidence {
  /** Every record that a person sent: its answers, and whether the clinic must refuse it. */
  sent: ReadonlyMap<string, { answers: string; isImpossible: boolean }>;
  /** Those that the person saw as saved, and those that they saw as saved or as kept on the device. */
  saved: ReadonlySet<string>;
  seen: ReadonlySet<string>;
  /** The answers of records that a device has set aside, because the endpoint refused them, and of those that still wait there. */
  setAside: ReadonlyMap<string, string>;
  waiting: ReadonlyMap<string, string>;
  /** Other records that were delivered under the same id. */
  others: ReadonlyMap<string, string>;
  rows: readonly Row[];
}

export interface Verdict {
  /** A person saw it as saved and it is not stored, or as kept and it is neither stored nor on the device with their answers. */
  lost: string[];
  /** A person saw it as kept, and it still waits on the device with their answers. */
  waiting: string[];
  /** It is stored more than once. */
  doubled: string[];
  /** With the reason: what is stored or set aside, and should not be. */
  wrong: string[];
}

/** Compares what people saw with what is stored. */
export function compare({ sent, saved, seen, setAside, waiting, others, rows }: Evidence): Verdict {
  const stored = new Map<string, Row[]>();
  for (const row of rows) stored.set(row.id, [...(stored.get(row.id) ?? []), row]);
  const isStored = (id: string, answers = sent.get(id)?.answers): boolean => !!answers && !!stored.get(id)?.some(({ body }) => isSame(body.answers, answers));
  const isAsSent = (id: string, answers: string | undefined): boolean => !!answers && answers === sent.get(id)?.answers;
  const isOnDevice = (id: string): boolean => isAsSent(id, setAside.get(id)) || isAsSent(id, waiting.get(id));
  const missing = [...seen].filter((id) => !isStored(id));
  const wrong: string[] = [];
  for (const { id } of rows) {
    if (sent.get(id)?.isImpossible && isStored(id)) wrong.push(`${id} is stored, and must be refused`);
    else if (!isStored(id) && !isStored(id, others.get(id))) wrong.push(`${id} is stored with answers that nobody sent`);
  }
  for (const [id, answers] of setAside) {
    if (isStored(id)) wrong.push(`${id} is stored, and its person was told that it was refused`);
    else if (!sent.get(id)?.isImpossible && !isStored(id, others.get(id))) wrong.push(`${id} was refused without a reason`);
    if (!isAsSent(id, answers)) wrong.push(`${id} is set aside with other answers`);
  }
  return {
    lost: missing.filter((id) => saved.has(id) || !isOnDevice(id)),
    waiting: missing.filter((id) => !saved.has(id) && isAsSent(id, waiting.get(id))),
    doubled: [...stored].flatMap(([id, found]) => (new Set(found.map(({ client }) => client)).size < found.length ? id : [])),
    wrong,
  };
}

/** The database stores the keys of an object in another order. */
const sorted = (value: unknown): unknown =>
  Array.isArray(value) ? value.map(sorted) : value && typeof value === 'object' ? Object.fromEntries(Object.entries(value).sort().map(([key, inner]) => [key, sorted(inner)])) : value;
const isSame = (stored: unknown, sent: string): boolean => JSON.stringify(sorted(stored)) === JSON.stringify(sorted(JSON.parse(sent)));
