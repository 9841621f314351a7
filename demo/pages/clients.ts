import type { ClientFilter, ClientList, LastSession, ListedClient } from '../client-search.ts';
import { isFiltered } from '../client-search.ts';
import { html, type Markup } from '../html.ts';
import type { Unread } from '../unread.ts';
import { shortDay } from './day.ts';
import { layout } from './layout.ts';
import { reasonView, rule } from './reasons.ts';
import { trustInShort } from './trust-in-short.ts';
import { unreadWords } from './unread-words.ts';

/** The clinicians' list, in the order of the last session. There is no order by score. */
export function clientsPage(list: ClientList, filter: ClientFilter): Markup {
  const { all, found, page, pages, shown } = list;
  const madeUp = all.filter((client) => client.madeUp);
  const sessions = madeUp.reduce((sum, client) => sum + client.sessions, 0);
  return layout({
    title: isFiltered(filter) ? `${count(found)} found · Clients` : 'Clients',
    kind: 'desk',
    madeUp:
      madeUp.length > 0 &&
      `${madeUp.length} of the ${all.length} clients here are no real people: a script wrote them, with their ${sessions} sessions. Each is marked, here and in every export.`,
    main: html`<div class="topline"><h1>Clients</h1></div>
${searchForm(filter)}
<p class="found" role="status">${foundWords(list, filter)}</p>
${
  shown.length > 0 &&
  html`<section class="sheet"><table class="stack short-cells clients">
<thead><tr><th scope="col">Client</th><th scope="col">Last session</th><th scope="col">Last trust answers</th><th scope="col">Worth a conversation</th></tr></thead>
<tbody>
${shown.map(row)}</tbody></table></section>`
}
${pages > 1 && pager(filter, page, pages)}
<details class="more-words"><summary>What “worth a conversation” means</summary><p class="measure">${rule}</p></details>
<details class="more-words"><summary>Export everything</summary>
<p class="actions"><a href="/clinician/answers.csv">All answers as CSV</a> <a href="/clinician/records.ndjson">All records as NDJSON</a> <a href="/clinician/journal.ndjson">All shared journal entries as NDJSON</a></p>
<p class="measure">In CSV, a cell that a spreadsheet could run as a formula has an apostrophe in front, and the column “guarded” names it; “values_json” is always exact. NDJSON holds each record whole. What clients shared of their journals is a file of its own: it answers no form.</p>
<p class="actions"><a href="/clinician/sending">Sending to another server</a></p></details>
<p class="muted measure">Clients are in the order of their last session. Scores have no norms and do not rank people or therapists.</p>`,
  });
}

const lasts: Record<LastSession, string> = {
  week: 'In the last 7 days',
  month: 'In the last 31 days',
  longer: 'Longer ago',
  none: 'No session yet',
};

/** A plain GET form, so that a search has an address and needs no script. */
function searchForm({ name, last, talk, unread }: ClientFilter): Markup {
  return html`<form class="search" role="search" action="/clinician" method="get" autocomplete="off">
<label>Name<input type="search" name="name" value="${name}" maxlength="80"></label>
<label>Last session<select name="last"><option value="">Any time</option>${Object.entries(lasts).map(
    ([value, words]) => html`<option value="${value}"${value === last && html` selected`}>${words}</option>`,
  )}</select></label>
<div class="ticks">${tick('talk', 'Worth a conversation', talk)}${tick('unread', 'Unread', unread)}</div>
<p class="actions"><button class="button">Search</button>${isFiltered({ name, last, talk, unread }) && html` <a class="button quiet" href="/clinician">Show all</a>`}</p>
</form>`;
}

function tick(name: string, words: string, isOn: boolean): Markup {
  return html`<label class="tick"><input type="checkbox" name="${name}" value="yes"${isOn && html` checked`}>${words}</label>`;
}

function foundWords({ all, found, page, pages }: ClientList, filter: ClientFilter): Markup {
  const where = pages > 1 ? html`, page ${page} of ${pages}` : '';
  if (!all.length) return html`There is no client yet. Whoever sends the form <a href="/intake">before a first visit</a> is listed here.`;
  if (!isFiltered(filter)) return html`${count(found)}${where}`;
  if (found) return html`${count(found)} of ${all.length}${where}`;
  return html`<strong>Nobody fits.</strong> ${hint(filter)} Or <a href="/clinician">show all ${all.length}</a>.`;
}

/** What to change when a search finds nobody. */
function hint({ name, last, talk, unread }: ClientFilter): string {
  const others = [last && 'the last session', talk && '“worth a conversation”', unread && '“unread”'].filter(Boolean);
  if (name && others.length) return `Try the name alone, without ${others.join(' and ')}.`;
  if (name) return 'Try fewer letters: a part of the name is enough.';
  return others.length > 1 ? 'Try one filter at a time.' : unread ? 'Everything is read.' : 'Try another choice.';
}

const count = (number: number): string => (number === 1 ? '1 client' : `${number} clients`);

function pager(filter: ClientFilter, page: number, pages: number): Markup {
  const to = (number: number): string => {
    const { name, last, talk, unread } = filter;
    const fields = { name, last, talk: talk ? 'yes' : '', unread: unread ? 'yes' : '', page: String(number) };
    return `/clinician?${new URLSearchParams(Object.entries(fields).filter(([, value]) => value))}`;
  };
  return html`<nav class="pager actions" aria-label="Pages">${page > 1 && html`<a class="button quiet" rel="prev" href="${to(page - 1)}">Page before</a>`} ${page < pages && html`<a class="button quiet" rel="next" href="${to(page + 1)}">Next page</a>`}</nav>`;
}

function row(client: ListedClient): Markup {
  const { id, called, madeUp, sessions, heldOn, therapist, unread, reasons } = client;
  return html`<tr>
<th scope="row"><a href="/clinician/clients/${id}">${called}</a>&ensp;${madeUp && html`<span class="made-up">made up</span>`}${unreadView(unread)}</th>
<td data-label="Last session">${heldOn ? html`<span class="nowrap">${shortDay(heldOn)}</span>, <span class="muted small">${sessions === 1 ? 'the first' : `session ${sessions}`}, with ${therapist}</span>` : html`<span class="muted">not yet</span>`}</td>
<td data-label="Last trust answers">${trustInShort(client.trust)}</td>
<td data-label="Worth a conversation">${reasons.length ? html`<ul class="plain small">${reasons.map((reason) => html`<li>${reasonView(reason, 1)}</li>`)}</ul>` : html`<span class="muted">nothing noted</span>`}</td></tr>
`;
}

function unreadView(unread: Unread): Markup | null {
  const words = unreadWords(unread);
  return words ? html`<span class="unread">Unread: ${words}</span>` : null;
}
