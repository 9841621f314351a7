import { codingOf } from './choices.ts';
import type { Part } from './part.ts';
import type { Question } from './question.ts';

/** The units that a Questionnaire names. */
export function unitsOf({ source: { extensions } }: Question) {
  const parts = [...extensions.all('unit'), ...extensions.all('unitOption')];
  return parts.flatMap((one) => {
    const coding = one.part('valueCoding');
    return coding ? unitOf(coding) : [];
  });
}

export function unitOf(part: Part, of?: string) {
  const { system, code, display } = codingOf(part, of);
  const text = display ?? code;
  // A code without a system names no unit.
  return text ? [{ text, ...(system && code && { system, code }) }] : [];
}
