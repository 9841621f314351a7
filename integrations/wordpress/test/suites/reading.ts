import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRecord, type Response } from 'attune-elements/core';
import { getInstrument, listInstruments } from 'attune-elements/instruments';
import * as fc from 'fast-check';
import { again, recordOf } from '../records.ts';
import type { Site } from '../site.ts';

const RUNS = 1500;

const options: [id: string, options: Record<string, string>][] = [
  ['trust-12', {}], ['trust-12', { variant: 'intake' }], ['trust-12', { keying: 'positive' }], ['trust-pulse', {}], ['rapport-check', { mode: 'chat' }],
  ['empathy-checklist', {}], ['empathy-checklist', { perspective: 'observer' }], ['environment-check', { mode: 'phone' }], ['openness-check', {}],
  ['benefits-check', {}], ['mistrust-observation', {}], ['progress-check-in', {}], ['boundary-clarity', { policy: '7 & <b>' }],
  ['boundary-clarity', { topics: 'cost ending', 'last-time': 'yes' }], ['countertransference-reflection', {}], ['countertransference-reflection', { text: 'shared' }],
];
const whole = options.map(([id, chosen]) => recordOf(id, { options: chosen, values: { p1: 'Sleep', p7: '2026-12-24', 'q-purpose': 'Why?', 'q-cost': 'How much?', c1: 'Words' } }));

const items = listInstruments().flatMap(function all({ items: inside = [] }: { items?: readonly unknown[] }): string[] {
  return (inside as { id: string; items?: [] }[]).flatMap((item) => [item.id, ...all(item)]);
});
const values = fc.oneof(
  fc.constantFrom<unknown>('yes', 'no', 'partly', 'agree', 'ask', 'first', 'more', 'not-clear', 'clear', '', '  ', 0, 1, 10, 11, -1, 0.5, 1e300, true, null, '2026-02-29', '2028-02-29', { words: 'x' }, [1], 'x'.repeat(281), '🌱'.repeat(140), '🌱'.repeat(141), '\u0000'),
  fc.string(),
);
const places = fc.constantFrom<unknown>(undefined, [], [0], [1], [4], [5], [99], [100], [-1], [0.5], [0, 0], 'x');
const answers = fc.record({ item: fc.constantFrom(...items, 'nothing'), state: fc.constantFrom('answered', 'declined', 'unknown', 'not-applicable', 'blank'), values: fc.array(values, { maxLength: 2 }), at: places });

type Answers = Record<string, unknown>[];
const shaped = ({ item, state, values: given, at }: { item: string; state: string; values: unknown[]; at: unknown }): Record<string, unknown> => ({
  item, state, ...(state === 'answered' && { values: given }), ...(at !== undefined && { at }),
});
const ways = {
  none: fc.constant((list: Answers): Answers => list),
  dropped: fc.nat(40).map((i) => (list: Answers): Answers => list.filter((_, j) => j !== i)),
  doubled: fc.nat(40).map((i) => (list: Answers): Answers => [...list, ...list.slice(i, i + 1)]),
  added: answers.map((answer) => (list: Answers): Answers => [...list, shaped(answer)]),
  changed: fc.tuple(fc.nat(40), fc.array(values, { maxLength: 2 })).map(([i, given]) => (list: Answers): Answers => list.map((one, j) => (j === i ? { ...one, state: 'answered', values: given } : one))),
  leftOut: fc.tuple(fc.nat(40), fc.constantFrom('declined', 'unknown', 'not-applicable')).map(([i, state]) => (list: Answers): Answers => list.map(({ item, at }, j, all) => (j === i ? { item, state, ...(at !== undefined && { at }) } : all[j]!))),
  moved: fc.tuple(fc.nat(40), places).map(([i, at]) => (list: Answers): Answers => list.map((one, j) => (j === i ? { ...one, at } : one))),
};
const heads = fc.constantFrom<Record<string, unknown>>(
  {}, {}, {}, { schema: '1' }, { schema: 1.0 }, { schema: 2 }, { startedAt: '2026-02-30T10:00:00Z' }, { startedAt: '2026-02-28T10:00Z' }, { startedAt: '2026-02-28T10:00:00.5-03:30' },
  { completedAt: undefined }, { status: 'in-progress' }, { locale: 'de-AT' }, { locale: 'de_AT' }, { locale: '' }, { disclosure: '' }, { subject: '' }, { subject: 'x'.repeat(201) }, { subject: 7 },
  { author: 'client' }, { author: 'nobody' }, { software: { name: 'a' } }, { software: { name: 'a', version: '' } }, { software: { name: 'a', version: '1', more: 1 } }, { extra: null }, { answers: {} }, { answers: null }, { instrument: {} },
);
const named = fc.constantFrom<(instrument: Record<string, unknown>) => unknown>(
  (one) => one, (one) => one, (one) => one, (one) => ({ ...one, version: '9.9.9' }), (one) => ({ ...one, options: {} }), (one) => ({ ...one, options: [] }), (one) => ({ ...one, options: { topics: 'ending cost', policy: '', 'last-time': 'no' } }),
  (one) => ({ ...one, language: undefined }), (one) => ({ ...one, language: 'de', translation: { language: 'de', revision: 1, standing: 'draft' } }), (one) => ({ ...one, translation: { language: 'de', revision: 1, standing: 'sure' } }), (one) => ({ ...one, more: true }),
);
const changes = fc.tuple(fc.constantFrom(...whole), fc.array(fc.oneof(...Object.values(ways)), { maxLength: 3 }), heads, named).map(([record, steps, head, name]) => ({
  ...record, instrument: name({ ...record.instrument }), answers: steps.reduce((list, step) => step(list), record.answers.map((one) => ({ ...one })) as Answers), ...head,
}));

