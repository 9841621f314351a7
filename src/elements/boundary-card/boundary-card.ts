import { html, nothing, type PropertyDeclarations } from 'lit';
import { agenda, type AgendaLine } from '../../core/record/agenda.ts';
import { nested } from '../../core/answering/structure.ts';
import type { Instrument } from '../../core/instrument/instrument.ts';
import type { Response } from '../../core/record/response.ts';
import type { Session } from '../../core/answering/session.ts';
import type { Instance } from '../../core/answering/snapshot.ts';
import { boundaryClarity } from '../../instruments/boundary-clarity.ts';
import * as takes from '../../ui/host/host-input.ts';
import { copyText, printCopy, type OwnCopy } from '../../ui/safety/own-copy.ts';
import { parsed } from '../../ui/host/parsed.ts';
import { choice } from '../../ui/questionnaire/items/choice.ts';
import { group } from '../../ui/questionnaire/items/group.ts';
import { text } from '../../ui/questionnaire/items/text.ts';
import type { SupportFor } from '../../ui/questionnaire/items/item-support.ts';
import type { Extension } from '../../ui/questionnaire/extension.ts';
import { QuestionnaireElement } from '../../ui/questionnaire/questionnaire-element.ts';
import { report } from '../../ui/host/report.ts';
import { words, type CommonWords, type Words } from '../../ui/text/words.ts';
import { boundaryWords, type BoundaryWords } from './boundary-words.ts';
import { boundaryCardStyles } from './boundary-card.styles.ts';

/**
 * @summary What is clear about working together, in the clinic's own words, and what the person wants to ask.
 * @tag attune-boundary-card
 * @slot topic-purpose - The clinic's own words on purpose, 80 at most; so each of the others on its topic.
 * @slot topic-dialogue - On open dialogue.
 * @slot topic-boundaries - On roles and limits.
 * @slot topic-confidentiality - On privacy and its limits.
 * @slot topic-contact - On contact between sessions.
 * @slot topic-cost - On time and cost.
 * @slot topic-records - On notes and recordings.
 * @slot topic-ending - On endings and complaints.
 * @csspart policy - The clinic's own words on a topic.
 * @csspart agenda - What the person wants to ask.
 * @csspart agenda-print - The button that prints it.
 * @csspart agenda-copy - The button that copies it.
 */
export class AttuneBoundaryCard extends QuestionnaireElement {
  protected static override itemSupport = { views: { choice, group, text }, structure: nested } satisfies SupportFor<typeof boundaryClarity>;
  static override styles = [...QuestionnaireElement.styles, boundaryCardStyles];
  static override properties: PropertyDeclarations = {
    topics: { takes: takes.text },
    policyVersion: { attribute: 'policy-version', takes: takes.key },
    lastQuestions: { attribute: 'last-questions', takes: takes.list, code: 'bad-last-questions' },
  };

  /** The topics to show, separated by spaces. */
  declare topics: string | undefined;
  /** The version of the clinic's own words, put into the record. */
  declare policyVersion: string | undefined;
  /** The questions of last time, to say whether they were answered; as an attribute, a JSON list of texts. */
  declare lastQuestions: string[] | string | undefined;
  declare strings: Partial<Words & BoundaryWords> | undefined;

  /** The words that were last copied. */
  #copied = '';
  #badQuestions: unknown;

  protected override readonly extension: Extension = {
    definition: () => boundaryClarity,
    options: () => this.#options(),
    given: () => this.#last().map((text, at) => ({ item: 'last-question', at: [at], state: 'answered', values: [text] })),
    agenda,
    groupNote,
    extra: (instrument, record) => this.#agenda(instrument, record),
    extraShowsAnswers: true,
    afterAnswer: askOneFirst,
  };

  #options(): Record<string, string> {
    const { topics, policyVersion } = this;
    return {
      ...(topics?.trim() && { topics }),
      ...(policyVersion && { policy: policyVersion }),
      ...(this.#last().length && { 'last-time': 'yes' }),
    };
  }

  #agenda(instrument: Instrument, record: Response): unknown {
    const lines = agenda(instrument, record);
    if (!lines.length) return nothing;
    const words = this.#words;
    const paper = sheet(lines, words);
    return html`<div class="agenda" part="agenda">
      <p><strong>${words.agenda}</strong></p>
      <ol>
        ${lines.map((line) => html`<li>${line.text} ${line.first ? html`<em>(${words.first})</em>` : nothing}</li>`)}
      </ol>
      ${this.isShared
        ? nothing
        : html`<button type="button" part="agenda-print" @click=${({ target }: Event) => printCopy(target, paper, words.noPrint)}>${words.print}</button>
            <button type="button" part="agenda-copy" @click=${() => void this.#copy(copyText(paper))}>${words.agendaCopy}</button>
            <span role="status">${this.#copied === copyText(paper) ? words.copied : nothing}</span>`}
    </div>`;
  }

  get #words(): CommonWords & BoundaryWords {
    return { ...words, ...boundaryWords, ...this.strings };
  }

  async #copy(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.#copied = text;
    } catch {
      // No clipboard here, or the browser refused: nothing is claimed.
    }
    this.requestUpdate();
  }

  #last(): string[] {
    const { lastQuestions } = this;
    const given = parsed(lastQuestions || []);
    const list: unknown[] = Array.isArray(given) ? given : [undefined];
    const texts = list.filter((one) => typeof one === 'string');
    if (texts.length < list.length && lastQuestions !== this.#badQuestions) {
      this.#badQuestions = lastQuestions;
      report(this, 'bad-last-questions', 'Must be a list of texts');
    }
    return texts.filter((text) => text.trim());
  }
}

/** The clinic's own words under the heading of a topic. */
function groupNote({ item }: Instance, instrument: Instrument): unknown {
  if (!item.text) return nothing;
  const policy = html`<slot name="topic-${item.id}">${instrument.words?.policyEmpty}</slot>`;
  return html`<div class="policy" part="policy">${policy}</div>`;
}

/**
 * One question is asked first: a new mark takes the place of the old one. A mark that comes back into sight with its
 * question gives way to the one that was set meanwhile.
 */
function askOneFirst(session: Session, { key }: Instance): void {
  const marked = (instances: readonly Instance[], back: boolean): { mark: Instance; back: boolean }[] =>
    instances.flatMap((instance) => {
      const isBack = back || (instance.key === key && instance.item.tags?.agenda !== 'first');
      const isMark = instance.item.tags?.agenda === 'first' && instance.answer?.state === 'answered';
      return [...(isMark ? [{ mark: instance, back: isBack }] : []), ...marked(instance.children, isBack)];
    });
  const marks = marked(session.current.instances, false);
  const kept = marks.find(({ mark }) => mark.key === key) ?? marks.find(({ back }) => !back);
  for (const { mark } of marks) if (kept && mark !== kept.mark) session.clear(mark.item.id, mark.at);
}

const sheet = (lines: AgendaLine[], words: BoundaryWords): OwnCopy => ({
  title: words.agenda,
  lines: lines.map(({ text, first }, i) => ({ text: `${i + 1}. ${text}${first ? ` (${words.first})` : ''}` })),
  ruled: true,
});
