import type { Client } from '../clients.ts';
import { html, type Markup } from '../html.ts';
import type { Milestone } from '../milestones.ts';
import type { Widgets } from '../widgets.ts';
import { layout } from './layout.ts';
import { madeUpClient } from './shared-words.ts';

interface OwnPage {
  client: Client;
  milestones: readonly Milestone[];
  journalKey: string;
}

/**
 * A client's own milestones, and their journal. `public/me.js` sends each change of a milestone and each shared entry to the
 * clinic. The other entries stay on the device, under `journalKey`.
 */
export function mePage(widgets: Widgets, { client, milestones, journalKey }: OwnPage): Markup {
  const given = milestones.map((milestone) => Object.fromEntries(Object.entries(milestone).filter(([, value]) => value !== null)));
  return layout({
    title: 'Your own page',
    kind: 'form',
    madeUp: client.madeUp && madeUpClient(client),
    scripts: [
      widgets.script('milestones'),
      widgets.script('journal'),
      html`<script type="module" src="/assets/me.js"></script>`,
    ],
    main: html`<div class="opening">
<h1>Your own page, ${client.called}</h1>
<p>Moments that you chose to keep. They are yours: no one gives them out, and none of them runs away. Your therapist sees one only if you share it.</p>
</div>
<section class="sheet holds">
<attune-milestones kept="clinic" heading-level="2" milestones="${JSON.stringify(given)}">
<p class="needs-scripts">Your milestones need a browser with scripts switched on.</p>
</attune-milestones>
</section>
<div class="opening">
<h2>A place to write</h2>
<p>For yourself, whenever you like. The clinic gets none of it, unless you share an entry. To read it again later, open your link on this same device.</p>
<p>An entry that you share goes into your clinic file, for three years. Your therapist can read it there, and so can others who work here. No one reads it right away. Erasing it here does not take it back.</p>
</div>
<section class="sheet holds">
<attune-journal kept="device" storage-key="${journalKey}" heading-level="3" who="Your therapist" when="when they next open your file">
<p class="needs-scripts">Your journal needs a browser with scripts switched on.</p>
</attune-journal>
</section>`,
  });
}
