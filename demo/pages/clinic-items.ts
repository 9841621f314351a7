import { type Instrument, type Item, optionsOf } from 'attune-elements/core';
import type { Figure, ItemDescription } from 'attune-elements/statistics';
import type { FormStatistics, ScaleStatistics } from '../form-statistics.ts';
import { html, type Markup } from '../html.ts';
import { itemsById } from '../instrument.ts';
import { capital, figure, noAlpha } from './clinic-scales.ts';

/** Every question of a form: what was answered, what was left out, and how the line relates to its scale. */
export function itemsView({ instrument, items: { items, repeated }, scales }: FormStatistics): Markup {
  const byId = itemsById(instrument);
  const shown = items.flatMap((described) => {
    const found = byId.get(described.item);
    return found ? [{ ...found, described }] : [];
  });
  const boxes = shown.filter(({ described }) => described.distribution.length === 1);
  const tables = groupBy(
    shown.filter(({ described }) => described.distribution.length > 1),
    ({ item }) => textsOf(instrument, item).map(({ text }) => text).join('\n'),
  );
  const free = shown.filter(({ described }) => !described.distribution.length);
  const isNumber = ({ described: { mean } }: Line): boolean => mean.ok || mean.reason !== 'no-numbers';
  const numbers = free.filter(isNumber);
  const written = free.filter((line) => !isNumber(line));
  return html`${tables.map((lines) => table(instrument, lines, scales))}
${boxes.length > 0 && ticks(boxes)}
${numbers.length > 0 && html`<p>As numbers, with mean and standard deviation: ${numbers.map(({ item, described }, place) => html`${place > 0 && '; '}“${item.text}” ${answered(described)}, ${value(described.mean)} (${value(described.sd)})`)}.</p>`}
${written.length > 0 && html`<p>In own words, which are counted and not shown here: ${written.map(({ item, described }, place) => html`${place > 0 && '; '}“${item.text}” ${answered(described)}`)}.</p>`}
${repeated.length > 0 && html`<p class="muted">Not described, because they may be there several times in one response: ${[...new Set(repeated.map((id) => byId.get(id)?.item.text ?? id))].map((text) => `“${text.replace(/\{[\w-]+\}/g, '…')}”`).join(', ')}.</p>`}`;
}

interface Line {
  item: Item;
  parent?: Item;
  described: ItemDescription;
}

const answered = ({ n, missing }: ItemDescription): string => `${n} of ${n + missing.blank + missing.declined + missing.unknown}`;

function table(instrument: Instrument, lines: readonly Line[], scales: readonly ScaleStatistics[]): Markup {
  const options = textsOf(instrument, lines[0]!.item);
  const hasWeights = lines.some(({ described: { mean } }) => mean.ok || mean.reason !== 'no-numbers');
  const isScaled = lines.some(({ item }) => scales.some(({ alpha, items }) => alpha?.ok && items.includes(item.id)));
  return html`<div class="wide-table" role="group" aria-label="Answers" tabindex="0">
<table class="stack short-cells figures item-table">
<thead><tr><th scope="col">Line</th><th scope="col"><i>n</i></th><th scope="col">Missing</th><th scope="col">Answers${!isList(options) && html`<span class="ends small">${options[0]?.text} to ${options.at(-1)?.text}</span>`}</th>${
    hasWeights && html`<th scope="col">Mean (SD)</th><th scope="col">Lowest, highest</th>`
  }${isScaled && html`<th scope="col">With the rest, without it</th>`}</tr></thead>
<tbody>${lines.map(
    ({ item, described }) => html`<tr>
<th scope="row">${item.text}${described.reverse && html` <span title="worded the other way round">↔<span class="visually-hidden"> worded the other way round</span></span>`}</th>
<td data-label="n">${described.n}</td>
<td data-label="Missing">${missing(described)}</td>
<td data-label="Answers">${distribution(options, described)}</td>${
      hasWeights &&
      html`
<td data-label="Mean (SD)">${value(described.mean)} <span class="muted">(${value(described.sd)})</span></td>
<td data-label="Lowest, highest">${share(described.floor)}, ${share(described.ceiling)}</td>`
    }${isScaled && html`
<td data-label="With the rest, without it">${inScales(item.id, scales)}</td>`}</tr>
`,
  )}</tbody></table></div>`;
}

