import type { Client } from '../clients.ts';
import { courseOf, pairOf } from '../course.ts';
import { html, jsonScript, type Markup } from '../html.ts';
import type { KeptRecord } from '../records.ts';
import type { ClinicSession } from '../sessions.ts';
import type { Widgets } from '../widgets.ts';
import { gapView } from './client.ts';
import { longDay, modes } from './day.ts';
import { layout } from './layout.ts';
import { missingView } from './missing-view.ts';
import { recordView } from './record-view.ts';
import { madeUpClient } from './shared-words.ts';

interface SessionFile {
  client: Client;
  /** All sessions of the client. */
  sessions: readonly ClinicSession[];
  session: ClinicSession;
  /** The records of this session. */
  records: readonly KeptRecord[];
}

/**
 * One session, for its clinician: all its records, and forms for what the clinician saw. `public/desk.js` sends completed
 * forms to the clinic. A reflection is not sent.
 */
export function sessionDeskPage(widgets: Widgets, { client, sessions, session, records }: SessionFile): Markup {
  const { id, number, heldOn, therapist, mode } = session;
  const [course] = courseOf([session], records);
  const pair = pairOf(records);
  const beside = (other: number): ClinicSession | undefined => sessions.find((each) => each.number === other);
  return layout({
    title: `Session ${number}`,
    kind: 'desk',
    madeUp: client.madeUp && madeUpClient(client),
    scripts: [widgets.script('attune'), html`<script type="module" src="/assets/desk.js"></script>`],
    main: html`<p class="crumbs"><a href="/clinician">All clients</a> / <a href="/clinician/clients/${client.id}">${client.called}</a></p>
<div class="topline">
<h1>Session ${number} <span class="when">${longDay(heldOn)}</span></h1>
<p class="actions">${step(beside(number - 1), 'Session before', 'prev')} ${step(beside(number + 1), 'Session after', 'next')}</p>
</div>
<p class="muted">${client.called} ${client.madeUp && html`<span class="made-up">made up</span>`} with ${therapist}, ${modes[mode]}.</p>
${
  course &&
  html`<aside class="note" aria-labelledby="missing"><h2 id="missing" class="small-title">What is missing</h2>${missingView(course.missing)}</aside>`
}
<section class="sheet session" id="sent">
${records.length ? records.map(recordView) : html`<p class="muted">Nothing was sent after this session. That is neither good nor bad.</p>`}
</section>
${pair.length > 0 && html`<section class="sheet holds" id="pairs">${gapView(pair)}</section>`}
<h2 class="between fill-in">For you to fill in</h2>
${fillIn('What I did in this session', 'Beside the client’s own view it makes a pair', html`<attune-empathy-checklist id="therapist" perspective="therapist" ${about(session)} author="therapist"></attune-empathy-checklist>`)}
${fillIn('Signs that trust may be strained', 'What you saw, not what you think it means', html`<attune-mistrust-observation id="observation" ${about(session)} author="therapist"></attune-mistrust-observation>`)}
${fillIn('A reflection, for yourself', 'Nothing of it leaves this page, and the clinic keeps none of it', html`<attune-reflection id="reflection" unsent heading-level="3"></attune-reflection>`)}
${fillIn('What the therapist did', 'For somebody who watched or heard the session', html`<attune-empathy-checklist id="observer" perspective="observer" ${about(session)} author="observer"></attune-empathy-checklist>`)}
${earlier('therapist', latest('empathy-checklist', 'therapist'))}${earlier('observation', latest('mistrust-observation', 'therapist'))}${earlier('observer', latest('empathy-checklist', 'observer'))}`,
  });

  function latest(instrument: string, author: KeptRecord['author']): KeptRecord | undefined {
    return records.findLast(
      (each) => each.author === author && each.body.instrument.id === instrument && !each.supersededBy,
    );
  }

  function step(other: ClinicSession | undefined, words: string, rel: string): Markup | null {
    return other ? html`<a rel="${rel}" href="/clinician/sessions/${other.id}">${words}</a>` : null;
  }

  function about({ client: subject }: ClinicSession): Markup {
    return html`heading-level="3" subject="${subject}" encounter="${id}" who="Whoever is signed in at the clinic, and the client if they ask," when="from now on" kept="in the client’s file, for three years"`;
  }
}

function fillIn(title: string, detail: string, widget: Markup): Markup {
  return html`<details class="more"><summary>${title}<small>${detail}</small></summary><div class="inside">
${widget}
</div></details>
`;
}

/** The earlier record, as the start value of the widget: a change replaces that record. */
function earlier(widget: string, record: KeptRecord | undefined): Markup | null {
  return record ? html`<div hidden data-before="${widget}">${jsonScript(record.body)}</div>` : null;
}
