import { html, type Markup } from '../html.ts';
import { layout } from './layout.ts';

/** `isSent`: something was to be stored. Otherwise somebody only opened an address. */
export function failurePage(reason: string, isSent: boolean): Markup {
  return layout({
    title: 'That did not work',
    kind: 'form',
    main: html`<section class="sheet narrow">
<h1>That did not work</h1>
<p>${reason}</p>
<p>${isSent && 'Nothing was kept from this try. '}You can go back with your browser, or start at the front page. If it keeps happening, call us on <a href="tel:5550142">555&#8239;0142</a>.</p>
<p class="actions"><a class="button quiet" href="/">To the front page</a></p>
</section>`,
  });
}
