import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

const LIMIT = 15_000;

/** What was printed, without spaces: w3m moves the cursor in place of printing them. */
const printed = (text: string): string => stripVTControlCharacters(text).replace(/\s/g, '');

/** w3m in a terminal: no scripts, no styles, and nothing but keys. */
export class TextBrowser {
  readonly #home = mkdtempSync(join(tmpdir(), 'attune-w3m-'));
  readonly #terminal: ChildProcessWithoutNullStreams;
  #output = '';

  constructor(address: string) {
    const command = `stty rows 400 cols 100; w3m -cookie -o confirm_qq=false -o use_history=false -o ignorecase_search=0 '${address}'`;
    this.#terminal = spawn('script', ['-qec', command, '/dev/null'], { env: { ...process.env, HOME: this.#home, TERM: 'xterm', LANG: 'C.UTF-8' } });
    this.#terminal.stdout.setEncoding('utf8').on('data', (text: string) => (this.#output += text));
  }

  /** Waits until the terminal has printed this text since the last key. */
  async sees(text: string): Promise<void> {
    for (const end = Date.now() + LIMIT; !printed(this.#output).includes(printed(text)); await wait(50)) {
      if (Date.now() > end) throw new Error(`w3m does not show "${text}". It shows:\n${printed(this.#output)}`);
    }
  }

  /** Goes to the next place with this text, as a person searches on a page. */
  async find(text: string): Promise<void> {
    await this.#press(`/${text}\r`);
  }

  /** Chooses the radio or the checkbox whose label is the next place with this text. */
  async choose(text: string): Promise<void> {
    await this.find(text);
    await this.#press('\u001B\t');
    await this.#press('\r');
  }

  /** Writes into the field after the cursor. */
  async write(text: string): Promise<void> {
    await this.#press('\t');
    await this.#press('\r');
    await this.#press(`${text}\r`);
  }

  /** Presses the link or the button with this text, and waits for a page that has the other text. */
  async follow(text: string, next: string): Promise<void> {
    await this.find(text);
    this.#output = '';
    await this.#press('\r');
    await this.sees(next);
  }

  async #press(keys: string): Promise<void> {
    this.#terminal.stdin.write(keys);
    await wait(150);
  }

  async close(): Promise<void> {
    this.#terminal.kill();
    await wait(50);
    rmSync(this.#home, { recursive: true, force: true });
  }
}
