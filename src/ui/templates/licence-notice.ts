import { html, type TemplateResult } from 'lit';
import type { Licence } from '../../core/instrument/instrument.ts';

/** Whose wording it is; the holder once, as a notice often names them. */
export const whose = ({ copyright, licenceHolder }: Licence): string =>
  copyright.includes(licenceHolder) ? copyright : `${copyright} · ${licenceHolder}`;

/** Only an address of the web is a link; it opens beside, so that no answer is lost. */
export function licenceNotice(licence: Licence): TemplateResult {
  const { licenceUrl } = licence;
  return html`<p part="licence">
    <span class="help">${whose(licence)}</span>
    ${/^https?:\/\//i.test(licenceUrl)
      ? html`<a class="help" href=${licenceUrl} target="_blank" rel="noreferrer">${licenceUrl}</a>`
      : html`<span class="help">${licenceUrl}</span>`}
  </p>`;
}
