import type { Unit } from '../core/instrument/instrument.ts';

/** A text for each unit of a list, as the value of an entry. No two are the same. */
export function unitKeys(units: readonly Unit[]): string[] {
  const texts = units.map(({ text, code }) => code ?? text);
  return texts.map((text, i) => (texts.indexOf(text) === i ? text : `${text}#${i}`));
}
