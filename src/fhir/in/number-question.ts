import type { Dynamic } from '../../core/instrument/instrument.ts';
import { limits } from '../../core/plain-data/limits.ts';
import { boundsOf } from './bounds.ts';
import { filled } from './draft.ts';
import type { Fields, Question } from './question.ts';
import { unitsOf } from './units.ts';

/** The most decimal places. */
export const decimalsOf = ({ source }: Question): number | undefined => {
  const places = source.extensions.number('maxDecimalPlaces');
  if (places === undefined || (Number.isInteger(places) && places >= 0 && places <= limits.decimals)) return places;
  // With so many places, every number fits.
  if (places < 0 || !Number.isInteger(places)) source.part.tell(source.id, 'limit-not-applied', places);
  return undefined;
};

/** The smallest step that a definition can have. */
const SMALLEST_STEP = 1e-9;

/** The unit of a number. The record has the number alone. */
function unitOfNumber(question: Question): { unit: string | undefined; tags: Record<string, string> } {
  const { source, texts } = question;
  const [unit, ...others] = unitsOf(question);
  if (others.length) source.part.tell(source.id, 'unit-written-by-the-person', others[0]!.text);
  return { unit: unit?.text ?? texts.unit, tags: filled({ unitSystem: unit?.system, unitCode: unit?.code }) as Record<string, string> };
}

/** A slider, or a number field if its limits are not known. */
function slider(question: Question, isWhole: boolean): Fields {
  const { source, texts } = question;
  const { min, max, dynamic } = boundsOf(question, 'Decimal') as { min?: number; max?: number; dynamic?: Dynamic };
  const { unit, tags } = unitOfNumber(question);
  const decimals = decimalsOf(question);
  const given = source.extensions.number('sliderStepValue');
  if (given !== undefined && given <= 0) source.part.tell(source.id, 'limit-not-applied', given);
  const step = given !== undefined && given > 0 ? given : decimals !== undefined && !isWhole ? 10 ** -decimals : 1;
  const steps = (max! - min!) / step;
  if (min !== undefined && max !== undefined && step >= SMALLEST_STEP && Math.abs(steps - Math.round(steps)) < 1e-6) {
    return { type: 'slider', min, max, ...(step !== 1 && { step }), minText: texts.lower ?? '', maxText: texts.upper ?? '', ...filled({ unit }), tags };
  }
  source.part.tell(source.id, 'control-not-offered', 'slider');
  return { type: isWhole ? 'integer' : 'decimal', ...filled({ min, max, dynamic, decimals, unit }), tags };
}

/** A number that the person writes. */
export function numberField(question: Question, isWhole: boolean): Fields {
  const { source } = question;
  if (source.controls.has('slider')) return slider(question, isWhole);
  const { unit, tags } = unitOfNumber(question);
  const places = decimalsOf(question);
  // A whole number has none.
  const decimals = isWhole ? undefined : places;
  return {
    type: isWhole ? 'integer' : 'decimal',
    ...filled({ ...boundsOf(question, 'Decimal'), unit, decimals }),
    tags,
  };
}
