import type { AlphaEstimate, NoEstimate, Reason } from 'attune-elements/statistics';
import type { ScaleStatistics } from '../form-statistics.ts';
import { html, type Markup } from '../html.ts';

/** Alpha and omega of the total and of each subscale, or why there is none. */
export function scalesView(scales: readonly ScaleStatistics[]): Markup {
  const [first] = scales;
  if (first && scales.every(({ unfit }) => unfit && unfit === first.unfit)) return html`<p>${unfitWords[unfitOf(first)]}</p>`;
  return html`<table class="stack short-cells figures scale-table">
<thead><tr><th scope="col">Scale</th><th scope="col">Lines</th><th scope="col">Alpha, 95&#8239;%</th><th scope="col">Omega</th><th scope="col">People</th></tr></thead>
<tbody>${scales.map(
    (scale) => html`<tr><th scope="row">${capital(scale.title)}</th><td data-label="Lines">${scale.items.length}</td>${estimates(scale)}</tr>
`,
  )}</tbody></table>`;
}

function estimates({ alpha, omega, unfit }: ScaleStatistics): Markup {
  if (!alpha || !omega) return html`<td colspan="3" data-label="Alpha and omega">${unfitWords[unfit ?? 'few-lines']}</td>`;
  return html`<td data-label="Alpha, 95 %">${alpha.ok ? html`${drawing(alpha)} <span class="number nowrap">${alphaWords(alpha)}</span>` : reason(alpha)}</td>
<td data-label="Omega">${omega.ok ? html`<span class="number">${figure(omega.omega)}</span> <span class="muted small">${omega.method === 'closed-form' ? 'closed form' : 'maximum likelihood'}</span>` : reason(omega)}</td>
<td data-label="People">${alpha.n}${alpha.excluded > 0 && html`<br><span class="muted small nowrap">${alpha.excluded} left out</span>`}</td>`;
}

export const alphaWords = ({ alpha, ci }: AlphaEstimate): string =>
  `${figure(alpha)} [${figure(ci.lower)}, ${figure(ci.upper)}]`;

/** From 0 to 1. Lower values are drawn at 0. */
function drawing({ alpha, ci }: AlphaEstimate): Markup {
  const at = (value: number): string => (Math.max(0, value) * 100).toFixed(1);
  return html`<svg class="interval" viewBox="-5 -8 110 16" width="110" height="16" aria-hidden="true"><line class="rule" x1="0" x2="100" y1="0" y2="0"/><line x1="${at(ci.lower)}" x2="${at(ci.upper)}" y1="0" y2="0"/><circle cx="${at(alpha)}" cy="0" r="4"/></svg>`;
}

export const figure = (value: number, digits = 2): string => value.toFixed(digits).replace('-', '−');

const unfitOf = ({ unfit }: ScaleStatistics): NonNullable<ScaleStatistics['unfit']> => unfit ?? 'few-lines';

const unfitWords = {
  'few-lines': 'One or two lines are too few for a scale: it is read as a profile.',
  draft: 'It was asked in a translation that nobody has reviewed, so its answers are not scored.',
  checklist:
    'It counts separate things that somebody did or did not do. They need not go together, so alpha and omega would mean nothing.',
};

/** Why a scale has no alpha. */
export function noAlpha(scale: ScaleStatistics): Markup {
  const { alpha } = scale;
  return alpha && !alpha.ok ? reason(alpha) : html`<span class="muted">${unfitWords[unfitOf(scale)]}</span>`;
}

/** Why there is no figure. */
function reason({ reason, n, excluded }: NoEstimate): Markup {
  return html`<span class="muted">none: ${reasons[reason]} <span class="small">(${n} used, ${excluded} left out)</span></span>`;
}

const reasons: Record<Reason, string> = {
  'unequal-rows': 'the responses do not have the same lines',
  'unusable-cell': 'the answers cannot be reckoned with',
  'bad-level': 'the interval has no level',
  'fewer-than-2-items': 'one line alone goes together with nothing',
  'fewer-than-3-items': 'one factor of two lines has no single solution',
  'too-few-rows': 'too few people have answered every line',
  'no-variance': 'everybody gave the same answer to a line',
  'covariance-singular': 'one line follows from the others',
  'covariance-not-positive': 'two lines do not go together as one factor would have it',
  'negative-unique-variance': 'the factor would leave a line less than no variance of its own',
  'not-converged': 'no solution was found',
};

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
