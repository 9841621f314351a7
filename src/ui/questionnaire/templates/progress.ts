import { fill } from '../../../core/plain-data/fill.ts';
import type { Words } from '../../text/words.ts';
import { setAttributes, setText } from '../attributes.ts';

/** How far the person is. `pages` is 1 where the items have one page only. */
export interface Progress {
  answered: number;
  total: number;
  page: number;
  pages: number;
  isPaged: boolean;
}

export function progressText({ answered, total, page, pages, isPaged }: Progress, words: Words): string {
  const progress = fill(words.progress, { answered, total });
  return isPaged ? `${fill(words.page, { page, pages })} ${progress}` : progress;
}

/** Puts the words of the progress and its bar into step, without rendering what stands around them. */
export function showProgress(place: Element, progress: Progress, words: Words): void {
  const { answered, total } = progress;
  const [text, bar] = place.children as unknown as [Element, Element];
  setText(text, progressText(progress, words));
  // Setting an attribute to what it is already lays out the bar again.
  setAttributes(bar, { max: total || 1, value: answered });
}
