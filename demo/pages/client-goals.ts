import { goalCourse, type GoalStretch } from 'attune-elements/core';
import { listAsked } from '../asked.ts';
import { html, type Markup } from '../html.ts';
import { instrumentOf } from '../read-record.ts';
import type { KeptRecord } from '../records.ts';
import { shortDay } from './day.ts';

/** The check-ins: how close the person felt to each goal, and what they said last. */
export function goalsView(records: readonly KeptRecord[]): Markup | null {
  const checkIns = records.filter(({ body }) => body.instrument.id === 'progress-check-in');
  const last = checkIns.at(-1);
  if (!last) return null;
  const stretches = goalCourse(checkIns.map(({ body }) => body), 'p1', 'p2');
  const said = listAsked(instrumentOf(last.body), last.body).filter(
    ({ item, state }) => state === 'answered' && item.id !== 'p1' && item.id !== 'p2',
  );
  return html`<p class="muted">In their own words, from 0, just starting, to 10, there. Another goal is another line: the two are not compared.</p>
<ul class="plain goals">${stretches.toReversed().map(goalView)}</ul>
${
  said.length > 0 &&
  html`<h3>On ${shortDay(last.body.completedAt ?? '')} they also said</h3>
<dl class="said-last">${said.map(({ item, wording, words }) => html`<div><dt>${wording}</dt><dd>${item.type === 'date' ? shortDay(words) : words}</dd></div>`)}</dl>`
}`;
}

function goalView({ goal, points }: GoalStretch): Markup {
  const [from, to] = [points[0]?.at ?? '', points.at(-1)?.at ?? ''].map(shortDay);
  return html`<li><p class="goal"><q>${goal}</q></p>
${points.length > 1 && drawing(points)}
<p class="small"><span class="number">${points.map(({ value }) => value ?? 'no answer').join(', ')}</span> <span class="muted">${from}${to !== from && ` to ${to}`}</span></p></li>
`;
}

const step = 28;

/** A dot for each answer; a check-in without one is a gap. */
function drawing(points: GoalStretch['points']): Markup {
  const spots = points.map(({ value }, place) => value !== undefined && { x: place * step, y: 40 - value * 4 });
  const lines = spots.slice(1).map((to, place) => {
    const from = spots[place];
    return from && to && html`<line x1="${from.x}" y1="${from.y}" x2="${to.x}" y2="${to.y}"/>`;
  });
  const width = (points.length - 1) * step;
  return html`<svg class="goal-course" viewBox="-6 -6 ${width + 12} 52" width="${width + 12}" height="52" aria-hidden="true"><path class="rule" d="M0 0H${width}M0 40H${width}"/>${lines}${spots.map((spot) => spot && html`<circle cx="${spot.x}" cy="${spot.y}" r="4"/>`)}</svg>`;
}
