import { type Fields, reasons } from './field-reads.ts';
import { type Read, list, literal, object, plain, text as string } from '../plain-data/shape.ts';

export const operators = ['=', '!=', '>', '>=', '<', '<='] as const;
export const state = literal('answered', 'unanswered', ...reasons);

/** The fields of a condition that has no parts. */
export type ReadSingleCondition = (given: Record<string, unknown>) => Fields;

const singleCondition: ReadSingleCondition = ({ is }) =>
  is ? { item: string, is: state } : { item: string, op: literal(...operators), value: plain };

/** Reads a condition. Its depth is limited by that of the data. */
export const readCondition = (single = singleCondition): Read => {
  const condition: Read = (value, path, problems) => {
    const given = Object(value) as Record<string, unknown>;
    const fields =
      given.all ? { all: list(condition) }
      : given.any ? { any: list(condition) }
      : single(given);
    return object(fields)(value, path, problems);
  };
  return condition;
};
