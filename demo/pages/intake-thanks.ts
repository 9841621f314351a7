import { html, type Markup } from '../html.ts';
import { layout } from './layout.ts';
import { callOrPaper } from './shared-words.ts';

/** Shown after answers to one part or both. */
export function intakeThanksPage(): Markup {
  return thanks(
    'Thank you. We have it.',
    html`<p>Your answers are kept at the clinic. Your therapist reads them before you meet, and brings your questions into the room, so you do not have to remember them. What you left blank stays blank, and that is fine. If you want to change something, tell us or your therapist.</p>`,
  );
}

/** Shown after a name alone, which is all that a browser without scripts can send. */
export function intakeNamePage(): Markup {
  return thanks(
    'Thank you. We have your name.',
    html`<p>No answers came with it. You can leave out any of them, so that is fine.</p>
${questionsLost}`,
  );
}

/** Shown when a form was sent in which nothing was saved. */
export function intakeNothingPage(): Markup {
  return layout({
    title: 'Nothing was filled in',
    kind: 'form',
    main: html`<section class="sheet narrow">
<h1>Nothing was filled in</h1>
<p>No part was saved, so there was nothing to send, and nothing was kept. You can leave out anything, all of it too, and still come to us.</p>
${questionsLost}
<p class="actions"><a class="button" href="/intake">Back to the parts</a> <a class="button quiet" href="/">To the front page</a></p>
</section>`,
  });
}

const questionsLost = html`<p>Did you see no questions? They need a browser with scripts switched on. ${callOrPaper}</p>`;

function thanks(title: string, kept: Markup): Markup {
  return layout({
    title: 'Thank you',
    kind: 'form',
    main: html`<section class="sheet narrow">
<h1>${title}</h1>
${kept}
<h2>What happens next</h2>
<ol class="steps">
<li>If we have not agreed on a time yet, call us on <a href="tel:5550142">555&#8239;0142</a>, weekdays 9 to 17. We find one together.</li>
<li>You come as you are. The first session is for looking around: you can ask anything, and decide nothing.</li>
<li>If it does not feel right, say so, or tell the desk. We help you find someone else, here or elsewhere.</li>
</ol>
<p class="aside">Nothing of it can be opened from this browser any more. If you used a shared computer, close this window now.</p>
<p class="actions"><a class="button quiet" href="/">To the front page</a></p>
</section>`,
  });
}
