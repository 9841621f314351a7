// Runs child processes, each in its own process group, so that nothing is left when they or this program stop.
import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

const GRACE = 5_000;

const children = new Set();
let isStopping = false;

const signalTo = (child, signal) => {
  try {
    process.kill(-child.pid, signal);
  } catch {
    child.kill(signal);
  }
};
const isRunning = child => {
  try {
    return process.kill(-child.pid, 0);
  } catch {
    return false;
  }
};

/** Stops a child and its group. A browser has its own process group and only its runner can stop it, so the runner gets time for that. */
export const stop = async child => {
  signalTo(child, 'SIGTERM');
  for (const last = Date.now() + GRACE; isRunning(child) && Date.now() < last; ) await sleep(50);
  signalTo(child, 'SIGKILL');
};

/** Stops all children when this program is asked to stop. */
export const stopWithThis = () => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, async () => {
      isStopping = true;
      await Promise.all([...children].map(stop));
      process.exit(1);
    });
  }
};

/** Starts a child. Never resolves what waits for it while this program stops. */
export const start = (command, args, { onText = () => {}, ...options } = {}) => {
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    ...options,
  });
  children.add(child);
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', onText);
  child.on('close', () => children.delete(child));
  return child;
};

/** Runs a command to its end, or for `limit` milliseconds. Resolves to {ok, out}. */
export const run = (command, args, { limit, onText = () => {}, ...options }) =>
  new Promise(resolve => {
    if (isStopping) return;
    let out = '';
    const take = text => {
      out += text;
      onText(text);
    };
    const child = start(command, args, { ...options, onText: take });
    const timer = setTimeout(() => {
      take(`\nstopped after ${limit / 60_000} minutes\n`);
      void stop(child);
    }, limit);
    child.on('error', error => take(`${error.message}\n`));
    child.on('close', code => {
      clearTimeout(timer);
      if (!isStopping) resolve({ ok: code === 0, out });
    });
  });
