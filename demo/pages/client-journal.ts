import type { Client } from '../clients.ts';
import { html, type Markup } from '../html.ts';
import type { SharedEntry } from '../journal.ts';
import { shortDay } from './day.ts';

/** How many entries are open. The others are folded. */
const latest = 5;

/** The journal entries that a client shared, newest first, in their own words. They are neither interpreted nor counted. */
export function journalView(client: Client, entries: readonly SharedEntry[]): Markup | null {
  if (!entries.length) return null;
  const standing = entries.filter(({ stands }) => stands).toReversed();
  const view = (entry: SharedEntry): Markup =>
    entryView(entry, entries.filter(({ id, stands }) => id === entry.id && !stands));
  const earlier = standing.slice(latest);
  return html`<p class="muted">${client.madeUp && html`<span class="made-up">made up</span> `}What ${client.called} chose to share. All else of the journal is theirs; the clinic does not have it.</p>
${standing.slice(0, latest).map(view)}${
  earlier.length > 0 && html`<details class="fold"><summary>Earlier <span class="muted">${earlier.length}</span></summary>
${earlier.map(view)}</details>`
}`;
}

function entryView({ date, prompt, text, sharedAt }: SharedEntry, before: readonly SharedEntry[]): Markup {
  const sharedOn = sharedAt.toISOString().slice(0, 10);
  return html`<article class="entry"><h3>${shortDay(date)}</h3>
${prompt && html`<p class="muted">${prompt}</p>`}
<p class="words" dir="auto">${text}</p>
${sharedOn > date && html`<p class="muted small">Shared on ${shortDay(sharedOn)}</p>`}
${
  before.length > 0 && html`<details><summary>What was shared before it was changed</summary>${before.map(
    (version) => html`<p class="words" dir="auto">${version.text}</p>`,
  )}</details>`
}</article>
`;
}
