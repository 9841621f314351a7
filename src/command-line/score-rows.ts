import type { Response } from '../core/record/response.ts';
import type { ScaleScore } from '../core/instrument/scale-score.ts';
import type { Score } from '../core/scoring/score.ts';

const COLUMNS = [
  'record', 'replaces', 'subject', 'encounter', 'author', 'completed_at', 'instrument', 'version', 'options', 'language', 'standing', 'revision',
  'scale', 'status', 'reason', 'method', 'raw', 'min', 'max', 'pomp', 'answered', 'of', 'prorated', 'band', 'band_withheld',
] as const;

type Row = Partial<Record<(typeof COLUMNS)[number], string | number | boolean | undefined>>;

/** Signs that spreadsheets read as the start of a formula. East Asian versions read the wide forms so too. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A line of CSV (RFC 4180). A text that a spreadsheet could run gets an apostrophe in front; the last column names where. */
function line(row: Row): string {
  const guarded = COLUMNS.filter((name) => typeof row[name] === 'string' && FORMULA.test(row[name]));
  const cells = COLUMNS.map((name) => (guarded.includes(name) ? `'` : '') + String(row[name] ?? ''));
  return `${[...cells, guarded.join(' ')].map(quoted).join(',')}\r\n`;
}

export const csvHead = `${[...COLUMNS, 'guarded'].join(',')}\r\n`;

const ofScale = (scale: string, score: ScaleScore, { band, bandWithheld }: Pick<Score, 'band' | 'bandWithheld'>): Row => {
  const bands = { band, band_withheld: bandWithheld };
  if (score.status !== 'scored') return { scale, status: score.status, reason: score.reason, ...bands };
  const { status, method, raw, min, max, pomp, answered, of, prorated } = score;
  return { scale, status, method, raw, min, max, pomp, answered, of, prorated, ...bands };
};

/** A score as lines of CSV: the total and each scale, or one line that says why there is no score. */
export function csvRows(response: Response, score: Score): string {
  const { provenance, total, scales } = score;
  const { translation } = provenance;
  const common: Row = {
    record: response.id,
    replaces: response.replaces,
    subject: response.subject,
    encounter: response.encounter,
    author: response.author,
    completed_at: response.completedAt,
    instrument: provenance.instrument,
    version: provenance.version,
    options: JSON.stringify(provenance.options),
    language: provenance.language,
    standing: translation?.standing,
    revision: translation?.revision,
  };
  const rows = [
    ...(total ? [ofScale('total', total, score)] : []),
    ...Object.entries(scales).map(([name, scale]) => ofScale(`scale.${name}`, scale, scale as Pick<Score, 'band' | 'bandWithheld'>)),
  ];
  const reason = translation?.standing === 'draft' ? 'nobody has reviewed the translation' : 'the instrument has no rule for a score';
  const all: Row[] = rows.length ? rows : [{ status: 'unscored', reason }];
  return all.map((row) => line({ ...common, ...row })).join('');
}

/** A score as a line of NDJSON, with what says whose it is. */
export function ndjsonLine({ id, replaces, subject, encounter, author, completedAt }: Response, score: Score): string {
  return `${JSON.stringify({ record: id, replaces, subject, encounter, author, completedAt, score })}\n`;
}
