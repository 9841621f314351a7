import { fill } from '../../../core/plain-data/fill.ts';
import type { Words } from '../../text/words.ts';
import { setAttributes, setText } from '../attributes.ts';

/** How many questions the person has answered. */
export interface Progress {
  answered: number;
  total: number;
}

export const progressText = ({ answered, total }: Progress, words: Words): string => fill(words.progress, { answered, total });

/** Updates the progress in words and its bar, without rendering anything else. */
export function showProgress(place: Element, progress: Progress, words: Words): void {
  const { answered, total } = progress;
  const [text, bar] = place.children as unknown as [Element, Element | undefined];
  setText(text.firstElementChild!, progressText(progress, words));
  if (bar) setAttributes(bar.firstElementChild!, { max: total || 1, value: answered });
}
