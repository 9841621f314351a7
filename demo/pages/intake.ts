import { html, type Markup } from '../html.ts';
import type { Widgets } from '../widgets.ts';
import { layout } from './layout.ts';
import { crisisHelp, whileLoading } from './shared-words.ts';

/** The clinic's own words for each topic of the boundary card, and their version for the record. */
export const policyVersion = '2026-11';

const topics: Record<string, Markup> = {
  purpose: html`<p>You decide what we work on. In the first two sessions you and your therapist put it into a sentence or two, and write it down. Every sixth session you look at that sentence together: is it still right, and does this help? You can change it, or stop, at any point.</p>`,
  dialogue: html`<p>If something your therapist says or does sits badly with you, we want to hear it. You can say it in the room, write it after a session, or tell the desk. No one here will hold it against you. Your therapist’s part is to listen first.</p>`,
  boundaries: html`<p>Your therapist is there for you for fifty minutes at the time you agreed. They will not be your friend, your doctor or your lawyer, and they will not take gifts or meet you outside. They will not touch you without asking. If you need another kind of help, we look for it with you.</p>`,
  confidentiality: html`<p>What you say stays between you and your therapist. They talk about their work with one supervisor, without your name. There are limits: if someone’s life is in danger, if a child is being harmed, or if a court orders it. If we can, we tell you first. Ask us about any case you are unsure of.</p>`,
  cost: html`<p>The first meeting is free. A session costs 80, and from 30 if money is short: just tell us, you need not show papers. You can cancel until a day before and pay nothing. After that the session costs half. If you are ill, call; we are not strict.</p>`,
  ending: html`<p>You can end at any time, without a reason. One last session to look back is often worth it, and it is up to you. If you want to complain, the desk will name someone who is not your therapist. You can also go to the chamber of psychotherapists straight away.</p>`,
};

/** A form that needs no script of the clinic's own: the widgets are form controls like any input. */
export function intakePage(widgets: Widgets, nonce: string): Markup {
  return layout({
    title: 'Before your first visit',
    kind: 'form',
    scripts: [widgets.script('trust-questionnaire'), widgets.script('boundary-card')],
    main: html`<div class="opening">
<h1>Before your first visit</h1>
<p>Two short parts: what you expect of a therapist, and what you would like to ask us. It takes some five minutes. You can leave out anything, and you can stop.</p>
</div>
<form method="post" action="/intake" autocomplete="off">
<input type="hidden" name="nonce" value="${nonce}">
<section class="sheet">
<label class="field"><span>What should we call you?</span><small>Any name you like. You can leave it empty.</small><input name="called" maxlength="80" autocomplete="off"></label>
</section>
<section class="sheet holds">
<attune-trust-questionnaire variant="intake" name="trust" heading-level="2" who="Your therapist" when="before you meet" kept="in your clinic file, for three years">
${whileLoading}
${crisisHelp}
<p slot="concern">You can also talk to the desk on <a href="tel:5550142">555&#8239;0142</a>. They are not therapists, and they will not pass it on unless you ask.</p>
</attune-trust-questionnaire>
</section>
<section class="sheet holds">
<attune-boundary-card name="boundary" heading-level="2" topics="${Object.keys(topics).join(' ')}" policy-version="${policyVersion}" who="Your therapist" when="before you meet" kept="in your clinic file, for three years">
${whileLoading}
${crisisHelp}
${Object.entries(topics).map(
  ([topic, words]) => html`<div slot="topic-${topic}">${words}</div>
`,
)}</attune-boundary-card>
</section>
<section class="sheet last">
<h2>That is all</h2>
<p>When you send this, it goes to the clinic and nowhere else.</p>
<p><button class="button">Send to the clinic</button></p>
</section>
</form>`,
  });
}
