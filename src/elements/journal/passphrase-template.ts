import { html, type TemplateResult } from '../../ui/lit/lit.ts';
import { actions } from '../../ui/templates/page-parts.ts';
import type { PassphraseField } from './journal-state.ts';
import type { Shown } from './journal-view.ts';

/** The fields for the passphrase. They are in a form so that password managers recognise them. Nothing is submitted. */
export function passphraseForm(
  { state, t }: Shown,
  action: 'unlock' | 'lock-now',
  refuse: unknown = '',
): TemplateResult {
  const { status } = state;
  const fields: PassphraseField[] = action === 'unlock' ? ['now'] : ['fresh', 'again'];
  const wrong = status.kind === 'problem' && status.field;
  return html`<form>
    ${fields.map(
      (field) => html`<label for=${field}>${t(`journal.${field}`)}</label>
        <input
          id=${field}
          type="password"
          autocomplete="${field === 'now' ? 'current' : 'new'}-password"
          ?readonly=${status.kind === 'busy'}
          aria-invalid=${wrong === field}
          aria-describedby="hint status"
        />`,
    )}
    ${action === 'unlock' ? '' : html`<p id="hint" class="help">${t('journal.length')}</p>`}
    ${actions(html`<button class="main" part=${action} data-do=${action}>${t(`journal.${action}`)}</button>`, refuse)}
  </form>`;
}
