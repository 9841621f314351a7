import type { ArgTypes } from '@storybook/web-components-vite';
import { declarationOf } from './manifest.ts';

/** Form control members that the platform gives to every input. */
const PLATFORM = ['internals', 'form', 'labels', 'validity', 'validationMessage', 'willValidate', 'checkValidity'];

const bare = (text = 'string'): string => text.replace(/\s*\|\s*(undefined|null)\b/g, '');
const unquoted = (text?: string): string | undefined => text?.replace(/^'(.*)'$/, '$1');

interface Row extends Pick<ArgTypes[string], 'control' | 'options'> {
  name: string;
  description?: string | undefined;
  type?: string | undefined;
  value?: string | undefined;
}

function control(text: string): Pick<ArgTypes[string], 'control' | 'options'> {
  const parts = bare(text).split('|').map((part) => part.trim());
  if (parts.every((part) => /^'.*'$/.test(part))) {
    const options = parts.map((part) => part.slice(1, -1));
    return { control: { type: options.length > 3 ? 'select' : 'inline-radio' }, options };
  }
  if (parts.every((part) => /^\d+$/.test(part))) return { control: { type: 'inline-radio' }, options: parts.map(Number) };
  if (parts[0] === 'boolean') return { control: { type: 'boolean' } };
  if (parts[0] === 'number') return { control: { type: 'number' } };
  return parts.includes('string') ? { control: { type: 'text' } } : { control: false };
}

/**
 * Every attribute, property, method, event, slot, custom property, part and state of an element as a row. Attributes,
 * slots and custom properties have a control. The keys of slots begin with `slot:`, so that a slot and a part of the same
 * name get two rows.
 */
export function extractArgTypes(tag: string): ArgTypes {
  const declaration = declarationOf(tag);
  const rows: ArgTypes = {};
  if (!declaration) return rows;
  const { attributes = [], members = [], events = [], slots = [], cssParts = [], cssProperties = [], cssStates = [] } = declaration;
  const add = (key: string, category: string, { name, description = '', type, value, ...more }: Row): void => {
    const table = {
      category,
      ...(type && { type: { summary: type } }),
      ...(value !== undefined && { defaultValue: { summary: value } }),
    };
    rows[key] = { name, description, table, control: false, ...more };
  };
  for (const { name, description, type, default: value } of attributes) {
    const more = control(type?.text ?? 'string');
    add(name, 'attributes', { name, description, type: bare(type?.text), value: unquoted(value), ...more });
  }
  const fields = new Set(attributes.map(({ fieldName, name }) => fieldName ?? name));
  for (const { kind, name, description, type, default: value, parameters = [], return: result } of members) {
    if (PLATFORM.includes(name) || (kind === 'field' && fields.has(name) && name !== 'value')) continue;
    if (kind === 'field') {
      add(`property:${name}`, 'properties', { name, description, type: type?.text, value });
    } else {
      const shape = `(${parameters.map((p) => `${p.name}: ${p.type?.text ?? 'unknown'}`).join(', ')}) => ${result?.type?.text ?? 'void'}`;
      add(`method:${name}`, 'methods', { name: `${name}()`, description, type: shape });
    }
  }
  for (const { name, description, type } of events) add(`event:${name}`, 'events', { name, description, type: type?.text });
  for (const { name, description } of slots) {
    add(`slot:${name}`, 'slots', { name: name || '(default)', description, ...(name && { control: { type: 'text' } }) });
  }
  for (const { name, description, default: value } of cssProperties) {
    add(name, 'css custom properties', { name, description, value, control: { type: 'color' } });
  }
  for (const { name, description } of cssParts) add(`part:${name}`, 'css parts', { name: `::part(${name})`, description });
  for (const { name, description } of cssStates) add(`state:${name}`, 'css states', { name: `:state(${name})`, description });
  return rows;
}

export function extractComponentDescription(tag: string): string {
  const { summary, description } = declarationOf(tag) ?? {};
  return [summary, description].filter(Boolean).join('\n\n');
}
