import { html, nothing } from '../../lit/lit.ts';
import type { Instrument } from '../../../core/instrument/instrument.ts';
import type { Response } from '../../../core/record/response.ts';
import { resultWords } from '../../../core/scoring/result-words.ts';
import type { FormKey } from '../../text/keys.ts';
import type { Messages } from '../../text/messages.ts';

/** Renders what is shown after sending, from the sent record. */
export type ResultTemplate = (instrument: Instrument, record: Response, t: Messages<FormKey>) => unknown;

/** Words made from the person's own answers. */
export const resultWordsTemplate: ResultTemplate = (instrument, record) => {
  const result = resultWords(instrument, record);
  if (result.kind === 'none') return nothing;
  return html`<div part="result">
    ${result.kind === 'summary'
      ? html`<p>${result.counts}</p>
          ${result.talkAbout.length
            ? html`<p>${result.list}</p>
                <ul>
                  ${result.talkAbout.map((text) => html`<li>${text}</li>`)}
                </ul>
                <p>${result.start}</p>`
            : nothing}`
      : html`<p>${result.text}</p>`}
    <p class="help">${result.provenance}</p>
  </div>`;
};