/** Checkboxes: one that is not ticked is not missing. */
function ticks(boxes: readonly Line[]): Markup {
  return html`<table class="stack short-cells figures item-table">
<thead><tr><th scope="col">Box</th><th scope="col">Offered</th><th scope="col">Ticked</th></tr></thead>
<tbody>${boxes.map(({ item, parent, described: { n, missing } }) => {
    const offered = n + missing.blank + missing.declined + missing.unknown + missing['not-applicable'];
    return html`<tr><th scope="row">${parent && html`<span class="muted small">${parent.text}</span><br>`}${item.text}</th><td data-label="Offered">${offered}</td><td data-label="Ticked">${n}</td></tr>
`;
  })}</tbody></table>`;
}

/** Choices without an order are shown as a list. */
const isList = (options: readonly { text: string }[]): boolean => options.length > 5 && options.some(({ text }) => text.length > 2);

function distribution(options: readonly { text: string }[], { distribution }: ItemDescription): Markup {
  if (isList(options)) {
    const chosen = distribution.map(({ count }, place) => ({ count, text: options[place]?.text ?? '' })).filter(({ count }) => count);
    return html`<ul class="plain small">${chosen.sort((a, b) => b.count - a.count).map(({ count, text }) => html`<li>${text} <span class="number">${count}</span></li>`)}</ul>`;
  }
  const most = Math.max(1, ...distribution.map(({ count }) => count));
  return html`<ol class="bars${distribution.length > 5 && ' many'}">${distribution.map(({ count }, place) => {
    const height = (count / most) * 32;
    return html`<li><svg viewBox="0 0 20 32" width="20" height="32" aria-hidden="true"><rect x="1" width="18" y="${(32 - height).toFixed(1)}" height="${height.toFixed(1)}"/></svg><span><span class="visually-hidden">${options[place]?.text}: </span>${count}</span></li>`;
  })}</ol>`;
}

function missing({ missing }: ItemDescription): Markup {
  const told = [
    missing.blank && `${missing.blank} blank`,
    missing.unknown && `${missing.unknown} can’t say`,
    missing.declined && `${missing.declined} skipped`,
    missing['not-applicable'] && `${missing['not-applicable']} did not come up`,
    missing['not-asked'] && `${missing['not-asked']} not asked`,
  ].filter(Boolean);
  return told.length ? html`<span class="small">${told.join(', ')}</span>` : html`<span class="muted">none</span>`;
}

/** The figure in the total, else in the item's subscale. If neither has one, the reason. */
function inScales(item: string, scales: readonly ScaleStatistics[]): Markup {
  const own = scales.filter(({ items }) => items.includes(item));
  const scale = own.find(({ alpha }) => alpha?.ok) ?? own[0];
  if (!scale) return html`<span class="muted">not in a scale</span>`;
  const { alpha, items, title } = scale;
  const place = items.indexOf(item);
  const figures = alpha?.ok && [alpha.itemRest[place], alpha.ifDropped[place]].map((found) => found && value(found)).join(', ');
  return html`${figures ? html`<span class="number">${figures}</span>` : noAlpha(scale)}<br><span class="muted small">${capital(title)}</span>`;
}

const value = (found: Figure): string => (found.ok ? figure(found.value) : 'none');

const share = (found: Figure): string => (found.ok ? `${Math.round(found.value * 100)} %` : 'none');

/** The words of the options. Yes and no are the language's. */
const textsOf = (instrument: Instrument, item: Item): { text: string }[] =>
  optionsOf(instrument, item).map(({ code, text = code ? 'Yes' : 'No' }) => ({ text }));

function groupBy<T>(list: readonly T[], key: (one: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const one of list) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return [...groups.values()];
}
