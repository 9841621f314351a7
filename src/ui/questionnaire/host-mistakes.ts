import type { Instrument } from '../../core/instrument/instrument.ts';
import { isPageHere } from '../host/page-here.ts';
import { report } from '../host/report.ts';
import type { Mistake } from './extension.ts';
import { itemMistakes } from './items/item-mistakes.ts';
import type { Inside, QuestionnaireHost } from './questionnaire-host.ts';

interface Situation {
  instrument: Instrument;
  hasCrisis: boolean;
  inSitting: boolean;
}

/**
 * Reports each mistake in how the host uses the widget once. Attributes, slots and instrument may come late and in any
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
      ...itemMistakes(situation.instrument, itemSupport),
      ...(extension().mistakes?.() ?? []),
    ];
    for (const { code, message } of found) {
      if (!this.#reported.has(message)) report(this.#host, code, message);
      this.#reported.add(message);
    }
  }
}

function commonMistakes(widget: QuestionnaireHost, { instrument, hasCrisis, inSitting }: Situation): Mistake[] {
  const { result } = widget;
  const mistakes: Mistake[] = [];
  if (hasCrisis && !widget.querySelector(':scope > [slot=crisis]')) {
    mistakes.push({ code: 'no-crisis-slot', message: 'Put your own local help into slot="crisis"' });
  }
  if (instrument.audience === 'client' && result === 'score') {
    mistakes.push({ code: 'result-refused', message: 'A score is shown to clinicians and observers only' });
  }
  if (inSitting && result && result !== 'none') mistakes.push({ code: 'no-result', message: 'Inside a session no result is shown' });
  if (widget.review && widget.form) {
    mistakes.push({ code: 'no-review', message: 'Inside a form nothing is reviewed before the form sends' });
  }
  return mistakes;
}
