import { html, type Markup } from '../html.ts';
import type { Words } from '../words/words.ts';
import { layout } from './layout.ts';

/** `isSent`: something was to be stored. Otherwise somebody only opened an address, which can be opened in another language too. */
export function failurePage(words: Words, reason: string, isSent: boolean): Markup {
  const { failure, frame } = words;
  return layout({
    words,
    ...(!isSent && { switcher: 'links' }),
    title: failure.title,
    kind: 'form',
    main: html`<section class="sheet narrow">
<h1>${failure.title}</h1>
<p>${reason}</p>
<p>${isSent && `${failure.notKept} `}${failure.whatNow}</p>
<p class="actions"><a class="button quiet" href="/">${frame.toFront}</a></p>
</section>`,
  });
}
