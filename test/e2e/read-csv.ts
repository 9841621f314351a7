/** Reads CSV strictly by RFC 4180, and throws for anything else. */
export function readCsv(text: string): Record<string, string>[] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cell = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/y;
  while (cell.lastIndex < text.length) {
    const at = cell.lastIndex;
    const [, content = '', end] = cell.exec(text) ?? [];
    if (end === undefined) throw new Error(`Not CSV from character ${at}: ${JSON.stringify(text.slice(at, at + 40))}`);
    row.push(content.startsWith('"') ? content.slice(1, -1).replaceAll('""', '"') : content);
    if (end !== ',') {
      rows.push(row);
      row = [];
    }
  }
  const [columns = [], ...rest] = rows;
  return rest.map((cells) => {
    if (cells.length !== columns.length) throw new Error(`${cells.length} cells in a row of ${columns.length}`);
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']));
  });
}
