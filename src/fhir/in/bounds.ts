import type { Dynamic, Expression } from '../../core/instrument/instrument.ts';
import { isObject } from '../../core/plain-data/shape.ts';
import type { AnswerKind } from '../item-kind.ts';
import { filled } from './draft.ts';
import { takeExpression } from './dynamic.ts';
import { extensionsOf } from './part.ts';
import type { Question } from './question.ts';
import { LARGEST, valueIn } from './value.ts';

/** A limit of a FHIR date or dateTime, which may have no day: the first or the last day. */
export const wholeDay = (date: string, isEnd: boolean): string => {
  const [year = '', month] = date.slice(0, 10).split('-');
  if (date.length >= 10) return date.slice(0, 10);
  const lastDay = (month: string): number => new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  const last = month ?? '12';
  return isEnd ? `${year}-${last}-${lastDay(last)}` : `${year}-${month ?? '01'}-01`;
};

export type LimitName = 'min' | 'max';

/** The limits that follow from answers: `cqf-expression` beside a value, or in a value that is an object. */
export function limitsFromAnswers({ source }: Question): { dynamic?: Pick<Dynamic, LimitName> } {
  const { extensions, part, id } = source;
  const read = (name: LimitName): Expression | undefined => {
    const found = [`${name}Value`, `${name}Quantity`].find((one) => extensions.has(one));
    const extension = found === undefined ? undefined : extensions.first(found);
    if (!extension) return undefined;
    const owners = Object.keys(extension.data).filter((key) => /^_?value[A-Z]/.test(key) && isObject(extension.data[key]));
    for (const owner of owners) {
      const expression = takeExpression(extensionsOf(extension.part(owner)), 'cqf-expression', source);
      if (!expression) continue;
      const { value } = extension.typed() ?? {};
      // The result takes the place of the value.
      if (value !== undefined && !isObject(value)) part.tell(id, 'limit-not-applied', value);
      extensions.all(found!);
      return expression;
    }
    return undefined;
  };
  const dynamic = filled({ min: read('min'), max: read('max') });
  return Object.keys(dynamic).length ? { dynamic } : {};
}

/** `minValue` and `maxValue`, as far as they fit the item. */
export function boundsOf(question: Question, kind: AnswerKind): { min?: unknown; max?: unknown; dynamic?: Pick<Dynamic, LimitName> } {
  const { extensions, part, id } = question.source;
  const fromAnswers = limitsFromAnswers(question);
  const read = (name: LimitName): unknown => {
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
  if (min === undefined || max === undefined || (min as number) < (max as number)) return { min, max, ...fromAnswers };
  part.tell(id, 'limit-not-applied', max);
  return { min, ...fromAnswers };
}
