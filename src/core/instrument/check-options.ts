import type { InstrumentDefinition } from './definition.ts';
import type { Must } from '../item-types/item-type.ts';

/** Checks the values and the default of each option. */
export function checkOptions(options: InstrumentDefinition['options'] = {}, must: Must): void {
  const names = Object.keys(options);
  names.forEach((name, index) => {
    const rule = options[name]!;
    if (!rule.values) return;
    const { values, default: defaultValue, many } = rule;
    const path = `options.${name}`;
    must(new Set(values).size === values.length, `${path}.values`, 'unique');
    must(!many || values.every((value) => /^\S+$/.test(value)), `${path}.values`, 'free-of-spaces');
    const isVaried = typeof defaultValue === 'object';
    if (isVaried) must(names.indexOf(defaultValue.by) < index, `${path}.default.by`, 'earlier-option');
    for (const text of isVaried ? Object.values(defaultValue.is) : [defaultValue]) {
      const isKnown = (many ? text.split(' ') : [text]).every((value) => values.includes(value));
      must(isKnown, `${path}.default`, 'one-of', values.join(', '));
    }
  });
}
