import { test } from 'node:test';
import type { App } from './open-app.ts';

/** What a scenario needs to add its tests: the application, once it is open. */
export type Opened = () => App;

/** The answers so far: of each question, by its name, whether the host can do it. A question with several tests needs all. */
export const answers: Record<string, boolean> = {};

/** A test that is a row in the table of docs/frameworks.md. */
export function question(name: string, sentence: string, work: () => Promise<void>): void {
  test(`${name}: ${sentence}`, async () => {
    const before = answers[name] ?? true;
    answers[name] = false;
    await work();
    answers[name] = before;
  });
}

/** The answers of `everywhere`: of each way to write a widget, which questions have a yes. */
export const can: Record<string, Record<string, boolean>> = {};
