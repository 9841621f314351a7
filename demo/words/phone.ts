import { html } from '../html.ts';

/** A number in two groups would be read in the wrong order on a page from right to left. */
export const phone = html`<a href="tel:5550142" dir="ltr">555&#8239;0142</a>`;
export const nightLine = html`<a href="tel:5550199" dir="ltr">555&#8239;0199</a>`;
