import { fill } from '../../core/fill.ts';
import type { Snapshot } from '../../core/session.ts';
import type { Words } from '../words.ts';
import { setText } from './attributes.ts';

/** Puts the words of the progress and its bar into step, without rendering what stands around them. */
export function showProgress(place: Element, snapshot: Snapshot, words: Words, paged: boolean): void {
  const { answered, total, page, pages } = snapshot;
  const [text, bar] = place.children as unknown as [HTMLElement, HTMLProgressElement];
  const progress = fill(words.progress, { answered, total });
  setText(text, paged ? `${fill(words.page, { page, pages: pages.length })} ${progress}` : progress);
  bar.max = total || 1;
  bar.value = answered;
}
