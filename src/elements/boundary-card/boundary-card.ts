import { html, nothing, type PropertyDeclarations } from '../../ui/lit/lit.ts';
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
import { text } from '../../ui/questionnaire/items/text.ts';
import type { SupportFor } from '../../ui/questionnaire/items/item-support.ts';
import type { Extension } from '../../ui/questionnaire/extension.ts';
import { QuestionnaireElement } from '../../ui/questionnaire/questionnaire-element.ts';
import { report } from '../../ui/host/report.ts';
import { boundaryCardStyles } from './boundary-card.styles.ts';
import { topic } from './topic-view.ts';
import type { Strings } from '../../ui/text/catalogue.ts';
import type { FormKey, WidgetKey } from '../../ui/text/keys.ts';
import { boundary } from '../../ui/text/locales/en/boundary.ts';
import type { Messages } from '../../ui/text/messages.ts';
import { number } from '../../ui/text/format.ts';

type BoundaryKey = FormKey | WidgetKey<'boundary'>;

/**
 * @summary What is clear about working together, in the clinic's own words, and what the person wants to ask.
 * @tag attune-boundary-card
 * @slot topic-purpose - The clinic's own words on purpose, at most 80 words. The other slots are the same for their topics.
 * @slot topic-dialogue - On open dialogue.
 * @slot topic-boundaries - On roles and limits.
 * @slot topic-confidentiality - On privacy and its limits.
 * @slot topic-contact - On contact between sessions.
 * @slot topic-cost - On time and cost.
 * @slot topic-records - On notes and recordings.
 * @slot topic-ending - On endings and complaints.
 * @csspart policy - The clinic's own words on a topic.
 * @csspart write - The button that opens the box for the person's own question.
 * @csspart agenda - The list of questions that the person wants to ask.
 * @csspart agenda-print - The button that prints the list.
 * @csspart agenda-copy - The button that copies the list.
 */
export class AttuneBoundaryCard extends QuestionnaireElement {
  protected static override itemSupport = { views: { choice, group: topic, text }, structure: nested } satisfies SupportFor<typeof boundaryClarity>;
  static override styles = [...QuestionnaireElement.styles, boundaryCardStyles];
  static override properties: PropertyDeclarations = {
    topics: { takes: takes.text },
    policyVersion: { attribute: 'policy-version', takes: takes.key },
    lastQuestions: { attribute: 'last-questions', takes: takes.list, code: 'bad-last-questions' },
  };

  /** The topics to show, separated by spaces. */
  declare topics: string | undefined;
  /** The version of the clinic's own words. The record contains it. */
  declare policyVersion: string | undefined;
  /** The questions of last time. The person says whether they were answered. As an attribute: a JSON list of texts. */
  declare lastQuestions: string[] | string | undefined;
  declare strings: Strings<BoundaryKey> | undefined;

  /** The text that the person wanted to copy last, and the message about it. */
  #copied: { text: string; says: 'boundary.copied' | 'boundary.notCopied' } | undefined;
  /** The value that was reported last. */
  #badQuestions: unknown;

  protected override readonly extension: Extension = {
    definition: () => boundaryClarity,
    options: () => this.#options(),
    given: () => this.#questionsOfLastTime().map((text, at) => ({ item: 'last-question', at: [at], state: 'answered', values: [text] })),
    agenda,
    groupNote: (instance, instrument) => this.#groupNote(instance, instrument),
    extra: (instrument, record) => this.#agenda(instrument, record),
    extraShowsAnswers: true,
    afterAnswer: askOneFirst,
    messages: { boundary },
  };

  #options(): Record<string, string> {
    const { topics, policyVersion } = this;
    return {
      ...(topics?.trim() && { topics }),
      ...(policyVersion && { policy: policyVersion }),
      ...(this.#questionsOfLastTime().length && { 'last-time': 'yes' }),
    };
  }

  #agenda(instrument: Instrument, record: Response): unknown {
    const lines = agenda(instrument, record);
    if (!lines.length) return nothing;
    const t = this.t<BoundaryKey>();
    const paper = sheet(lines, t);
    return html`<div class="agenda" part="agenda">
      <p><strong>${t('boundary.agenda')}</strong></p>
      <ol>
        ${lines.map((line) => html`<li>${line.first ? t('boundary.agendaFirst', { text: line.text }) : line.text}</li>`)}
      </ol>
      ${this.isShared
        ? nothing
        : html`<button type="button" part="agenda-print" @click=${({ target }: Event) => printCopy(target, paper, t.text('noPrint'))}>${t('print')}</button>
            <button type="button" part="agenda-copy" @click=${() => void this.#copy(copyText(paper))}>${t('boundary.agendaCopy')}</button>
            <span role="status">${this.#copied?.text === copyText(paper) ? t(this.#copied.says) : nothing}</span>`}
    </div>`;
  }

  /** The clinic's own words below the heading of a topic, and the button above a closed box. */
  #groupNote({ item }: Instance, instrument: Instrument): unknown {
    if (item.text) {
      const policy = html`<slot name="topic-${item.id}">${instrument.words?.policyEmpty}</slot>`;
      return html`<div class="policy" part="policy">${policy}</div>`;
    }
    return this.readonly || item.id === 'last-time' ? nothing : html`<button type="button" part="write">${this.t<BoundaryKey>()('boundary.write')}</button>`;
  }

  async #copy(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.#copied = { text, says: 'boundary.copied' };
    } catch {
      // There is no clipboard, or the browser refused.
      this.#copied = { text, says: 'boundary.notCopied' };
    }
    this.requestUpdate();
  }

  #questionsOfLastTime(): string[] {
    const { lastQuestions } = this;
    const given = parsed(lastQuestions || []);
    const list: unknown[] = Array.isArray(given) ? given : [undefined];
    const texts = list.filter((one) => typeof one === 'string');
    if (texts.length < list.length && lastQuestions !== this.#badQuestions) {
      this.#badQuestions = lastQuestions;
      report(this, 'bad-last-questions', 'last-questions: Must be list of texts');
    }
    return texts.filter((text) => text.trim());
  }
}

/**
 * Only one question can be asked first: choosing another one clears the first. If an answer shows a hidden question again
 * whose "ask first" was chosen before, the one that was chosen in the meantime stays.
 */
function askOneFirst(session: Session, { key }: Instance): void {
  const isAskFirst = ({ item }: Instance): boolean => item.tags?.agenda === 'first';
  /** The chosen "ask first" items. `isReturning`: the answer that has just changed shows it again. */
  const chosenIn = (instances: readonly Instance[], isInside: boolean): { instance: Instance; isReturning: boolean }[] =>
    instances.flatMap((instance) => {
      const isReturning = isInside || (instance.key === key && !isAskFirst(instance));
      const isChosen = isAskFirst(instance) && instance.answer?.state === 'answered';
      return [...(isChosen ? [{ instance, isReturning }] : []), ...chosenIn(instance.children, isReturning)];
    });
  const chosen = chosenIn(session.current.instances, false);
  const first = chosen.find(({ instance }) => instance.key === key) ?? chosen.find(({ isReturning }) => !isReturning);
  for (const { instance } of chosen) if (first && instance !== first.instance) session.clear(instance.item.id, instance.at);
}

const sheet = (lines: AgendaLine[], t: Messages<BoundaryKey>): OwnCopy => ({
  title: t.text('boundary.agenda'),
  lines: lines.map(({ text, first }, i) => ({
    text: `${number(t, i + 1)}. ${first ? t.text('boundary.agendaFirst', { text }) : text}`,
  })),
  ruled: true,
});
