import { setAttributes, setText } from '../attributes.ts';
import type { FormKey } from '../../text/keys.ts';
import type { Messages, Shown } from '../../text/messages.ts';

/** How many questions the person has answered. */
export interface Progress {
  answered: number;
  total: number;
}

export const progressText = ({ answered, total }: Progress, t: Messages<FormKey>): Shown => t('progress', { answered, total });

/** Updates the progress in words and its bar, without rendering anything else. */
export function showProgress(place: Element, progress: Progress, t: Messages<FormKey>): void {
  const { answered, total } = progress;
  const [text, bar] = place.children as unknown as [Element, Element | undefined];
  setText(text.firstElementChild!, progressText(progress, t));
  if (bar) setAttributes(bar.firstElementChild!, { max: total || 1, value: answered });
}
