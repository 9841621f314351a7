import { limits } from '../plain-data/limits.ts';
import { is, like, list, literal, object, text } from '../plain-data/shape.ts';

/** An address that a link can lead to. A link with another scheme could run a script. */
export const webAddress = like('web-address', /^https?:\/\/\S+$/i, 'as https://example.org');

const base64 = is('base64', (value: unknown) => typeof value === 'string' && value.length <= limits.answerText && /^[\w+/=-]+$/.test(value));

/** Shown without a request, and none of these types runs a script. */
const mediaType = like('media-type', /^(image\/(png|jpeg|gif|webp|avif)|(audio|video)\/[\w.+-]+)$/, 'of a picture, a sound or a video');

export const media = object({ type: mediaType, 'title?': text, 'data?': base64, 'url?': webAddress });

/** What an item or a choice can have beside its text. */
export const presentationFields = {
  'markup?': object({ format: literal('xhtml', 'markdown'), content: text }),
  'style?': list(literal('bold', 'italic', 'underline', 'strike-through')),
};
