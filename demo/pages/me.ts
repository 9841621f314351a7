import type { Client } from '../clients.ts';
import { html, type Markup } from '../html.ts';
import type { Milestone } from '../milestones.ts';
import type { Widgets } from '../widgets.ts';
import { layout } from './layout.ts';
import { madeUpClient } from './shared-words.ts';

/** A client's own milestones. `public/me.js` hands each change to the clinic. */
export function mePage(widgets: Widgets, client: Client, milestones: readonly Milestone[]): Markup {
  const given = milestones.map((milestone) => Object.fromEntries(Object.entries(milestone).filter(([, value]) => value !== null)));
  return layout({
    title: 'Your milestones',
    kind: 'form',
    madeUp: client.madeUp && madeUpClient(client),
    scripts: [widgets.script('milestones'), html`<script type="module" src="/assets/me.js"></script>`],
    main: html`<div class="opening">
<h1>Your milestones, ${client.called}</h1>
<p>Moments that you chose to keep. They are yours: no one gives them out, and none of them runs away. Your therapist sees one only if you share it.</p>
</div>
<section class="sheet holds">
<attune-milestones kept="clinic" heading-level="2" milestones="${JSON.stringify(given)}">
<p class="needs-scripts">Your milestones need a browser with scripts switched on.</p>
</attune-milestones>
</section>`,
  });
}
