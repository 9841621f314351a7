export type Cell = string | number | null;

// Signs that spreadsheets read as the start of a formula. East Asian versions read the wide forms so too.
const formula = /^[=+\-@\t\r\n＝＋－＠]/;
const number = /^-?\d+(\.\d+)?$/;

/**
 * A table as CSV (RFC 4180: CRLF, quotes doubled), with a byte order mark so that spreadsheets read it as UTF-8.
 * A cell that a spreadsheet could run as a formula gets an apostrophe in front. The last column, `guarded`, names the
 * columns of the row where this was done: remove one apostrophe there to get the original text.
 */
export function writeCsv(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const lines = rows.map((row) => {
    const guarded = columns.filter((_, index) => isFormula(row[index] ?? null));
    return [...row.map((cell) => (isFormula(cell) ? `'${cell}` : cell)), guarded.join(' ')];
  });
  const text = [[...columns, 'guarded'], ...lines].map((line) => `${line.map(quote).join(',')}\r\n`);
  return `\uFEFF${text.join('')}`;
}

function isFormula(cell: Cell): boolean {
  return typeof cell === 'string' && formula.test(cell) && !number.test(cell);
}

function quote(cell: Cell): string {
  const text = String(cell ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
