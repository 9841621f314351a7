import type { AnswerKind } from '../item-kind.ts';
import type { Question } from './question.ts';
import { LARGEST, valueIn } from './value.ts';

/** A limit of a FHIR date or dateTime, which may have no day: the first or the last day. */
const wholeDay = (date: string, isEnd: boolean): string => {
  const [year = '', month] = date.slice(0, 10).split('-');
  if (date.length >= 10) return date.slice(0, 10);
  const lastDay = (month: string): number => new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  const last = month ?? '12';
  return isEnd ? `${year}-${last}-${lastDay(last)}` : `${year}-${month ?? '01'}-01`;
};

/** `minValue` and `maxValue`, as far as they fit the item. */
export function boundsOf({ source }: Question, kind: AnswerKind): { min?: unknown; max?: unknown } {
  const { extensions, part, id } = source;
  const read = (name: 'min' | 'max'): unknown => {
    const typed = extensions.typed(`${name}Value`) ?? extensions.typed(`${name}Quantity`);
    if (!typed) return undefined;
    const { value } = typed;
    const day = kind === 'Date' && typeof value === 'string' ? { type: kind, value: wholeDay(value, name === 'max') } : typed;
    const bound = valueIn({ kind }, day);
    const isFar = typeof bound === 'number' && Math.abs(bound) > LARGEST;
    if (bound !== undefined && !isFar) return bound;
    part.tell(id, 'limit-not-applied', value);
    return undefined;
  };
  const [min, max] = [read('min'), read('max')];
  if (min === undefined || max === undefined || (min as number) < (max as number)) return { min, max };
  part.tell(id, 'limit-not-applied', max);
  return { min };
}
