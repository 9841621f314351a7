import { html, nothing } from '../../ui/lit/lit.ts';
import type { GoalStretch } from '../../core/change/goal-course.ts';
import type { RatingItem } from '../../core/instrument/instrument.ts';
import type { WidgetKey } from '../../ui/text/keys.ts';
import type { Messages } from '../../ui/text/messages.ts';
import { number } from '../../ui/text/format.ts';

/** With more steps than this, large dots would touch on a phone. */
const MOST_LARGE = 20;

interface CourseFormat {
  t: Messages<WidgetKey<'checkIn'>>;
  /** A day in words. */
  day: (at: string) => string;
  isRtl: boolean;
}

/**
 * At least two answers to one rating over time, as a drawing and in words. It shows the answers and never comments on them.
 * A line joins consecutive answers under one goal. A missing answer or another goal breaks it.
 */
export function courseTemplate(
  course: readonly GoalStretch[],
  { min, max, minText, maxText }: RatingItem,
  { t, day, isRtl }: CourseFormat,
): unknown {
  const last = course.flatMap(({ points }) => points).length - 1;
  const across = (i: number): number => (isRtl ? last - i : i) * (100 / last);
  let rules = 'M0 0H100M0 100H100';
  let lines = '';
  let dots = '';
  let i = 0;
  const stretches = course.map(({ goal, points }, nth) => {
    if (nth) rules += `M${across(i - 0.5)} 0V100`;
    let command = 'M';
    const values = points.map(({ value }) => {
      const spot = `${across(i)} ${((max - value!) / (max - min)) * 100}`;
      i++;
      if (value === undefined) command = 'M';
      else {
        lines += command + spot;
        // The round ends of a short line make a dot. WebKit stretches the ends of a line without length.
        dots += `M${spot}h.01`;
        command = 'L';
      }
      return value === undefined ? t('checkIn.noAnswer') : number(t, value);
    });
    const from = day(points[0]!.at);
    const to = day(points.at(-1)!.at);
    return html`<dt>${nth ? t('checkIn.changed') : nothing} <q>${goal}</q></dt>
      <dd>${from === to ? from : t('checkIn.fromTo', { from, to })}: ${values.map((value, i) => [i ? ', ' : '', value])}</dd>`;
  });
  // Fewer than two answers are no course.
  if (dots.lastIndexOf('M') < 1) return nothing;
  return html`<div part="course" role="group" aria-labelledby="course">
    <p id="course"><strong>${t('checkIn.course')}</strong></p>
    <p class="help">${max} = ${maxText}</p>
    <svg part="chart" viewBox="-2 -8 104 116" preserveAspectRatio="none" aria-hidden="true">
      <path class="rule" d=${rules} />
      <path d=${lines} />
      <path class="dots ${last > MOST_LARGE ? 'many' : ''}" d=${dots} />
    </svg>
    <p class="help">${min} = ${minText}</p>
    <dl>${stretches}</dl>
  </div>`;
}
