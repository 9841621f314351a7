import { html, type Markup } from '../html.ts';
import { layout } from './layout.ts';

export function intakeThanksPage(): Markup {
  return layout({
    title: 'Thank you',
    kind: 'form',
    main: html`<section class="sheet narrow">
<h1>Thank you. We have it.</h1>
<p>Your answers are kept at the clinic. Your therapist reads them before you meet, and brings your questions into the room, so you do not have to remember them.</p>
<h2>What happens next</h2>
<ol class="steps">
<li>We call or write within two working days to find a time.</li>
<li>You come as you are. The first session is for looking around: you can ask anything, and decide nothing.</li>
<li>If it does not feel right, say so, or tell the desk. We help you find someone else, here or elsewhere.</li>
</ol>
<p class="aside">If you used a shared computer, close this window now.</p>
<p><a class="button quiet" href="/">To the front page</a></p>
</section>`,
  });
}
