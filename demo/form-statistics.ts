import { type Instrument, type Response, series } from 'attune-elements/core';
import { type Alpha, cronbachAlpha, itemRows, itemStatistics, type ItemStatistics, type Omega, omega } from 'attune-elements/statistics';
import { listInstruments } from 'attune-elements/instruments';
import type { Queries } from './database/database.ts';
import { instrumentOf } from './read-record.ts';

/** Figures of one form in this clinic: one instrument in one version with one set of options. */
export interface FormStatistics {
  /** In the clinic's wording. */
  instrument: Instrument;
  /** What was on screen: its language and translation. */
  form: Response['instrument'];
  responses: number;
  people: number;
  /** For each line, over all responses. */
  items: Extract<ItemStatistics, { ok: true }>;
  /** For the total and each subscale, over the first response of each person. */
  scales: ScaleStatistics[];
}

export interface ScaleStatistics {
  /** Empty for the total. */
  key: string;
  title: string;
  items: readonly string[];
  /** Why there is no consistency: too few lines, a list of separate things, or a translation that nobody has reviewed. */
  unfit?: 'few-lines' | 'checklist' | 'draft';
  /** Present where there is no such reason. */
  alpha?: Alpha;
  omega?: Omega;
}

/** Whose responses: of made-up clients, or of the others. They are never counted together. */
export type Of = 'made-up' | 'others';

interface Row {
  client: string;
  body: Response;
}

/**
 * Every form that was answered. Neither these figures nor any others are split by therapist: they are about forms.
 * Records that were replaced are left out.
 */
export async function readFormStatistics(queries: Queries, of: Of): Promise<FormStatistics[]> {
  const rows = await queries.query<Row>(
    `select client_id as client, body from records
     join clients on clients.id = client_id
     where clients.made_up = $1 and not exists (
       select 1 from records later
       where later.replaces = records.id and later.client_id = records.client_id
         and later.instrument = records.instrument and later.author = records.author
     )
     order by instrument, completed_at, records.id`,
    [of === 'made-up'],
  );
  return series(rows.map((row) => ({ ...row, instrument: row.body.instrument })), listInstruments())
    .map(({ records }) => describe(records))
    .sort((a, b) => order(a) - order(b) || b.responses - a.responses);
}

const first = ['trust-12', 'trust-pulse', 'empathy-checklist', 'boundary-clarity'];

/** The forms with the most responses come first. */
function order({ instrument: { id } }: FormStatistics): number {
  const place = first.indexOf(id);
  return place < 0 ? first.length : place;
}

function describe(rows: readonly Row[]): FormStatistics {
  const instrument = instrumentOf(rows[0]!.body);
  const items = itemStatistics(instrument, rows.map(({ body }) => body));
  if (!items.ok) throw new Error(`The records of ${instrument.id} are not all of the same form.`);
  // Alpha and omega assume that every response is from a different person.
  const isDraft = rows.some(({ body }) => body.instrument.translation?.standing === 'draft');
  const firsts = new Map(rows.toReversed().map(({ client, body }) => [client, body]));
  const { total, scales = {} } = instrument.scoring ?? {};
  const rules = [
    ...(total ? [{ key: '', title: 'Total', rule: total }] : []),
    ...Object.entries(scales).map(([key, rule]) => ({ key, title: rule.title ?? key, rule })),
  ];
  return {
    instrument,
    form: rows[0]!.body.instrument,
    responses: rows.length,
    people: firsts.size,
    items,
    scales: rules.map(({ key, title, rule }) => {
      const scale = { key, title, items: rule.items };
      if (isDraft) return { ...scale, unfit: 'draft' };
      if (rule.method === 'percent') return { ...scale, unfit: 'checklist' };
      const taken = itemRows(instrument, [...firsts.values()], key || undefined);
      if (!taken.ok) throw new Error(`${instrument.id} has no scale ${key}.`);
      if (taken.items.length < 3) return { ...scale, items: taken.items, unfit: 'few-lines' };
      return { ...scale, items: taken.items, alpha: cronbachAlpha(taken.rows), omega: omega(taken.rows) };
    }),
  };
}
