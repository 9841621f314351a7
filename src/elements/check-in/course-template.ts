import { html, nothing, type TemplateResult } from 'lit';
import { fill } from '../../core/fill.ts';
import type { GoalStretch } from '../../core/goal-course.ts';
import type { RatingItem } from '../../core/instrument.ts';
import type { CheckInWords } from './check-in-words.ts';

/** What a course is shown with. */
interface Shown {
  scale: RatingItem;
  words: CheckInWords;
  day: (at: string) => string;
  /** Time runs from right to left. */
  isRtl: boolean;
}

/** Answers to one rating over time, drawn and in words. It says what was answered, and never what to think of it. */
export function courseTemplate(course: readonly GoalStretch[], { scale, words, day, isRtl }: Shown): TemplateResult {
  const { min, max, minText, maxText } = scale;
  const { lines, dots, breaks } = draw(course, scale, isRtl);
  return html`<div part="course" role="group" aria-labelledby="course">
    <p id="course"><strong>${words.course}</strong></p>
    <p class="help">${max} = ${maxText}</p>
    <svg part="chart" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
      <path class="rule" d="M0 0H100M0 100H100${breaks}" />
      <path d=${lines} />
      <path class="dots" d=${dots} />
    </svg>
    <p class="help">${min} = ${minText}</p>
    <dl>
      ${course.map(({ goal, points }, i) => {
        const from = day(points[0]!.at);
        const to = day(points.at(-1)!.at);
        const values = points.map(({ value }) => value ?? words.noAnswer).join(', ');
        return html`<dt>${i ? words.changed : nothing} <q dir="auto">${goal}</q></dt>
          <dd>${from === to ? from : fill(words.fromTo, { from, to })}: ${values}</dd>`;
      })}
    </dl>
  </div>`;
}

/** Lines join the answers that follow each other under one goal; a gap or another goal breaks them. */
function draw(course: readonly GoalStretch[], { min, max }: RatingItem, isRtl: boolean) {
  const last = course.flatMap(({ points }) => points).length - 1;
  const across = (i: number): number => (isRtl ? 1 - i / last : i / last) * 100;
  let [lines, dots, breaks, i] = ['', '', '', 0];
  for (const { points } of course) {
    if (i) breaks += `M${across(i - 0.5)} 0V100`;
    let pen = 'M';
    for (const { value } of points) {
      const spot = `${across(i++)} ${((max - value!) / (max - min)) * 100}`;
      if (value !== undefined) {
        lines += pen + spot;
        dots += `M${spot}h0`;
      }
      pen = value === undefined ? 'M' : 'L';
    }
  }
  return { lines, dots, breaks };
}
