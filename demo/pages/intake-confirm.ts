import { html, type Markup } from '../html.ts';
import type { PartName } from '../intake-parts.ts';
import type { Widgets } from '../widgets.ts';
import type { Words } from '../words/words.ts';
import { erasesForm } from './kept-on-device.ts';
import { layout } from './layout.ts';

interface Question {
  title: string;
  text: Markup;
  /** Where the form goes, and the words on its button. */
  action: string;
  yes: string;
  back: string;
}

function confirmPage(words: Words, { title, text, action, yes, back }: Question, token: string): Markup {
  return layout({
    words,
    switcher: 'links',
    title,
    kind: 'form',
    main: html`<section class="sheet narrow">
<h1>${title}</h1>
<p>${text}</p>
<form method="post" action="${action}"><input type="hidden" name="form" value="${token}">
<p class="actions"><button class="button">${yes}</button> <a class="button quiet" href="${back}">${words.confirm.keep}</a></p></form>
</section>`,
  });
}

interface Erasing {
  part: PartName;
  token: string;
  /** Its page was just sent without an answer. */
  isBlank: boolean;
}

/** Before a part is erased. */
export function intakeErasePage(words: Words, { part, token, isBlank }: Erasing): Markup {
  const { confirm, intake } = words;
  const { title } = intake.parts[part];
  return confirmPage(
    words,
    {
      title: confirm.eraseTitle,
      text: isBlank ? confirm.eraseBlank(title) : confirm.eraseSaved(title),
      action: `/intake/${part}/erase`,
      yes: confirm.erase,
      back: isBlank ? '/intake' : `/intake/${part}`,
    },
    token,
  );
}

export function intakeForgetPage(words: Words, token: string): Markup {
  const { confirm } = words;
  const question = { title: confirm.forgetTitle, text: html`${confirm.forgetWords}`, action: '/intake/forget', yes: confirm.forget, back: '/intake' };
  return confirmPage(words, question, token);
}

/** `key`: the key of the form on the person's device. */
export function intakeForgottenPage(widgets: Widgets, words: Words, key: string | undefined): Markup {
  const { confirm, frame } = words;
  return layout({
    words,
    switcher: 'links',
    title: confirm.forgotten,
    kind: 'form',
    scripts: erasesForm(widgets, key),
    main: html`<section class="sheet narrow">
<h1>${confirm.forgotten}</h1>
<p>${confirm.forgottenWords}</p>
<p class="actions"><a class="button quiet" href="/">${frame.toFront}</a></p>
</section>`,
  });
}

/** The draft is untouched: only the sending failed. */
export function intakeUnsentPage(words: Words, token: string): Markup {
  const { confirm } = words;
  return layout({
    words,
    title: confirm.unsentPage,
    kind: 'form',
    main: html`<section class="sheet narrow">
<h1>${confirm.unsent}</h1>
<p>${confirm.unsentWords}</p>
<form method="post" action="/intake/send"><input type="hidden" name="form" value="${token}">
<p class="actions"><button class="button">${confirm.tryAgain}</button> <a class="button quiet" href="/intake">${confirm.backToParts}</a></p></form>
<p class="muted">${confirm.keepsHappening}</p>
</section>`,
  });
}
