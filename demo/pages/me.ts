import type { Client } from '../clients.ts';
import { html, type Markup } from '../html.ts';
import { type Milestone, milestoneTitles } from '../milestones.ts';
import { newId } from '../new-id.ts';
import type { Widgets } from '../widgets.ts';
import { layout } from './layout.ts';
import { madeUpClient } from './shared-words.ts';

/** A client's own milestones. `public/me.js` hands each change to the clinic. */
export function mePage(widgets: Widgets, client: Client, milestones: readonly Milestone[]): Markup {
  const out = milestones.filter(({ putAway }) => !putAway);
  const away = milestones.filter(({ putAway }) => putAway);
  const marked = new Set(milestones.map(({ milestone }) => milestone));
  const others = [...milestoneTitles().keys()].filter((key) => key === 'custom' || !marked.has(key));
  return layout({
    title: 'Your milestones',
    kind: 'form',
    madeUp: client.madeUp && madeUpClient(client),
    scripts: [widgets.script('milestone-badge'), html`<script type="module" src="/assets/me.js"></script>`],
    main: html`<div class="opening">
<h1>Your milestones, ${client.called}</h1>
<p>Moments that you chose to keep. They are yours: no one gives them out, and none of them runs away. Your therapist sees one only if you share it.</p>
</div>
<section class="sheet${out.length > 0 && ' holds'}">
${
  out.length
    ? html`<ul class="badges">${out.map(
        (milestone) => html`<li>${badge(milestone)}</li>
`,
      )}</ul>`
    : html`<p>There are none here. That is fine: most people never mark any, or only one.</p>`
}
</section>
${
  away.length > 0 &&
  html`<details class="more"><summary>Put away<small>Out of sight, still yours</small></summary><div class="inside">
<ul class="badges">${away.map(
    (milestone) => html`<li>${badge(milestone)}</li>
`,
  )}</ul>
</div></details>`
}
<details class="more"><summary>Mark another<small>If there is one</small></summary><div class="inside">
<ul class="badges">${others.map(
      (
        key,
      ) => html`<li><attune-milestone-badge heading-level="2" id="m-${newId()}" milestone="${key}" kept="clinic"></attune-milestone-badge></li>
`,
    )}</ul>
</div></details>`,
  });
}

function badge({ id, milestone, date, text, note, motif, shared, putAway }: Milestone): Markup {
  return html`<attune-milestone-badge heading-level="2" id="${id}" milestone="${milestone}" date="${date}" kept="clinic"${
    text !== null && html` text="${text}"`
  }${note !== null && html` note="${note}"`}${motif !== null && html` motif="${motif}"`}${shared && html` shared`}${putAway && html` put-away`}></attune-milestone-badge>`;
}
