import { limitsFromAnswers } from './bounds.ts';
import { filled } from './draft.ts';
import { decimalsOf } from './number-question.ts';
import type { Fields, Question, QuestionContext } from './question.ts';
import { unitOf, unitsOf } from './units.ts';
import { LARGEST, valueIn } from './value.ts';

/** A number with one unit, a choice of units, or a unit that the person writes. */
export function quantity(question: Question, { valueSets }: QuestionContext): Fields {
  const { source, texts } = question;
  const { extensions, part, id } = source;
  const units = unitsOf(question);
  const canonical = extensions.text('unitValueSet');
  if (canonical) {
    const concepts = valueSets.concepts(canonical, source.server);
    if (concepts) for (const { coding, system } of concepts) units.push(...unitOf(coding, system));
    else part.tell(id, 'unit-written-by-the-person', canonical);
  }
  if (texts.unit && !units.length) units.push({ text: texts.unit });
  const distinct = [...new Map(units.map((unit) => [JSON.stringify(unit.code === undefined ? [unit.text] : [unit.system, unit.code]), unit])).values()];
  const limit = (name: 'min' | 'max'): number | undefined => {
    const typed = extensions.typed(`${name}Quantity`) ?? extensions.typed(`${name}Value`);
    if (!typed) return undefined;
    const bound = valueIn({ kind: 'Quantity' }, typed) as { value: number; code?: string; unit?: string } | undefined;
    const first = distinct[0];
    const number = typeof typed.value === 'number' ? typed.value : bound?.value;
    const isSame = !bound || bound.code === undefined || bound.code === first?.code;
    if (number !== undefined && isSame && Math.abs(number) <= LARGEST) return number;
    part.tell(id, 'limit-not-applied', typed.value);
    return undefined;
  };
  const fromAnswers = limitsFromAnswers(question);
  const min = limit('min');
  const highest = limit('max');
  const isInOrder = min === undefined || highest === undefined || min < highest;
  if (!isInOrder) part.tell(id, 'limit-not-applied', highest);
  const max = isInOrder ? highest : undefined;
  return {
    type: 'quantity',
    ...filled({ units: distinct.length ? distinct : undefined, freeUnit: !distinct.length, min, max, decimals: decimalsOf(question) }),
    ...fromAnswers,
  };
}
