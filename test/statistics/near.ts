import assert from 'node:assert/strict';
import type { Figure } from '../../src/statistics/figure.ts';

export const near = (actual: number, expected: number, tolerance = 1e-5): void =>
  assert.ok(Math.abs(actual - expected) < tolerance, `${actual} is not ${expected}`);

/** The value of a figure. Fails if it has none. */
export const valueOf = (figure: Figure | undefined): number => {
  assert.ok(figure?.ok, `no value: ${JSON.stringify(figure)}`);
  return figure.value;
};

/** The result. Fails if it is not ok. */
export function good<T extends { ok: boolean }>(result: T): Extract<T, { ok: true }> {
  assert.ok(result.ok, JSON.stringify(result));
  return result as Extract<T, { ok: true }>;
}

/** All numbers at any depth of the data. */
export const numbersIn = (data: unknown): number[] =>
  typeof data === 'number' ? [data] : typeof data === 'object' && data ? Object.values(data).flatMap(numbersIn) : [];

/** Whether the data contain null or undefined at any depth. */
export const hasNothing = (data: unknown): boolean =>
  data === null || data === undefined || (typeof data === 'object' && Object.values(data).some(hasNothing));
