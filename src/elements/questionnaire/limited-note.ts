import { html, type TemplateResult } from 'lit';
import type { FormKey } from '../../ui/text/keys.ts';
import type { Messages } from '../../ui/text/messages.ts';

/** Tells the person that the form is not shown whole. */
export const limitedNote = (t: Messages<FormKey>): TemplateResult => html`<p class="help" part="limited">${t('fhir.limitedForm')}</p>`;
