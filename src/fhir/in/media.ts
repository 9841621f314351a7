import type { Media } from '../../core/item-types/presentation.ts';
import { media as readMedia } from '../../core/instrument/presentation-fields.ts';
import type { Problem } from '../../core/plain-data/problem.ts';
import { filled } from './draft.ts';
import type { Part } from './part.ts';

const isMedia = (one: object): one is Media => {
  const problems: Problem[] = [];
  readMedia(one, '', problems);
  return !problems.length;
};

const TYPES: Record<string, string> = { png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg', gif: 'image/gif', webp: 'image/webp' };

/** The picture, sound or video of an extension whose value is an Attachment. One that cannot be shown or linked is reported. */
export function mediaOf(extension: Part | undefined, at: string): Media | undefined {
  const attachment = extension?.part('valueAttachment');
  if (!attachment) return undefined;
  const [url, data, title] = ['url', 'data', 'title'].map((name) => attachment.text(name));
  const ending = /\.(\w+)$/.exec(url ?? '')?.[1]?.toLowerCase() ?? '';
  const type = attachment.text('contentType')?.split(';')[0]!.trim().toLowerCase() ?? TYPES[ending] ?? 'image/png';
  const one = { type, ...filled({ title, data: data?.replace(/\s+/g, ''), url: data === undefined ? url : undefined }) };
  if ((data !== undefined || url !== undefined) && isMedia(one)) return one;
  attachment.tell(at, 'media-not-shown', url ?? type);
  return undefined;
}
