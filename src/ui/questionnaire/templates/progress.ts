import { fill } from '../../../core/plain-data/fill.ts';
import type { Words } from '../../text/words.ts';
import { setAttributes, setText } from '../attributes.ts';

/** How many items the person has answered, and the current page. */
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

/** Updates the progress in words and its bar, without rendering anything else. */
export function showProgress(place: Element, progress: Progress, words: Words): void {
  const { answered, total } = progress;
  const [text, bar] = place.children as unknown as [Element, Element];
  setText(text, progressText(progress, words));
  setAttributes(bar, { max: total || 1, value: answered });
}
