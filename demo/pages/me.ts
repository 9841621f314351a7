import type { Client } from '../clients.ts';
import { html, type Markup } from '../html.ts';
import type { Milestone } from '../milestones.ts';
import type { Widgets } from '../widgets.ts';
import type { Words } from '../words/words.ts';
import { layout } from './layout.ts';
import { draftNote, madeUpClient, showsDrafts } from './shared-words.ts';

interface OwnPage {
  client: Client;
  milestones: readonly Milestone[];
  journalKey: string;
}

/**
 * A client's own milestones, and their journal. `public/me.js` sends each change of a milestone and each shared entry to the
 * clinic. The other entries stay on the device, under `journalKey`.
 */
export function mePage(widgets: Widgets, words: Words, { client, milestones, journalKey }: OwnPage): Markup {
  const { me } = words;
  const given = milestones.map((milestone) => Object.fromEntries(Object.entries(milestone).filter(([, value]) => value !== null)));
  return layout({
    words,
    switcher: 'links that ask',
    title: me.title,
    kind: 'form',
    madeUp: client.madeUp && madeUpClient(client, words),
    scripts: [...widgets.scripts(['milestones', 'journal'], words.language), html`<script type="module" src="/assets/me.js"></script>
<script type="module" src="/assets/unsent.js"></script>`],
    main: html`<div class="opening">
<h1>${me.head(client.called)}</h1>
<p>${me.opening}</p>
</div>
${draftNote(words, ['milestones', 'progress-journal'], me.draft)}
<section class="sheet holds">
<attune-milestones${showsDrafts(words)} kept="clinic" heading-level="2" milestones="${JSON.stringify(given)}">
<p class="needs-scripts">${me.milestonesNeedScripts}</p>
</attune-milestones>
</section>
<div class="opening">
<h2>${me.write}</h2>
<p>${me.writeWords}</p>
<p>${me.shareWords}</p>
</div>
<section class="sheet holds">
<attune-journal${showsDrafts(words)} kept="device" storage-key="${journalKey}" heading-level="3" who="${me.who}" when="${me.when}">
<p class="needs-scripts">${me.journalNeedsScripts}</p>
</attune-journal>
</section>`,
  });
}
