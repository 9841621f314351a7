import { html, nothing, type PropertyDeclarations } from 'lit';
import type { InstrumentDefinition } from '../../core/definition.ts';
import { fill } from '../../core/fill.ts';
import { goalCourse } from '../../core/goal-course.ts';
import type { Instrument, RatingItem } from '../../core/instrument.ts';
import { inWords } from '../../core/problem.ts';
import { readResponse } from '../../core/read-response.ts';
import type { Answer, Response } from '../../core/response.ts';
import type { Instance } from '../../core/session.ts';
import { progressCheckIn } from '../../instruments/progress-check-in.ts';
import { localDay } from '../../internal/local-day.ts';
import { QuestionnaireElement } from '../../internal/questionnaire/questionnaire-element.ts';
import { report } from '../../internal/report.ts';
import type { Words } from '../../internal/words.ts';
import { checkInWords, type CheckInWords } from './check-in-words.ts';
import { checkInStyles } from './check-in.styles.ts';
import { courseTemplate } from './course-template.ts';

/**
 * With `earlier` the goal that the person wrote last stands beside today's, and they can keep it. How close they felt
 * is shown over the sessions, once they have said how close they feel today: broken where the goal changed, and without
 * a word on what it means. On a shared device nothing of the earlier ones is shown.
 *
 * @summary Where a person is with what they want from therapy.
 * @tag attune-check-in
 * @csspart last-goal - The goal of last time.
 * @csspart keep-goal - The button that keeps it.
 * @csspart course - How close the person felt, over the sessions.
 * @csspart chart - Its drawing.
 * @csspart again - When to look at this again, after sending.
 */
export class AttuneCheckIn extends QuestionnaireElement {
  static override styles = [...QuestionnaireElement.styles, checkInStyles];
  static override properties: PropertyDeclarations = { earlier: {} };

  /** The person's earlier check-ins, in any order; as an attribute, a JSON list of records. */
  declare earlier: Response[] | string | undefined;
  declare strings: Partial<Words & CheckInWords> | undefined;

  #given: unknown;
  #records: Response[] = [];

  protected override definition(): InstrumentDefinition {
    return progressCheckIn;
  }

  get #words(): CheckInWords {
    return { ...checkInWords, ...this.strings };
  }

  /** Those of the earlier ones that can be used. */
  #earlier(instrument: Instrument): Response[] {
    const { earlier } = this;
    if (earlier !== this.#given) {
      this.#given = earlier;
      this.#records = [];
      const list = listOf(earlier);
      if (!list) report(this, 'bad-earlier', 'Must be a list of records');
      list?.forEach((one, i) => {
        const read = readResponse(instrument, one);
        if (read.ok) this.#records.push(read.response);
        else report(this, 'bad-earlier', `earlier[${i}]: ${inWords(read.problems)}`);
      });
    }
    return this.isShared ? [] : this.#records;
  }

  protected override fieldNote({ item, answer }: Instance, instrument: Instrument): unknown {
    const goal = item.id === 'p1' && goalCourse(this.#earlier(instrument), 'p1', 'p2').at(-1)?.goal;
    if (!goal) return nothing;
    const { lastTime, keepGoal } = this.#words;
    return html`<p class="help" part="last-goal" id="last-goal">${lastTime} <q dir="auto">${goal}</q></p>
      ${this.readonly || valueOf(answer) === goal
        ? nothing
        : html`<button type="button" part="keep-goal" aria-describedby="last-goal" @click=${(event: Event) => this.#keep(event, goal)}>
            ${keepGoal}
          </button>`}`;
  }

  #keep(event: Event, goal: string): void {
    this.alter(event, (session, { item }) => {
      session.answer(item.id, [goal]);
      return '[data-key=p1] textarea';
    });
  }

  protected override extraShowsAnswers = true;

  protected override extra(instrument: Instrument, record: Response, isSent: boolean): unknown {
    const words = this.#words;
    const course = goalCourse([...this.#earlier(instrument), record], 'p1', 'p2');
    const answers = Object.fromEntries(record.answers.map((answer) => [answer.item, valueOf(answer)]));
    const rated = course.flatMap(({ points }) => points.filter(({ value }) => value !== undefined));
    const day = (at: string): string => localDay(this, at.slice(0, 10));
    const scale = instrument.items.find(({ id }) => id === 'p2') as RatingItem;
    const isRtl = (): boolean => getComputedStyle(this).direction === 'rtl';
    const hasCourse = rated.length > 1 && (isSent || answers.p2 !== undefined);
    return html`${hasCourse ? courseTemplate(course, { scale, words, day, isRtl: isRtl() }) : nothing}
    ${isSent && answers.p7 ? html`<p part="again">${fill(words.again, { date: day(String(answers.p7)) })}</p>` : nothing}`;
  }
}

/** What was given, as a list; nothing is an empty one. */
function listOf(given: Response[] | string | undefined): unknown[] | undefined {
  try {
    const list: unknown = typeof given === 'string' && given ? JSON.parse(given) : given || [];
    return Array.isArray(list) ? list : undefined;
  } catch {
    return undefined;
  }
}

const valueOf = (answer: Answer | undefined): unknown => (answer?.state === 'answered' ? answer.values[0] : undefined);