/** What the package accepts, less what only this site refuses. */
const isAccepted = (record: unknown): boolean => {
  const read = readRecord(getInstrument, record);
  return read.ok && read.response.status === 'completed';
};

/** The gate in PHP beside that of the package. */
export function reading(site: Site): void {
  const judged = (records: unknown[], code: string): boolean[] => site.json<boolean[]>(`echo json_encode( array_map( function ( $text ) { ${code} }, $argument ) );`, records.map((record) => JSON.stringify(record)));

  test('every record that a widget can make of the shipped instruments is accepted', () => {
    assert.deepEqual(whole.map(isAccepted), whole.map(() => true));
    assert.deepEqual(judged(whole, `return ! is_wp_error( Attune\\read_record( json_decode( $text ) ) );`), whole.map(() => true));
  });

  test(`PHP and the package agree about ${RUNS} records with mistakes`, () => {
    const records: unknown[] = fc.sample(changes, { numRuns: RUNS, seed: 12 }).map((record, i) => ({ ...record, id: `record-${i}` }));
    const wanted = records.map((record) => isAccepted(JSON.parse(JSON.stringify(record))));
    const found = judged(records, `return ! is_wp_error( Attune\\read_record( json_decode( $text ) ) );`);
    const accepted = wanted.filter(Boolean).length;
    assert.ok(accepted > RUNS / 20 && accepted < RUNS * 0.9, `${accepted} of ${RUNS} are accepted`);
    const different = records.filter((_, i) => wanted[i] !== found[i]);
    const about = (record: unknown): unknown => ({ record, package: readRecord(getInstrument, JSON.parse(JSON.stringify(record))), php: site.json(`$read = Attune\\read_record( json_decode( $argument ) ); echo json_encode( is_wp_error( $read ) ? $read->get_error_data() : 'accepted' );`, JSON.stringify(record)) });
    assert.equal(different.length, 0, JSON.stringify(different.slice(0, 3).map(about)));
  });

  test('another validator agrees about the shape of these records', () => {
    const records: unknown[] = fc.sample(changes, { numRuns: 400, seed: 13 });
    const schema = `$schema = Attune\\read_json( 'data/response.schema.json', false ); $data = json_decode( $text );`;
    // It does not know "const", which says the same as a list of one.
    const without = `$plain = json_decode( preg_replace( '/"const":("[^"]*"|\\d+)/', '"enum":[$1]', json_encode( $schema ) ) );`;
    const own = judged(records, `${schema} return ! Attune\\shape_faults( $data, $schema, $schema );`);
    const other = judged(records, `require_once '/usr/share/php/JsonSchema/autoload.php'; ${schema} ${without} $validator = new JsonSchema\\Validator(); $validator->validate( $data, $plain ); return $validator->isValid();`);
    assert.ok(own.includes(true) && own.includes(false));
    assert.equal(JSON.stringify(records.filter((_, i) => own[i] !== other[i]).slice(0, 2)), '[]');
  });

  test('ids are like those that widgets make', () => {
    const record: Response = recordOf('trust-pulse');
    const ids = ['short', 'x'.repeat(101), 'with space', 'with/slash', 'ok-id_1.2~3'];
    assert.deepEqual(judged(ids.map((id) => again(record, { id })), `return ! is_wp_error( Attune\\read_record( json_decode( $text ) ) );`), [false, false, false, false, true]);
  });
}
