import assert from 'node:assert/strict';
import puppeteer, { type Browser } from 'puppeteer-core';
import { openWebKit, type WebKitWindow } from '../../tools/webkit-window.mjs';
import { chromium, firefox, webkit } from './installed.ts';

const engineOf = (engine: 'chrome' | 'firefox', executablePath: string | undefined) => ({
  engine,
  /** Why its tests are skipped, or false, for `describe`. */
  skip: !executablePath && !process.env.CI && 'this browser is not installed',
  launch(): Promise<Browser> {
    assert.ok(executablePath, `${engine} is not installed; with CI set that is a failure`);
    const args = engine === 'chrome' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    return puppeteer.launch({ browser: engine, executablePath, args });
  },
});

/** The browsers that test the host. */
export const engines = [engineOf('chrome', chromium), engineOf('firefox', firefox)] as const;

/** WebKitGTK, which puppeteer does not know. */
export const webKitGtk = {
  skip: !webkit && !process.env.CI && 'this browser is not installed',
  /** `more`: further arguments of MiniBrowser. */
  open(more: readonly string[] = []): Promise<WebKitWindow> {
    assert.ok(webkit, 'WebKitGTK is not installed; with CI set that is a failure');
    return openWebKit(webkit, more);
  },
};
