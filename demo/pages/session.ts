import type { Response } from 'attune-elements/core';
import type { Client } from '../clients.ts';
import { html, type Markup } from '../html.ts';
import { type Offer, offersAfter } from '../plan.ts';
import type { ClinicSession } from '../sessions.ts';
import type { Widgets } from '../widgets.ts';
import type { Words } from '../words/words.ts';
import { policyVersion } from './clinic-policy.ts';
import { longDay } from './day.ts';
import { keptOnDevice } from './kept-on-device.ts';
import { layout } from './layout.ts';
import { crisisHelp, draftNote, madeUpClient, showsDrafts, whileLoading } from './shared-words.ts';

/** Earlier answers of the client that the page shows again. */
export interface Before {
  /** Questions of the last card: it asks whether they were answered. */
  questions: readonly string[];
  checkIns: readonly Response[];
}

interface Visit {
  client: Client;
  session: ClinicSession;
  before: Before;
  /** The name of what the person's device keeps until the clinic has it. */
  key: string;
}

/**
 * The page whose link a client gets after a session: one sitting, in which only the first part is asked. `public/session.js`
 * sends it to the clinic in one request, and the clinic stores all of it or nothing. What did not arrive waits on the person's device.
 */
export function sessionPage(widgets: Widgets, words: Words, { client, session, before, key }: Visit): Markup {
  const { session: says } = words;
  const { id, heldOn, therapist } = session;
  const offers = offersAfter(session);
  const [asked, ...others] = offers.map((offer) => part(words, offer, { session, before }));
  return layout({
    words,
    switcher: 'links that ask',
    title: says.title,
    kind: 'form',
    madeUp: client.madeUp && madeUpClient(client, words),
    scripts: [...widgets.scripts(['drafts', 'outbox', 'attune'], words.language), html`<script type="module" src="/assets/session.js"></script>
<script type="module" src="/assets/unsent.js"></script>`],
    main: html`<div class="opening">
<h1>${says.title}</h1>
<p>${says.held(longDay(heldOn, words.lang), therapist)} ${says.opening(therapist)}</p>
</div>
${draftNote(words, offers.map(({ instrument }) => instrument))}
<section class="sheet holds">
<attune-unsent></attune-unsent>
<attune-session layout="list" heading-level="2" subject="${client.id}" encounter="${id}" author="client"${keptOnDevice(key)}${before.checkIns.length > 0 && html` earlier="${JSON.stringify(before.checkIns)}"`}>
${crisisHelp(words)}
${asked?.widget}
${others.map(
  ({ title, detail, widget }) => html`<details class="more"><summary>${title}<small>${detail}</small></summary><div class="inside">
${widget}
</div></details>
`,
)}<p slot="thanks" class="arrived">${says.thanks(therapist)}</p>
<p slot="thanks" class="waits">${says.waits}</p>
</attune-session>
</section>`,
  });
}

interface Part {
  title: string;
  detail: string;
  widget: Markup;
}

type Titled = keyof Words['session']['parts'];

/** One form with its title. The first, about trust, has no title of its own. */
function part(words: Words, offer: Offer, { session, before }: Omit<Visit, 'client' | 'key'>): Part {
  const [title = '', detail = ''] = words.session.parts[offer.instrument as Titled] ?? [];
  return { title, detail, widget: widget(words, offer, { session, before }) };
}

function widget(words: Words, { instrument, options }: Offer, { session: { therapist }, before: { questions } }: Omit<Visit, 'client' | 'key'>): Markup {
  const { session: says } = words;
  const inside = html`${crisisHelp(words)}${whileLoading(words)}`;
  const standing = html`heading-level="2"${showsDrafts(words)} who="${therapist}" when="${says.when}" kept="${words.part.kept}"`;
  switch (instrument) {
    case 'trust-12':
    case 'trust-pulse':
      return html`<attune-trust-questionnaire variant="session"${instrument === 'trust-pulse' && html` length="pulse"`} ${standing}>
${inside}
<p slot="concern">${says.concern}</p>
</attune-trust-questionnaire>`;
    case 'empathy-checklist':
      return html`<attune-empathy-checklist perspective="client" ${standing}>${inside}</attune-empathy-checklist>`;
    case 'boundary-clarity':
      return html`<attune-boundary-card topics="${options.topics}" policy-version="${policyVersion}"${questions.length > 0 && html` last-questions="${JSON.stringify(questions)}"`} ${standing}>
${inside}
<p slot="topic-purpose">${says.topics.purpose}</p>
<p slot="topic-dialogue">${says.topics.dialogue(therapist)}</p>
<p slot="topic-boundaries">${says.topics.boundaries}</p>
</attune-boundary-card>`;
    case 'progress-check-in':
      return html`<attune-check-in ${standing}>${inside}</attune-check-in>`;
    case 'environment-check':
      return html`<attune-environment-check mode="${options.mode}" ${standing}>${inside}</attune-environment-check>`;
    case 'rapport-check':
      return html`<attune-rapport-check mode="${options.mode}" ${standing}>${inside}</attune-rapport-check>`;
    case 'openness-check':
      return html`<attune-openness-check ${standing}>${inside}</attune-openness-check>`;
    case 'benefits-check':
      return html`<attune-benefits-check ${standing}>${inside}</attune-benefits-check>`;
    default:
      throw new Error(`The page has no part for ${instrument}.`);
  }
}
