import { html, nothing } from 'lit';
import { fill } from '../../core/fill.ts';
import type { GoalStretch } from '../../core/goal-course.ts';
import type { RatingItem } from '../../core/instrument.ts';
import type { CheckInWords } from './check-in-words.ts';

/**
 * Answers to one rating over time, drawn and in words, where there are two at least. It says what was answered, and never
 * what to think of it. Lines join the answers that follow each other under one goal; a gap or another goal breaks them.
 */
export function courseTemplate(
  course: readonly GoalStretch[],
  { min, max, minText, maxText }: RatingItem,
  words: CheckInWords,
  day: (at: string) => string,
  isRtl: boolean,
): unknown {
  const last = course.flatMap(({ points }) => points).length - 1;
  const across = (i: number): number => (isRtl ? last - i : i) * (100 / last);
  let [rules, lines, dots, i] = ['M0 0H100M0 100H100', '', '', 0];
  const said = course.map(({ goal, points }, nth) => {
    if (nth) rules += `M${across(i - 0.5)} 0V100`;
    let pen = 'M';
    const values = points.map(({ value }) => {
      const spot = `${across(i++)} ${((max - value!) / (max - min)) * 100}`;
      if (value === undefined) pen = 'M';
      else {
        lines += pen + spot;
        // A dot is the round ends of a line. WebKit stretches those of one without any length.
        dots += `M${spot}h.01`;
        pen = 'L';
      }
      return value ?? words.noAnswer;
    });
    const from = day(points[0]!.at);
    const to = day(points.at(-1)!.at);
    return html`<dt>${nth ? words.changed : nothing} <q>${goal}</q></dt>
      <dd>${from === to ? from : fill(words.fromTo, { from, to })}: ${values.join(', ')}</dd>`;
  });
  if (dots.lastIndexOf('M') < 1) return nothing;
  return html`<div part="course" role="group" aria-labelledby="course">
    <p id="course"><strong>${words.course}</strong></p>
    <p class="help">${max} = ${maxText}</p>
    <svg part="chart" viewBox="-2 -8 104 116" preserveAspectRatio="none" aria-hidden="true">
      <path class="rule" d=${rules} />
      <path d=${lines} />
      <path class="dots" d=${dots} />
    </svg>
    <p class="help">${min} = ${minText}</p>
    <dl>${said}</dl>
  </div>`;
}
