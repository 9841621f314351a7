import { registeredForms } from './registered-forms.ts';
import { TrendElement } from './trend-element.ts';

/**
 * The scores of one person over time, each form compared with its own earlier sessions: a chart, the sessions that are worth
 * a conversation with formula and numbers, and a table with the same content. It looks back only: it has no forecast, extends
 * no line, and no colour judges. It is for clinicians (`audience="clinician"`). A client, the default, sees no score, chart
 * or finding, only their own answers in words, session by session.
 *
 * Each instrument, version or option (variant, keying, ...) has its own line; lines are never joined. A session without a
 * score is a gap, never zero. Time runs in the inline direction of the page: from right to left on a page in that direction.
 *
 * All data can also be JSON in a child `<script type="application/json">`: a list of records, or an object with `records`,
 * `milestones`, `norms` and `names`. The element reports what it cannot use and shows the rest. Inside an
 * `<attune-session>` without records of its own, it shows the `earlier` records of the session. It is never a step of it.
 *
 * @summary How the scores of one person changed, compared with their own earlier scores; for a client, in words.
 * @tag attune-trust-trend
 * @attr {string} lang - Language of dates and numbers. Without it, the language of the nearest element around it.
 * @slot - Never shown. It can contain a script with JSON.
 * @fires {AttuneErrorEvent} attune-error - `bad-records`, `bad-milestones`, `bad-norms`, `bad-names`, `bad-attribute`,
 *   `bad-strings`.
 * @csspart trend - The whole trend.
 * @csspart title - The title's heading.
 * @csspart chart - The figure: chart and legend.
 * @csspart plot - The box that scrolls if the sessions need more width.
 * @csspart legend - The lines in words, and the meaning of the signs.
 * @csspart milestones - The list of milestones.
 * @csspart findings - What is worth a conversation.
 * @csspart finding - One session that is worth a conversation, with its formula and numbers in a disclosure.
 * @csspart earlier - The disclosure around the earlier findings.
 * @csspart more - The disclosure around the tables.
 * @csspart table - The table of one line.
 * @csspart standing - The sentence about what the scores do not say.
 * @csspart sessions - For a client: the list of sessions.
 * @csspart session - For a client: one session or milestone.
 */
export class AttuneTrustTrend extends TrendElement {
  protected static override forms = registeredForms;
}
