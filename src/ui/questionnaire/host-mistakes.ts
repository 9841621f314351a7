import type { Instrument } from '../../core/instrument/instrument.ts';
import type { ErrorCode } from '../host/developer-messages.ts';

/** What the host set on the widget, and where it placed it. */
type Placed = HTMLElement & { readonly result: string; readonly review: boolean; readonly form: HTMLFormElement | null };

/** `about` is what the code alone does not say. */
export type Mistake = [code: ErrorCode, about?: string];

/** What the host's developer should know about how the widget was placed. The person is told nothing of it. */
export function hostMistakes(widget: Placed, { audience }: Instrument, hasCrisis: boolean, inSession: boolean): Mistake[] {
  const { result } = widget;
  const mistakes: [code: ErrorCode, isSo: boolean][] = [
    ['no-crisis-slot', hasCrisis && !widget.querySelector(':scope > [slot=crisis]')],
    ['result-refused', audience === 'client' && result === 'score'],
    ['no-result', inSession && !!result && result !== 'none'],
    ['no-review', widget.review && !!widget.form],
  ];
  return mistakes.flatMap(([code, isSo]): Mistake[] => (isSo ? [[code]] : []));
}
