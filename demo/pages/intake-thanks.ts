import { html, type Markup } from '../html.ts';
import type { Words } from '../words/words.ts';
import { layout } from './layout.ts';

/** Shown after answers to one part or more. */
export const intakeThanksPage = (words: Words): Markup => thanksPage(words, words.thanks.answers, words.thanks.answersWords);

/** Shown after a name alone, which is all that a browser without scripts can send. */
export const intakeNamePage = (words: Words): Markup => thanksPage(words, words.thanks.name, words.thanks.nameWords);

/** Shown when a form was sent in which nothing was saved. */
export function intakeNothingPage(words: Words): Markup {
  const { thanks, confirm, frame } = words;
  return layout({
    words,
    switcher: 'links',
    title: thanks.nothing,
    kind: 'form',
    main: html`<section class="sheet narrow">
<h1>${thanks.nothing}</h1>
${thanks.nothingWords}
<p class="actions"><a class="button" href="/intake">${confirm.backToParts}</a> <a class="button quiet" href="/">${frame.toFront}</a></p>
</section>`,
  });
}

function thanksPage(words: Words, title: string, kept: Markup): Markup {
  const { thanks, frame } = words;
  return layout({
    words,
    switcher: 'links',
    title: thanks.page,
    kind: 'form',
    main: html`<section class="sheet narrow">
<h1>${title}</h1>
${kept}
<h2>${thanks.next}</h2>
<ol class="steps">
${thanks.steps.map(
  (step) => html`<li>${step}</li>
`,
)}</ol>
<p class="aside">${thanks.shared}</p>
<p class="actions"><a class="button quiet" href="/">${frame.toFront}</a></p>
</section>`,
  });
}
