import type { Instrument } from '../../core/instrument/instrument.ts';
import { isPageHere } from '../host/page-here.ts';
import { report } from '../host/report.ts';
import type { Extension, Mistake } from './extension.ts';
import { itemMistakes } from './items/item-mistakes.ts';
import type { Inside, QuestionnaireHost } from './questionnaire-host.ts';

interface Placed {
  instrument: Instrument;
  hasCrisis: boolean;
  inSitting: boolean;
}

/**
 * Reports to the host's developer what is wrong with how the widget was placed, each mistake once. Attributes, slots and
 * instrument may come late and in any order, so it waits for the whole page. The person sees nothing of it.
 */
export class HostMistakes {
  #host: QuestionnaireHost;
  #inside: Inside;
  #reported = new Set<string>();

  constructor(host: QuestionnaireHost, inside: Inside) {
    this.#host = host;
    this.#inside = inside;
  }

  check(placed: Placed): void {
    if (!isPageHere(this.#host)) return;
    const { itemSupport, extension } = this.#inside;
    const found = [...general(this.#host, placed), ...itemMistakes(placed.instrument, parts), ...ownOf(extension())];
    for (const [code, message] of found) {
      if (!this.#reported.has(message)) report(this.#host, code, message);
      this.#reported.add(message);
    }
  }
}

const ownOf = (extension: Extension): Mistake[] => extension.mistakes?.() ?? [];

function general(widget: QuestionnaireHost, { instrument, hasCrisis, inSitting }: Placed): Mistake[] {
  const { result } = widget;
  const mistakes: [boolean, ...Mistake][] = [
    [hasCrisis && !widget.querySelector(':scope > [slot=crisis]'), 'no-crisis-slot', 'Put your own local help into slot="crisis"'],
    [instrument.audience === 'client' && result === 'score', 'result-refused', 'A score is shown to clinicians and observers only'],
    [inSitting && !!result && result !== 'none', 'no-result', 'Inside a session no result is shown'],
    [widget.review && !!widget.form, 'no-review', 'Inside a form nothing is reviewed before the form sends'],
  ];
  return mistakes.flatMap(([isSo, ...mistake]) => (isSo ? [mistake] : []));
}
