import { html, nothing, type PropertyDeclarations } from '../../ui/lit/lit.ts';
import { nested, nestedSheet } from '../../core/answering/structure.ts';
import { answerTo, goalCourse } from '../../core/change/goal-course.ts';
import type { Instrument, RatingItem } from '../../core/instrument/instrument.ts';
import { inWords } from '../../core/plain-data/problem.ts';
import { agreeing } from '../../core/record/agreeing-language.ts';
import { takeResponse } from '../../core/record/read-response.ts';
import type { Response } from '../../core/record/response.ts';
import { same } from '../../core/plain-data/same.ts';
import type { Instance } from '../../core/answering/snapshot.ts';
import { progressCheckIn } from '../../instruments/progress-check-in.ts';
import * as takes from '../../ui/host/host-input.ts';
import { parsed } from '../../ui/host/parsed.ts';
import { choice } from '../../ui/questionnaire/items/choice.ts';
import { date } from '../../ui/questionnaire/items/date.ts';
import { rating } from '../../ui/questionnaire/items/rating.ts';
import { plainText } from '../../ui/questionnaire/items/plain-text.ts';
import type { SupportFor } from '../../ui/questionnaire/items/item-support.ts';
import type { Extension } from '../../ui/questionnaire/extension.ts';
import { QuestionnaireElement } from '../../ui/questionnaire/questionnaire-element.ts';
import { report } from '../../ui/host/report.ts';
import { checkInStyles } from './check-in.styles.ts';
import { courseTemplate } from './course-template.ts';
import type { Strings } from '../../ui/text/catalogue.ts';
import type { FormKey, WidgetKey } from '../../ui/text/keys.ts';
import { checkIn } from '../../ui/text/locales/en/check-in.ts';
import { day as dayInWords } from '../../ui/text/format.ts';

/** The keys of the messages of the check-in. */
type CheckInKey = FormKey | WidgetKey<'checkIn'>;

/**
 * With `earlier`, the last goal of the person is shown beside today's, and the person can keep it. When the person has
 * answered how close they feel today, a chart shows that answer over the sessions. The line breaks where the goal changed;
 * nothing says what the course means. A shared device shows nothing of the earlier check-ins.
 *
 * @summary Where a person is with what they want from therapy.
 * @tag attune-check-in
 * @csspart last-goal - The last goal.
 * @csspart keep-goal - The button that keeps it.
 * @csspart course - How close the person felt, over the sessions.
 * @csspart chart - The drawing of the course.
 * @csspart again - After sending: the day to look at this again.
 */
export class AttuneCheckIn extends QuestionnaireElement {
  protected static override itemSupport = { views: { choice, date, rating, text: plainText }, structure: nested } satisfies SupportFor<typeof progressCheckIn>;
  static override styles = [...QuestionnaireElement.styles, checkInStyles];
  static override properties: PropertyDeclarations = {
    earlier: { takes: takes.list, code: 'bad-earlier' },
  };

  /**
   * The person's earlier check-ins, in any order. As an attribute: a JSON list of records. A record of another `subject` than
   * that of the widget, or of the session around it, is refused. If neither has a `subject`, all records that have one must
   * have the same.
   */
  declare earlier: Response[] | string | undefined;
  declare strings: Strings<CheckInKey> | undefined;

  /** The list and the subject that `#records` was read from. */
  #given: unknown[] = [];
  #records: Response[] = [];

  protected override readonly extension: Extension = {
    definition: () => progressCheckIn,
    fieldNote: (instance, instrument) => this.#lastGoal(instance, instrument),
    extra: (instrument, record, isSent) => this.#course(instrument, record, isSent),
    extraShowsAnswers: true,
    messages: { checkIn },
  };

  /** The earlier check-ins that can be used: those of the widget, else those of the session around it. */
  #earlier(instrument: Instrument): Response[] {
    const { sitting } = this;
    const given = this.earlier || sitting?.earlier;
    const me = this.subject || sitting?.subject;
    if (!same([given, me], this.#given)) {
      this.#given = [given, me];
      this.#records = [];
      const list: unknown = typeof given === 'string' ? parsed(given) : (given ?? []);
      if (!Array.isArray(list)) report(this, 'bad-earlier', 'earlier: Must be list of records');
      else {
        for (const [i, one] of (list as Partial<Response>[]).entries()) {
          // The records of a session can be of other instruments too.
          if (given === sitting?.earlier && Object(one).instrument?.id !== instrument.id) continue;
          const read = agreeing(takeResponse(instrument, one, nestedSheet));
          if (!read.ok) report(this, 'bad-earlier', `earlier[${i}]: ${inWords(read.problems)}`);
          else if (me && (read.response.subject || me) !== me) report(this, 'bad-earlier', `earlier[${i}]: is of another subject`);
          else this.#records.push(read.response);
        }
        // It is unknown which of the subjects is the person.
        if (new Set(this.#records.flatMap(({ subject }) => subject || [])).size > 1) {
          this.#records = [];
          report(this, 'bad-earlier', 'earlier: is of several subjects');
        }
      }
    }
    return this.isShared ? [] : this.#records;
  }

  #lastGoal({ item, answer }: Instance, instrument: Instrument): unknown {
    const goal = item.id === 'p1' && goalCourse(this.#earlier(instrument), 'p1', 'p2').at(-1)?.goal;
    if (!goal) return nothing;
    const t = this.t<CheckInKey>();
    const keep = (event: Event): void =>
      this.alter(event.target, (session) => {
        session.answer(item.id, [goal]);
        return 'textarea';
      });
    return html`<p class="help" part="last-goal" id="last-goal">${t('checkIn.lastTime')} <q>${goal}</q></p>
      ${this.readonly || (answer as { values?: unknown[] } | undefined)?.values?.[0] === goal
        ? nothing
        : html`<p>
            <button type="button" part="keep-goal" aria-describedby="last-goal" @click=${keep}>${t('checkIn.keepGoal')}</button>
          </p>`}`;
  }

  #course(instrument: Instrument, record: Response, isSent: boolean): unknown {
    const t = this.t<CheckInKey>();
    const course = goalCourse([...this.#earlier(instrument), record], 'p1', 'p2');
    const again = isSent && answerTo(record, 'p7');
    const day = (at: string): string => dayInWords(t, at.slice(0, 10));
    const scale = instrument.items.find(({ id }) => id === 'p2') as RatingItem;
    return html`${isSent || answerTo(record, 'p2') !== undefined
      ? courseTemplate(course, scale, { t, day, isRtl: (t.dir(instrument.language) ?? getComputedStyle(this).direction) === 'rtl' })
      : nothing}
    ${again ? html`<p part="again">${t('checkIn.again', { date: day(String(again)) })}</p>` : nothing}`;
  }
}
