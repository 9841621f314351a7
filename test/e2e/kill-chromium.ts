import { once } from 'node:events';
import type { Browser } from 'puppeteer-core';

/** Kills the browser with all its processes, as the system does when it has no memory. */
export async function killChromium(browser: Browser): Promise<void> {
  const running = browser.process()!;
  const ended = once(running, 'exit');
  process.kill(-running.pid!, 'SIGKILL');
  await ended;
}
