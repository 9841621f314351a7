import { limits } from '../core/plain-data/limits.ts';

/** A line of a file, from 1. The text has no line break. */
export interface Line {
  number: number;
  text: string;
}

/** Why a line cannot be read. */
export interface BadLine {
  number: number;
  problem: string;
}

const NEWLINE = 0x0a;

/**
 * The lines of a stream of bytes. Only one line is in memory. The text is UTF-8, with or without a byte order mark; lines end
 * with LF or CRLF. A line of more than `longest` bytes and one that is not UTF-8 are bad lines, and the next one is read.
 */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>, longest: number = limits.jsonText): AsyncGenerator<Line | BadLine> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let number = 0;
  let pieces: Uint8Array[] = [];
  let length = 0;

  const add = (piece: Uint8Array): void => {
    length += piece.length;
    // The rest of a line that is too long is not kept.
    if (length > longest) pieces = [];
    else if (piece.length) pieces.push(piece);
  };
  const endLine = (): Line | BadLine => {
    number++;
    const bytes = pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces);
    const isTooLong = length > longest;
    pieces = [];
    length = 0;
    if (isTooLong) return { number, problem: `longer than ${longest} bytes` };
    try {
      return { number, text: decoder.decode(bytes).replace(/\r$/, '') };
    } catch {
      return { number, problem: 'not UTF-8' };
    }
  };

  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      add(chunk.subarray(start, end));
      yield endLine();
      start = end + 1;
    }
    add(chunk.subarray(start));
  }
  if (length) yield endLine();
}
