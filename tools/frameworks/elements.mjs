// Reads custom-elements.json into a plain list of the elements, for the files that are made for each framework.

/**
 * A name that the host sets. `type` is TypeScript: it uses only built-in types and the classes that dist/index.js exports.
 * @typedef {{ name: string, attribute?: string, type: string, description: string, default?: string, isReadOnly: boolean }} Property
 * @typedef {{ name: string, type: string, description: string, default?: string }} Attribute
 * @typedef {{ name: string, type: string, detailType?: string, description: string }} ElementEvent
 * @typedef {{ name: string, description: string }} Method
 * @typedef {{ name: string, description: string, default?: string }} Part
 *
 * `definePath` is the module in dist that registers the element. `attributes` are those without a property.
 * @typedef {{
 *   tag: string, className: string, definePath: string, summary: string, properties: Property[], attributes: Attribute[],
 *   events: ElementEvent[], methods: Method[], slots: Part[], cssParts: Part[], cssProperties: Part[], cssStates: Part[],
 * }} Element
 */

/** Types that mean the same in every module. */
const BUILT_IN = /^(string|number|boolean|undefined|null|true|false|\d+|'[^']*'|[|\s])*$/;
/** The analyzer knows only what a getter returns. */
const SET_BY_HOST = { form: { type: 'string', attribute: 'form' } };

const textOf = (thing, place) => {
  const text = thing.type?.text;
  if (!text || /\b(any|unknown)\b/.test(text)) throw new Error(`custom-elements.json: ${place} has no type`);
  return text;
};

const propertyOf = (className, { name, attribute, description = '', default: byDefault, readonly = false, ...field }) => {
  const text = textOf(field, `${className}.${name}`);
  return {
    name,
    ...(attribute && { attribute }),
    // The class says which module a name comes from, and the declarations of the class are in the package.
    type: BUILT_IN.test(text) ? text : `${className}['${name}']`,
    description,
    ...(byDefault && { default: byDefault }),
    isReadOnly: readonly,
    ...SET_BY_HOST[name],
  };
};

const eventOf = (className, { name, description = '', ...event }) => {
  const type = textOf(event, `${className}, the event ${name},`);
  if (type === 'Event') return { name, type, description };
  if (!/^Attune\w+Event$/.test(type)) throw new Error(`custom-elements.json: ${className}: ${type} is no event class of the package`);
  return { name, type, detailType: `${type}['detail']`, description };
};

const partOf = ({ name = '', description = '', default: byDefault }) => ({ name, description, ...(byDefault && { default: byDefault }) });

const elementOf = ({ name: className, tagName: tag, summary = '', members = [], attributes = [], events = [], ...parts }) => {
  const fields = members.filter(({ kind }) => kind === 'field');
  const properties = fields.map(field => propertyOf(className, field));
  const alone = attributes.filter(({ fieldName }) => !fieldName);
  return {
    tag,
    className,
    definePath: `define/${tag.replace('attune-', '')}.js`,
    summary,
    properties,
    attributes: alone.map(({ name, description = '', default: byDefault, ...attribute }) => ({
      name,
      type: textOf(attribute, `${className}, the attribute ${name},`),
      description,
      ...(byDefault && { default: byDefault }),
    })),
    events: events.map(event => eventOf(className, event)),
    methods: members.filter(({ kind }) => kind === 'method').map(partOf),
    ...Object.fromEntries(['slots', 'cssParts', 'cssProperties', 'cssStates'].map(kind => [kind, (parts[kind] ?? []).map(partOf)])),
  };
};

/**
 * The elements of the manifest, in the order of their tags. Throws if a type is missing: no declaration may be `any`.
 * @returns {Element[]}
 */
export const elementsOf = manifest => {
  const declared = manifest.modules.flatMap(({ declarations = [] }) => declarations).filter(({ tagName }) => tagName);
  return declared.map(elementOf).sort((a, b) => (a.tag < b.tag ? -1 : 1));
};
