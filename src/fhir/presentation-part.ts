import type { Media, Presentation } from '../core/item-types/presentation.ts';
import type { Item, ItemOf } from '../core/instrument/instrument.ts';
import * as extensions from './extensions.ts';
import type { AnswerValue, Attachment, Extension } from './resources.ts';

// What an item or a choice shows beside its words.

const STYLES = { bold: 'font-weight: bold', italic: 'font-style: italic' } as const;

/** The lines at a text are one declaration of CSS. */
function cssOf(style: NonNullable<Presentation['style']>): string {
  const lines = style.flatMap((one) => (one === 'underline' ? one : one === 'strike-through' ? 'line-through' : []));
  const others = style.flatMap((one) => (one in STYLES ? STYLES[one as keyof typeof STYLES] : []));
  return [...others, ...(lines.length ? [`text-decoration: ${lines.join(' ')}`] : [])].join('; ');
}

/** The markup and the style of a text. They are beside the text. */
export const besideText = ({ markup, style }: Presentation): Extension[] => [
  ...(markup ? [extensions.rendering(markup)] : []),
  ...(style?.length ? [extensions.renderingStyle(cssOf(style))] : []),
];

const attachmentOf = ({ type, title, data, url }: Media): Attachment => ({
  contentType: type,
  ...(data !== undefined && { data }),
  ...(url !== undefined && { url }),
  ...(title !== undefined && { title }),
});

/** The links, the pictures and the category of an item. */
export const shownWith = (item: Item): Extension[] => [
  ...(item.links ?? []).map(extensions.supportLink),
  ...(item.media ?? []).map((one) => extensions.itemMedia(attachmentOf(one))),
  ...((item as ItemOf<'display'>).category ? [extensions.displayCategory((item as ItemOf<'display'>).category!)] : []),
];

export const pictureOf = ({ media }: { media?: Media }): Extension[] => (media ? [extensions.answerMedia(attachmentOf(media))] : []);

/** The value of an option with the extensions of its text. */
export function withBeside(value: AnswerValue, extension: Extension[]): AnswerValue {
  const { valueCoding } = value;
  if (!extension.length) return value;
  if (valueCoding) return { valueCoding: { ...valueCoding, _display: { extension } } };
  return { ...value, [`_${Object.keys(value)[0]!}`]: { extension } };
}
