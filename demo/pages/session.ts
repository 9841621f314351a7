import type { Response } from 'attune-elements/core';
import type { Client } from '../clients.ts';
import { html, type Markup } from '../html.ts';
import { type Offer, offersAfter } from '../plan.ts';
import type { ClinicSession } from '../sessions.ts';
import type { Widgets } from '../widgets.ts';
import { policyVersion } from './clinic-policy.ts';
import { longDay } from './day.ts';
import { layout } from './layout.ts';
import { crisisHelp, madeUpClient, whileLoading } from './shared-words.ts';

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
}

/**
 * The page whose link a client gets after a session: one sitting, in which only the first part is asked. `public/session.js`
 * sends it to the clinic in one request, and the clinic stores all of it or nothing.
 */
export function sessionPage(widgets: Widgets, { client, session, before }: Visit): Markup {
  const { id, heldOn, therapist } = session;
  const [asked, ...others] = offersAfter(session).map((offer) => part(offer, session, before));
  return layout({
    title: 'After your session',
    kind: 'form',
    madeUp: client.madeUp && madeUpClient(client),
    scripts: [widgets.script('attune'), html`<script type="module" src="/assets/session.js"></script>`],
    main: html`<div class="opening">
<h1>After your session</h1>
<p>${longDay(heldOn)}, with ${therapist}. The first part is enough. If you would rather not, that is all right: just close this page. ${therapist} sees which forms have come and which have not, and nothing else of it.</p>
</div>
<section class="sheet holds">
<attune-session layout="list" heading-level="2" subject="${client.id}" encounter="${id}" author="client"${before.checkIns.length > 0 && html` earlier="${JSON.stringify(before.checkIns)}"`}>
${crisisHelp}
${asked?.widget}
${others.map(
  ({ title, detail, widget }) => html`<details class="more"><summary>${title}<small>${detail}</small></summary><div class="inside">
${widget}
</div></details>
`,
)}<p slot="thanks">Thank you. ${therapist} will see this before your next session.</p>
</attune-session>
</section>`,
  });
}

interface Part {
  title: string;
  detail: string;
  widget: Markup;
}

function part({ instrument, options }: Offer, { therapist }: ClinicSession, { questions }: Before): Part {
  const inside = html`${crisisHelp}${whileLoading}`;
  const standing = html`heading-level="2" who="${therapist}" when="before your next session" kept="in your clinic file, for three years"`;
  const concern = html`<p slot="concern">The desk is there for that too: <a href="tel:5550142">555&#8239;0142</a>.</p>`;
  switch (instrument) {
    case 'trust-12':
    case 'trust-pulse':
      return {
        title: '',
        detail: '',
        widget: html`<attune-trust-questionnaire variant="session"${instrument === 'trust-pulse' && html` length="pulse"`} ${standing}>
${inside}
${concern}
</attune-trust-questionnaire>`,
      };
    case 'empathy-checklist':
      return {
        title: 'What your therapist did today',
        detail: 'If you like: twelve lines, two minutes',
        widget: html`<attune-empathy-checklist perspective="client" ${standing}>${inside}</attune-empathy-checklist>`,
      };
    case 'boundary-clarity':
      return {
        title: 'What you want to ask next time',
        detail: 'If you like: makes a page to bring along',
        widget: html`<attune-boundary-card topics="${options.topics}" policy-version="${policyVersion}"${questions.length > 0 && html` last-questions="${JSON.stringify(questions)}"`} ${standing}>
${inside}
<p slot="topic-purpose">The sentence you agreed on is in your file. You can change it whenever it no longer fits.</p>
<p slot="topic-dialogue">If something sat badly with you, you can write it here. ${therapist} reads it before you meet.</p>
<p slot="topic-boundaries">Fifty minutes, at the time you agreed. If you need another kind of help, we look for it with you.</p>
</attune-boundary-card>`,
      };
    case 'progress-check-in':
      return {
        title: 'Where you are with what you want',
        detail: 'If you like: your goal beside the one of last time',
        widget: html`<attune-check-in ${standing}>${inside}</attune-check-in>`,
      };
    case 'environment-check':
      return {
        title: 'The place and the setting',
        detail: 'If you like: six lines, one minute',
        widget: html`<attune-environment-check mode="${options.mode}" ${standing}>${inside}</attune-environment-check>`,
      };
    case 'rapport-check':
      return {
        title: 'How you connect',
        detail: 'If you like: up to eight lines, one minute',
        widget: html`<attune-rapport-check mode="${options.mode}" ${standing}>${inside}</attune-rapport-check>`,
      };
    case 'openness-check':
      return {
        title: 'How open you can be',
        detail: 'If you like: six lines, one minute',
        widget: html`<attune-openness-check ${standing}>${inside}</attune-openness-check>`,
      };
    case 'benefits-check':
      return {
        title: 'How things are for you',
        detail: 'If you like: eight lines, one minute',
        widget: html`<attune-benefits-check ${standing}>${inside}</attune-benefits-check>`,
      };
    default:
      throw new Error(`The page has no part for ${instrument}.`);
  }
}
