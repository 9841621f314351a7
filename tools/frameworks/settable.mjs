// What the files for the frameworks have in common: what a page can set on an element.

export const settable = ({ properties }) => properties.filter(({ isReadOnly }) => !isReadOnly);

/** `elements.mjs` leaves only texts, numbers and flags without a class in their type. */
export const holdsObjects = ({ type }) => type.includes('[');

export const camel = name => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

/**
 * The attributes without a property. Like one, each has a `name` for a prop, and its `attribute`. Those of every HTML element have a prop
 * already, and the components themselves set `defer-hydration`.
 */
export const ownAttributes = ({ attributes }) =>
  attributes.filter(({ name }) => !['id', 'lang', 'defer-hydration'].includes(name)).map(({ name, ...more }) => ({ ...more, name: camel(name), attribute: name }));

/** It is a form control, with a value. */
export const isControl = ({ properties }) => properties.some(({ name }) => name === 'value');
