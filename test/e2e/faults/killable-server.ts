import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** In milliseconds. A server that is not ready after this time is a failure of the run. */
const LONGEST_START = 90_000;

/** The demo in a process that can be killed and started again. */
export class KillableServer {
  /** Where it listens. Empty while it is not ready. */
  address = '';
  /** How many records it has stored since its last start. The network counts them. */
  stored = 0;
  /** How many requests wait for its answer. The network counts them too. */
  underWay = 0;
  readonly #environment: Record<string, string>;
  #child: ChildProcess | undefined;

  constructor(environment: Record<string, string>) {
    this.#environment = environment;
  }

  /** Starts it, again if its database is not back yet. Resolves when `/readyz` says that it is ready. */
  async start(): Promise<void> {
    const end = Date.now() + LONGEST_START;
    let address: string;
    while (!(address = await this.#tryStart())) {
      assert.ok(Date.now() < end, 'the server does not start');
      await pause(300);
    }
    await until(() => isReady(address), end - Date.now());
    this.stored = 0;
    this.address = address;
  }

  async #tryStart(): Promise<string> {
    const child = spawn(process.execPath, [fileURLToPath(new URL('clinic-process.ts', import.meta.url))], {
      env: { ...process.env, ...this.#environment },
      stdio: ['ignore', 'pipe', 'ignore', 'ipc'],
    });
    this.#child = child;
    // It may end by itself, for example when its embedded database has no space.
    child.once('exit', () => {
      if (this.#child === child) this.address = '';
    });
    const started = once(child.stdout!, 'data').then(([printed]) => String(printed).trim());
    const address = await Promise.race([started, once(child, 'exit').then(() => '')]);
    assert.match(address, /^(http|$)/);
    return address;
  }

  /** Makes its clock wrong by so many milliseconds. */
  setClock(wrongBy: number): void {
    this.#child?.send(wrongBy, () => {});
  }

  /** Waits until it is ready again after its database was away. Rejects if it is not, within so many milliseconds. */
  async readyAgain(milliseconds = LONGEST_START): Promise<void> {
    await until(() => isReady(this.address), milliseconds);
  }

  /** Kills it, with its embedded database, in the middle of what it does. */
  async kill(): Promise<void> {
    const child = this.#child;
    this.address = '';
    this.#child = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const closed = once(child, 'close');
    child.kill('SIGKILL');
    await closed;
  }
}

const isReady = async (address: string): Promise<boolean> =>
  fetch(`${address}/readyz`, { signal: AbortSignal.timeout(3000) }).then(({ ok }) => ok, () => false);

/** Waits until something is true, at most so many milliseconds. Then it is a failure. */
export async function until(isTrue: () => boolean | Promise<boolean>, milliseconds: number): Promise<void> {
  for (const end = Date.now() + milliseconds; !(await isTrue()); await pause(20)) assert.ok(Date.now() < end, `not within ${milliseconds} ms: ${isTrue}`);
}
