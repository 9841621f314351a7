import { html, type Markup } from '../html.ts';
import { layout } from './layout.ts';

export function signInPage(problem?: string): Markup {
  return layout({
    title: problem ? 'Try again' : 'For clinicians',
    kind: 'form',
    main: html`<section class="sheet narrow">
<h1>For clinicians</h1>
<form method="post" action="/clinician/sign-in">
${problem && html`<p class="problem" id="problem"><strong>${problem}</strong> It stands where the server was started.</p>`}
<input name="username" value="clinician" autocomplete="username" hidden>
<label class="field"><span>Password</span><small>The server prints a new one each time it starts.</small>
<input name="password" type="password" required maxlength="200" autocomplete="current-password"${problem && html` aria-invalid="true" aria-describedby="problem"`}></label>
<p><button class="button">Sign in</button></p>
</form>
</section>`,
  });
}
