import { html, type Markup } from '../html.ts';
import type { PartName } from '../intake-parts.ts';
import { partWords } from './intake-words.ts';
import { layout } from './layout.ts';

interface Question {
  title: string;
  text: Markup;
  /** Where the form goes, and the words on its button. */
  action: string;
  yes: string;
  back: string;
  no: string;
}

function confirmPage({ title, text, action, yes, back, no }: Question, token: string): Markup {
  return layout({
    title,
    kind: 'form',
    main: html`<section class="sheet narrow">
<h1>${title}</h1>
${text}
<form method="post" action="${action}"><input type="hidden" name="form" value="${token}">
<p class="actions"><button class="button">${yes}</button> <a class="button quiet" href="${back}">${no}</a></p></form>
</section>`,
  });
}

/** Before a part is erased. `isBlank`: its page was just sent without an answer. */
export function intakeErasePage(part: PartName, token: string, isBlank = false): Markup {
  const { title } = partWords[part];
  return confirmPage(
    {
      title: 'Erase this part?',
      text: isBlank
        ? html`<p>“${title}” came without an answer, and there are answers that you saved before. Nothing was changed. Erase them only if you want that part to be blank.</p>`
        : html`<p>What you saved of “${title}” will be gone. The other parts stay.</p>`,
      action: `/intake/${part}/erase`,
      yes: 'Erase this part',
      back: isBlank ? '/intake' : `/intake/${part}`,
      no: 'Keep it',
    },
    token,
  );
}

export function intakeForgetPage(token: string): Markup {
  return confirmPage(
    {
      title: 'Forget all of it?',
      text: html`<p>Every part that you saved and did not send will be erased at the clinic, and this browser will not find it again. What you sent before stays at the clinic.</p>`,
      action: '/intake/forget',
      yes: 'Forget what I filled in',
      back: '/intake',
      no: 'Keep it',
    },
    token,
  );
}

export function intakeForgottenPage(): Markup {
  return layout({
    title: 'Forgotten',
    kind: 'form',
    main: html`<section class="sheet narrow">
<h1>Forgotten</h1>
<p>What was saved is erased, and this browser holds nothing of it. If you share this device, close this window too.</p>
<p class="actions"><a class="button quiet" href="/">To the front page</a></p>
</section>`,
  });
}

/** The draft is untouched: only the sending failed. */
export function intakeUnsentPage(token: string): Markup {
  return layout({
    title: 'Not sent',
    kind: 'form',
    main: html`<section class="sheet narrow">
<h1>It was not sent</h1>
<p>Something went wrong at the clinic. Every part that you saved is still there.</p>
<form method="post" action="/intake/send"><input type="hidden" name="form" value="${token}">
<p class="actions"><button class="button">Try again</button> <a class="button quiet" href="/intake">Back to the parts</a></p></form>
<p class="muted">If it keeps happening, call us on <a href="tel:5550142">555&#8239;0142</a>.</p>
</section>`,
  });
}
