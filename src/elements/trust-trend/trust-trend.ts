import { registeredForms } from './registered-forms.ts';
import { TrendElement } from './trend-element.ts';

/**
 * One person's scores over time, each form against its own earlier sessions: a chart, what is worth a conversation with
 * its formula and numbers, and a table that says the same. It looks back only: no forecast, no line drawn on, no colour
 * that judges. It is for clinicians (`audience="clinician"`). A client, which is the default, gets no score, chart or
 * finding, but what they answered, session by session, in words.
 *
 * Another instrument, version or option (variant, keying, ...) is another line, never joined. A session without a score
 * is a gap, never zero. Time runs in the inline direction of the page, so from right to left on such a page.
 *
 * Everything can also be given as JSON in a child `<script type="application/json">`: a list of records, or an object
 * with `records`, `milestones`, `norms` and `names`. What cannot be used is told, and the rest is shown. Inside an
 * `<attune-session>` it goes by the session's `earlier` records where it has none of its own, and is no step.
 *
 * @summary How one person's scores went, against their own earlier ones; for a client, in words.
 * @tag attune-trust-trend
 * @attr {string} lang - Language in which days and numbers are written; else that of the nearest element around it.
 * @slot - Nothing of it is shown; a script with JSON may stand here.
 * @fires {AttuneErrorEvent} attune-error - `bad-records`, `bad-milestones`, `bad-norms`, `bad-names`, `bad-attribute`,
 *   `bad-strings`.
 * @csspart trend - All of it.
 * @csspart title - The title's heading.
 * @csspart chart - The figure: chart and legend.
 * @csspart plot - The box that scrolls where sessions would stand too close.
 * @csspart legend - The lines in words, and what the marks mean.
 * @csspart milestones - The list of milestones.
 * @csspart findings - What is worth a conversation.
 * @csspart finding - One session of that, to be opened for formula and numbers.
 * @csspart earlier - The disclosure around the earlier ones of these.
 * @csspart more - The disclosure around the tables.
 * @csspart table - The table of one line.
 * @csspart standing - What the scores are not.
 * @csspart sessions - For a client: the list of sessions.
 * @csspart session - For a client: one session or milestone.
 */
export class AttuneTrustTrend extends TrendElement {
  protected static override forms = registeredForms;
}
