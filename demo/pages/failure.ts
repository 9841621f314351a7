import { html, type Markup } from '../html.ts';
import { layout } from './layout.ts';

export function failurePage(reason: string): Markup {
  return layout({
    title: 'That did not work',
    kind: 'form',
    main: html`<section class="sheet narrow">
<h1>That did not work</h1>
<p>${reason}</p>
<p>Nothing was kept from this try. You can go back with your browser, or <a href="/">start at the front page</a>. If it keeps happening, call us on 555&#8239;0142.</p>
</section>`,
  });
}
