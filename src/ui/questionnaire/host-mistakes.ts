import type { Instrument } from '../../core/instrument/instrument.ts';
import type { ErrorCode } from '../host/developer-messages.ts';
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
    const { parts, extension } = this.#inside;
    const found = [...general(this.#host, placed), ...itemMistakes(placed.instrument, parts), ...ownOf(extension())];
    for (const mistake of found) {
      const key = mistake.join();
      if (!this.#reported.has(key)) report(this.#host, ...mistake);
      this.#reported.add(key);
    }
  }
}

const ownOf = (extension: Extension): Mistake[] => extension.mistakes?.() ?? [];

function general(widget: QuestionnaireHost, { instrument, hasCrisis, inSitting }: Placed): Mistake[] {
  const { result } = widget;
  const mistakes: [code: ErrorCode, isSo: boolean][] = [
    ['no-crisis-slot', hasCrisis && !widget.querySelector(':scope > [slot=crisis]')],
    ['result-refused', instrument.audience === 'client' && result === 'score'],
    ['no-result', inSitting && !!result && result !== 'none'],
    ['no-review', widget.review && !!widget.form],
  ];
  return mistakes.flatMap(([code, isSo]): Mistake[] => (isSo ? [[code]] : []));
}
