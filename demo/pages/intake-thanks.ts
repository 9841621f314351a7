import { html, type Markup } from '../html.ts';
import type { Widgets } from '../widgets.ts';
import type { Words } from '../words/words.ts';
import { erasesForm } from './kept-on-device.ts';
import { layout } from './layout.ts';

interface AfterSending {
  widgets: Widgets;
  words: Words;
  /** The key of the form on the person's device. */
  key: string | undefined;
}

/** Shown after answers to one part or more. */
export const intakeThanksPage = ({ widgets, words, key }: AfterSending): Markup =>
  thanksPage(words, words.thanks.answers, { kept: words.thanks.answersWords, scripts: erasesForm(widgets, key) });

/** Shown after a name alone, which is all that a browser without scripts can send. */
export const intakeNamePage = ({ widgets, words, key }: AfterSending): Markup =>
  thanksPage(words, words.thanks.name, { kept: words.thanks.nameWords, scripts: erasesForm(widgets, key) });

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

function thanksPage(words: Words, title: string, { kept, scripts }: { kept: Markup; scripts: readonly Markup[] }): Markup {
  const { thanks, frame } = words;
  return layout({
    words,
    switcher: 'links',
    title: thanks.page,
    kind: 'form',
    scripts,
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
