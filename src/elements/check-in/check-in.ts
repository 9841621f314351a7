import { html, nothing, type PropertyDeclarations } from 'lit';
import type { InstrumentDefinition } from '../../core/definition.ts';
import { nested } from '../../core/structure.ts';
import { fill } from '../../core/fill.ts';
import { answerTo, goalCourse } from '../../core/goal-course.ts';
import type { Instrument, RatingItem } from '../../core/instrument.ts';
import { inWords } from '../../core/problem.ts';
import { readResponse } from '../../core/read-response.ts';
import type { Response } from '../../core/response.ts';
import { same } from '../../core/same.ts';
import type { Instance } from '../../core/snapshot.ts';
import { progressCheckIn } from '../../instruments/progress-check-in.ts';
import { localDay } from '../../internal/local-day.ts';
import * as takes from '../../internal/host-input.ts';
import { parsed } from '../../internal/parsed.ts';
import { choice } from '../../internal/questionnaire/items/choice.ts';
import { date } from '../../internal/questionnaire/items/date.ts';
import { rating } from '../../internal/questionnaire/items/rating.ts';
import { text } from '../../internal/questionnaire/items/text.ts';
import type { PartsFor } from '../../internal/questionnaire/parts.ts';
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
  protected static override parts = { views: { choice, date, rating, text }, structure: nested } satisfies PartsFor<typeof progressCheckIn>;
  static override styles = [...QuestionnaireElement.styles, checkInStyles];
  static override properties: PropertyDeclarations = {
    earlier: { takes: takes.list, code: 'bad-earlier' },
  };

  /**
   * The person's earlier check-ins, in any order; as an attribute, a JSON list of records. One of another `subject` than
   * this widget's, or the session's around it, is refused; where neither says whose they are, all that name one must
   * name the same.
   */
  declare earlier: Response[] | string | undefined;
  declare strings: Partial<Words & CheckInWords> | undefined;

  /** What the records were read from, and for whom. */
  #given: unknown[] = [];
  #records: Response[] = [];

  protected override definition(): InstrumentDefinition {
    return progressCheckIn;
  }

  get #words(): CheckInWords {
    return { ...checkInWords, ...this.strings };
  }

  /** Those of the earlier ones that can be used: what the host gave this widget, else what the session around it knows. */
  #earlier(instrument: Instrument): Response[] {
    const { sitting } = this;
    const given = this.earlier || sitting?.earlier;
    const me = this.subject || sitting?.subject;
    if (!same([given, me], this.#given)) {
      this.#given = [given, me];
      this.#records = [];
      const list: unknown = typeof given === 'string' ? parsed(given) : (given ?? []);
      if (!Array.isArray(list)) report(this, 'bad-earlier', 'Must be a list of records');
      else {
        for (const [i, one] of (list as Partial<Response>[]).entries()) {
          // A session knows of other instruments too.
          if (given === sitting?.earlier && Object(one).instrument?.id !== instrument.id) continue;
          const read = readResponse(instrument, one);
          if (!read.ok) report(this, 'bad-earlier', `earlier[${i}]: ${inWords(read.problems)}`);
          else if (me && (read.response.subject || me) !== me) report(this, 'bad-earlier', `earlier[${i}]: is of another subject`);
          else this.#records.push(read.response);
        }
        // Nobody says which of them is meant.
        if (new Set(this.#records.flatMap(({ subject }) => subject || [])).size > 1) {
          this.#records = [];
          report(this, 'bad-earlier', 'earlier: is of several subjects');
        }
      }
    }
    return this.isShared ? [] : this.#records;
  }

  protected override fieldNote({ item, answer }: Instance, instrument: Instrument): unknown {
    const goal = item.id === 'p1' && goalCourse(this.#earlier(instrument), 'p1', 'p2').at(-1)?.goal;
    if (!goal) return nothing;
    const { lastTime, keepGoal } = this.#words;
    const keep = (event: Event): void =>
      this.alter(event, (session) => {
        session.answer(item.id, [goal]);
        return 'textarea';
      });
    return html`<p class="help" part="last-goal" id="last-goal">${lastTime} <q>${goal}</q></p>
      ${this.readonly || (answer as { values?: unknown[] } | undefined)?.values?.[0] === goal
        ? nothing
        : html`<p>
            <button type="button" part="keep-goal" aria-describedby="last-goal" @click=${keep}>${keepGoal}</button>
          </p>`}`;
  }

  protected override extraShowsAnswers = true;

  protected override extra(instrument: Instrument, record: Response, isSent: boolean): unknown {
    const words = this.#words;
    const course = goalCourse([...this.#earlier(instrument), record], 'p1', 'p2');
    const again = isSent && answerTo(record, 'p7');
    const day = (at: string): string => localDay(this, at.slice(0, 10));
    const scale = instrument.items.find(({ id }) => id === 'p2') as RatingItem;
    return html`${isSent || answerTo(record, 'p2') !== undefined
      ? courseTemplate(course, scale, words, day, getComputedStyle(this).direction === 'rtl')
      : nothing}
    ${again ? html`<p part="again">${fill(words.again, { date: day(String(again)) })}</p>` : nothing}`;
  }
}
