import { fill } from '../../../core/plain-data/fill.ts';
import type { Snapshot } from '../../../core/answering/snapshot.ts';
import type { Words } from '../../text/words.ts';
import { setAttributes, setText } from '../attributes.ts';

type Place = Pick<Snapshot, 'answered' | 'total' | 'page' | 'pages'>;

export function progressText({ answered, total, page, pages }: Place, words: Words, paged: boolean): string {
  const progress = fill(words.progress, { answered, total });
  return paged ? `${fill(words.page, { page, pages: pages.length })} ${progress}` : progress;
}

/** Puts the words of the progress and its bar into step, without rendering what stands around them. */
export function showProgress(place: Element, snapshot: Snapshot, words: Words, paged: boolean): void {
  const { answered, total } = snapshot;
  const [text, bar] = place.children as unknown as [Element, Element];
  setText(text, progressText(snapshot, words, paged));
  // Setting an attribute to what it is already lays out the bar again.
  setAttributes(bar, { max: total || 1, value: answered });
}
