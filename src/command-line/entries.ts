import { limits } from '../core/plain-data/limits.ts';
import { type BadLine, type Line, linesOf } from './lines.ts';

/** How the values of a file are arranged. `auto`: seen from its first line. */
export type Arrangement = 'auto' | 'json' | 'ndjson';

/** One value of a file, or why there is none. */
export type Entry = {
  /** Where it is: `3` is a line, `[3]` a place in a list, empty is the whole file. */
  place: string;
} & ({ data: unknown } | { problem: string });

/**
 * Parses JSON. The message of the engine is not used as it is: it can quote the text, and so an answer. Only the position is
 * taken from it, if it has one.
 */
function parsed(text: string): { data: unknown } | { problem: string } {
  try {
    return { data: JSON.parse(text) };
  } catch (error) {
    const [, position] = /position (\d+)/.exec(String(error)) ?? [];
    if (!position) return { problem: 'no JSON' };
    const before = text.slice(0, Number(position)).split('\n');
    const column = `column ${before.at(-1)!.length + 1}`;
    return { problem: `no JSON at ${before.length > 1 ? `line ${before.length}, ` : ''}${column}` };
  }
}

const ofLine = (line: Line | BadLine): Entry => {
  const place = String(line.number);
  return 'text' in line ? { place, ...parsed(line.text) } : { place, problem: line.problem };
};

/** Whether a file is one JSON value over several lines: its first line is the beginning of a value, and not all of one. */
const beginsDocument = (text: string): boolean => /^\s*(\[|\{(?!.*\}\s*$))/.test(text);

const isBlankLine = (line: Line | BadLine): boolean => 'text' in line && !line.text.trim();

/** A whole file as one value, or as the values of one list. */
function* ofDocument(text: string): Generator<Entry> {
  const result = parsed(text);
  if (!('data' in result)) yield { place: '', ...result };
  else if (!Array.isArray(result.data)) yield { place: '', ...result };
  else for (const [i, data] of result.data.entries()) yield { place: `[${i}]`, data };
}

/**
 * The values of a file: one on each line (NDJSON), or one JSON value or list. Of NDJSON only one line is in memory. Empty lines are
 * ignored. A value that cannot be read has its problem, and the next one follows.
 */
export async function* entriesOf(chunks: AsyncIterable<Uint8Array>, arrangement: Arrangement): AsyncGenerator<Entry> {
  let isDocument: boolean | undefined = arrangement === 'auto' ? undefined : arrangement === 'json';
  const document: string[] = [];
  let length = 0;
  for await (const line of linesOf(chunks)) {
    if (isDocument === undefined) {
      if (isBlankLine(line)) document.push('');
      else isDocument = 'text' in line && beginsDocument(line.text);
    }
    if (isDocument === undefined || (!isDocument && isBlankLine(line))) continue;
    if (!isDocument) {
      yield ofLine(line);
      continue;
    }
    if ('problem' in line) return yield { place: String(line.number), problem: line.problem };
    length += line.text.length + 1;
    if (length > limits.jsonText) return yield { place: '', problem: `longer than ${limits.jsonText} characters` };
    document.push(line.text);
  }
  if (isDocument) yield* ofDocument(document.join('\n'));
}
