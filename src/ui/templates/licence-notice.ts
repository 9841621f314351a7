import { html, type TemplateResult } from '../lit/lit.ts';
import type { Licence } from '../../core/instrument/instrument.ts';

/** The owner of the wording. The copyright notice often names the licence holder already. */
export const whose = ({ copyright, licenceHolder }: Licence): string =>
  copyright.includes(licenceHolder) ? copyright : `${copyright} · ${licenceHolder}`;

/** Only a web address becomes a link. It opens in a new tab, so that no answer is lost. */
export function licenceNotice(licence: Licence): TemplateResult {
  const { licenceUrl } = licence;
  return html`<p part="licence">
    <span class="help">${whose(licence)}</span>
    ${/^https?:\/\//i.test(licenceUrl)
      ? html`<a class="help" href=${licenceUrl} target="_blank" rel="noreferrer">${licenceUrl}</a>`
      : html`<span class="help">${licenceUrl}</span>`}
  </p>`;
}
