import type { Snapshot } from '../../core/answering/snapshot.ts';
import type { Instrument } from '../../core/instrument/instrument.ts';
import { inWords } from '../../core/plain-data/problem.ts';
import type { ErrorCode } from '../host/developer-messages.ts';
import { isPageHere } from '../host/page-here.ts';
import { report } from '../host/report.ts';
import type { Mistake } from './extension.ts';
import { canTakeFallback, fallbackIn } from './fallback-taker.ts';
import { itemMistakes } from './items/item-mistakes.ts';
import type { Inside, QuestionnaireHost } from './questionnaire-host.ts';

interface Situation {
  instrument: Instrument;
  /** What does not work in its expressions and calculations. */
  problems: Snapshot['problems'];
  hasCrisis: boolean;
  inSitting: boolean;
}

/**
 * Reports each mistake of the host, and each only once. Attributes, slots and instrument may come late and in any
 * order, so it waits for the whole page. The person does not see these reports.
 */
export class HostMistakes {
  #host: QuestionnaireHost;
  #inside: Inside;
  #reported = new Set<string>();

  constructor(host: QuestionnaireHost, inside: Inside) {
    this.#host = host;
    this.#inside = inside;
  }

  check(situation: Situation): void {
    if (!isPageHere(this.#host)) return;
    const { itemSupport, extension } = this.#inside;
    const found = [
      ...commonMistakes(this.#host, situation),
      ...itemMistakes(situation.instrument, itemSupport()),
      ...(extension().mistakes?.() ?? []),
      ...(situation.problems ?? []).map((problem): Mistake => ['bad-expression', inWords([problem])]),
    ];
    for (const mistake of found) {
      const key = mistake.join();
      if (!this.#reported.has(key)) report(this.#host, ...mistake);
      this.#reported.add(key);
    }
  }
}

function commonMistakes(widget: QuestionnaireHost, { instrument, hasCrisis, inSitting }: Situation): Mistake[] {
  const { result } = widget;
  const checks: [code: ErrorCode, isMistake: boolean][] = [
    ['no-adopt', !!fallbackIn(widget) && !canTakeFallback()],
    ['no-crisis-slot', hasCrisis && !widget.querySelector(':scope > [slot=crisis]')],
    ['result-refused', instrument.audience === 'client' && result === 'score'],
    ['no-result', inSitting && !!result && result !== 'none'],
    ['no-review', widget.review && !!widget.form],
  ];
  return checks.flatMap(([code, isMistake]): Mistake[] => (isMistake ? [[code]] : []));
}
