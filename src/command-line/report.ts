import type { Output } from './output.ts';
import type { Progress } from './progress.ts';

/** Where a value is: its file, and the line or the place in a list. */
export const placeOf = (file: string, place: string): string => file + (place && !place.startsWith('[') ? ':' : '') + place;

/** What is wrong with a value, or not the same in what became of it. */
export interface Fault {
  path: string;
  message: string;
  code?: string;
}

const told = (place: string, { path, message, code }: Fault): string =>
  [place, path, message].filter(Boolean).join(': ') + (code ? ` (${code})` : '');

const times = (count: number): string => (count === 1 ? 'once' : `${count.toLocaleString('en')} times`);

/** Tells what is not valid, one line for each problem, and what a conversion does not say, one line for each kind. */
export class Report {
  readonly #output: Output;
  readonly #progress: Progress;
  readonly #notes = new Map<string, { count: number; first: string; message: string }>();
  values = 0;
  invalid = 0;
  problems = 0;

  constructor(output: Output, progress: Progress) {
    this.#output = output;
    this.#progress = progress;
  }

  async line(text: string): Promise<void> {
    this.#progress.hide();
    await this.#output.write(`${text}\n`);
  }

  /** A value is not valid. */
  async refuse(place: string, faults: readonly Fault[]): Promise<void> {
    this.invalid++;
    this.problems += faults.length;
    for (const fault of faults) await this.line(told(place, fault));
  }

  /** Something in a value is not as it was. */
  async tell(place: string, fault: Fault): Promise<void> {
    await this.line(`note: ${told(place, fault)}`);
  }

  /** Something was left out or said in another way. It is counted, and told at the end. */
  note(place: string, { path, message, code = '' }: Fault): void {
    const known = this.#notes.get(code);
    if (known) known.count++;
    else this.#notes.set(code, { count: 1, first: [place, path].filter(Boolean).join(': '), message });
  }

  /** Tells the notes. */
  async finish(): Promise<void> {
    for (const [code, { count, first, message }] of this.#notes) {
      await this.line(`note: ${code}, ${times(count)}, first at ${first}: ${message}`);
    }
    await this.#output.flush();
  }

  flush(): Promise<void> {
    return this.#output.flush();
  }
}
