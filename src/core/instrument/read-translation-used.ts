import { type Read, count, isObject, languageTag, list, literal, object, objectOf, text } from '../plain-data/shape.ts';

/** Texts in any structure. Only the definition knows which are right. */
export const anyTexts: Read = (value, path, problems) =>
  (isObject(value) ? objectOf(new Map(Object.keys(value).map((name) => [name, anyTexts]))) : text)(value, path, problems);

export const standing = literal('draft', 'reviewed', 'validated');
export const review = object({ people: list(object({ name: text, role: text })), method: text, 'changes?': anyTexts });

/** Reads which translation was on screen. */
export const translationUsed = object({ language: languageTag, revision: count, standing, 'covers?': list(text, 0), 'review?': review });
