import { html, type TemplateResult } from '../../ui/lit/lit.ts';
import type { FormKey } from '../../ui/text/keys.ts';
import type { Messages } from '../../ui/text/messages.ts';

/** Tells the person that the form is not shown whole. */
export const limitedNote = (t: Messages<FormKey>): TemplateResult => html`<p class="help" part="limited">${t('fhir.limitedForm')}</p>`;

/** Tells the person that lists of answers are on their way. */
export const waitingNote = (t: Messages<FormKey>): TemplateResult => html`<p class="help" part="waiting" role="status">${t('fhir.listsOnTheWay')}</p>`;
