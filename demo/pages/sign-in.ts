import type { NotIn } from '../clinician-desk.ts';
import { html, type Markup } from '../html.ts';
import { layout } from './layout.ts';

const wrong = html`<strong>That is not the password.</strong> The terminal that started the server shows it.`;

const problems: Record<NotIn, Markup> = {
  wrong,
  slowed: html`${wrong} After many wrong ones, each answer takes two seconds.`,
  crowded: html`<strong>Your password was not read.</strong> Too many people try to sign in from your network at once. Try again in a few seconds, or from another network.`,
};

export function signInPage(problem?: NotIn): Markup {
  return layout({
    title: problem ? 'Try again' : 'For clinicians',
    kind: 'form',
    main: html`<section class="sheet narrow">
<h1>For clinicians</h1>
<form method="post" action="/clinician/sign-in">
${problem && html`<p class="problem" id="problem">${problems[problem]}</p>`}
<input name="username" value="clinician" autocomplete="username" hidden>
<label class="field"><span>Password</span><small>The server prints a new one each time it starts.</small>
<input name="password" type="password" required maxlength="200" autocomplete="current-password"${problem && html` aria-invalid="true" aria-describedby="problem"`}></label>
<p><button class="button">Sign in</button></p>
</form>
</section>`,
  });
}
