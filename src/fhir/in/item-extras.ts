import type { Media } from '../../core/item-types/presentation.ts';
import type { Source } from './draft.ts';
import { mediaOf } from './media.ts';

/** The addresses of `supportLink` that a link may lead to. */
export function linksOf({ extensions, part, id }: Source): string[] | undefined {
  const links = extensions.all('supportLink').flatMap((one) => one.text('valueUri') ?? []);
  const isLink = (link: string): boolean => /^https?:\/\/\S+$/i.test(link);
  for (const link of links) if (!isLink(link)) part.tell(id, 'link-not-shown', link);
  const shown = links.filter(isLink);
  return shown.length ? shown : undefined;
}

/** What the item shows. What is at an address is a link, which is reported. */
export function itemMedia({ extensions, part, id }: Source): Media[] {
  const media = extensions.all('itemMedia').flatMap((one) => mediaOf(one, id) ?? []);
  for (const { url } of media) if (url !== undefined) part.tell(id, 'media-linked', url);
  return media;
}

/** Whether the item is for reading a filled-in form only. */
export function isForReading({ extensions, part, id }: Source): boolean {
  const mode = extensions.text('usageMode');
  if (!mode?.startsWith('display')) return false;
  part.tell(id, 'hidden-by-usage-mode', mode);
  return true;
}

/** What is in a group that is read only is read only too. */
export const isReadOnly = ({ part, parent }: Source): boolean => part.flag('readOnly') || (!!parent && isInGroup(parent) && isReadOnly(parent));

const isInGroup = ({ fhirType }: Source): boolean => fhirType === 'group';
