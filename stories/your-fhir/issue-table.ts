import { html, nothing, type TemplateResult } from 'lit';

/** Something that is not as a resource says. */
export interface Row {
  severity: string;
  path: string;
  message: string;
}

/** The most rows that are shown. A damaged resource can have many thousands. */
const MOST = 200;

/** A table of issues, or a sentence if there are none. */
export const issueTable = (rows: readonly Row[], none: string): TemplateResult =>
  rows.length
    ? html`<table>
          <thead>
            <tr><th scope="col">Severity</th><th scope="col">Place</th><th scope="col">What</th></tr>
          </thead>
          <tbody>
            ${rows.slice(0, MOST).map(
              ({ severity, path, message }) => html`<tr><td>${severity}</td><th scope="row">${path ? html`<code>${path}</code>` : 'the resource'}</th><td>${message}</td></tr>`,
            )}
          </tbody>
        </table>
        ${rows.length > MOST ? html`<p>The first ${MOST} of ${rows.length} are shown.</p>` : nothing}`
    : html`<p>${none}</p>`;
