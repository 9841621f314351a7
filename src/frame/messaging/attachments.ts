import { isObject } from '../../core/plain-data/shape.ts';

type Json = Readonly<Record<string, unknown>>;

/** What is in a file that the person has chosen. */
export interface FileContent {
  /** The linkId of the question. */
  linkId: string;
  name: string;
  /** In bytes. */
  size: number;
  /** In Base64. */
  data: string;
}

/**
 * The response with the content of its files. A record only describes a file, and the host of a frame has no other way to it. A file
 * that is not here keeps its description.
 */
export function withContents(response: Json, contents: readonly FileContent[]): Json {
  const left = [...contents];
  const visit = (part: unknown, linkId: unknown): unknown => {
    if (Array.isArray(part)) return part.map((entry) => visit(entry, linkId));
    if (!isObject(part)) return part;
    const of = part.linkId ?? linkId;
    const entries = Object.entries(part).map(([name, value]) => {
      // One that the host displayed has its content already.
      if (name !== 'valueAttachment' || !isObject(value) || value.data !== undefined) return [name, name === 'item' || name === 'answer' ? visit(value, of) : value];
      // In R5, the size is a text.
      const found = left.findIndex((one) => one.linkId === of && one.name === value.title && one.size === Number(value.size));
      const [content] = found < 0 ? [] : left.splice(found, 1);
      return [name, content ? { ...value, data: content.data } : value];
    });
    return Object.fromEntries(entries) as Json;
  };
  return contents.length ? (visit(response, undefined) as Json) : response;
}
