import { html, type Markup } from '../html.ts';
import type { ClinicSession } from '../sessions.ts';
import type { Widgets } from '../widgets.ts';
import { longDay } from './day.ts';
import { policyVersion } from './intake.ts';
import { layout } from './layout.ts';
import { crisisHelp, whileLoading } from './shared-words.ts';

/**
 * The page that a client is sent after a session. `public/session.js` hands each record to the clinic. The card asks
 * whether the questions of last time were answered.
 */
export function sessionPage(
  widgets: Widgets,
  { id, client, heldOn, therapist }: ClinicSession,
  lastQuestions: readonly string[],
): Markup {
  const last = lastQuestions.length > 0 && html` last-questions="${JSON.stringify(lastQuestions)}"`;
  const standing = html`heading-level="2" subject="${client}" encounter="${id}" author="client" who="${therapist}" when="before your next session" kept="in your clinic file, for three years"`;
  return layout({
    title: 'After your session',
    kind: 'form',
    scripts: [widgets.script('attune'), html`<script type="module" src="/assets/session.js"></script>`],
    main: html`<div class="opening">
<h1>After your session</h1>
<p>${longDay(heldOn)}, with ${therapist}. One minute is enough. If you would rather not, close this page: nothing is noted about that.</p>
</div>
<section class="sheet holds">
<attune-trust-questionnaire variant="session" length="pulse" ${standing}>
${whileLoading}
${crisisHelp}
<p slot="concern">The desk is there for that too: <a href="tel:5550142">555&#8239;0142</a>.</p>
<p slot="thanks">That is all we ask. There are two more parts below, for days when you feel like it.</p>
</attune-trust-questionnaire>
</section>
<details class="more">
<summary>What your therapist did today<small>If you like: twelve lines, two minutes</small></summary>
<div class="inside">
<attune-empathy-checklist perspective="client" ${standing}>${crisisHelp}${whileLoading}</attune-empathy-checklist>
</div>
</details>
<details class="more">
<summary>What you want to ask next time<small>If you like: makes a page to bring along</small></summary>
<div class="inside">
<attune-boundary-card topics="purpose dialogue boundaries" policy-version="${policyVersion}"${last} ${standing}>
${whileLoading}
<p slot="topic-purpose">The sentence you agreed on is in your file. You can change it whenever it no longer fits.</p>
<p slot="topic-dialogue">If something sat badly with you, you can write it here. ${therapist} reads it before you meet.</p>
<p slot="topic-boundaries">Fifty minutes, at the time you agreed. If you need another kind of help, we look for it with you.</p>
${crisisHelp}
</attune-boundary-card>
</div>
</details>`,
  });
}
