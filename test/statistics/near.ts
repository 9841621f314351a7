import assert from 'node:assert/strict';
import type { Figure } from '../../src/statistics/figure.ts';

export const near = (actual: number, expected: number, tolerance = 1e-5): void =>
  assert.ok(Math.abs(actual - expected) < tolerance, `${actual} is not ${expected}`);

/** The value of a figure that must have one. */
export const valueOf = (figure: Figure | undefined): number => {
  assert.ok(figure?.ok, `no value: ${JSON.stringify(figure)}`);
  return figure.value;
};

/** A result that must be one. */
export function good<T extends { ok: boolean }>(result: T): Extract<T, { ok: true }> {
  assert.ok(result.ok, JSON.stringify(result));
  return result as Extract<T, { ok: true }>;
}

/** Every number anywhere in some data. */
export const numbersIn = (data: unknown): number[] =>
  typeof data === 'number' ? [data] : typeof data === 'object' && data ? Object.values(data).flatMap(numbersIn) : [];

/** Whether null or undefined stands anywhere in some data. */
export const hasNothing = (data: unknown): boolean =>
  data === null || data === undefined || (typeof data === 'object' && Object.values(data).some(hasNothing));
