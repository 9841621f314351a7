import type { Instrument } from '../../core/instrument/instrument.ts';

/** What the host set on the widget, and where it placed it. */
type Placed = HTMLElement & { readonly result: string; readonly review: boolean; readonly form: HTMLFormElement | null };

export type Mistake = [code: string, message: string];

/** What the host's developer should know about how the widget was placed. The person is told nothing of it. */
export function hostMistakes(widget: Placed, { audience }: Instrument, hasCrisis: boolean, inSession: boolean): Mistake[] {
  const { result } = widget;
  const mistakes: [boolean, ...Mistake][] = [
    [
      hasCrisis && !widget.querySelector(':scope > [slot=crisis]'),
      'no-crisis-slot',
      'Put your own local help into slot="crisis"',
    ],
    [
      audience === 'client' && result === 'score',
      'result-refused',
      'A score is shown to clinicians and observers only',
    ],
    [inSession && !!result && result !== 'none', 'no-result', 'Inside a session no result is shown'],
    [widget.review && !!widget.form, 'no-review', 'Inside a form nothing is reviewed before the form sends'],
  ];
  return mistakes.flatMap(([isSo, ...mistake]) => (isSo ? [mistake] : []));
}
