import { html, LitElement, nothing, type PropertyDeclarations, type PropertyValues } from 'lit';
import { sourceClaims } from '../../instruments/source-claims.ts';
import { baseStyles } from '../../internal/base.styles.ts';
import { heading } from '../../internal/questionnaire/heading.ts';
import { report } from '../../internal/report.ts';
import { levelsWords, type LevelsWords } from './levels-words.ts';
import { trustLevelsStyles } from './trust-levels.styles.ts';

/** Where a person's own score may stand. */
const SCORES = 'attune-trust-trend,attune-perspective-gap,[result=score]';

/**
 * For the education of clinicians: the source article's table of trust levels, with what is known of its figures. It
 * shows nothing until the host says `show`, never shows the table without both lines, and shows nothing where a person's
 * own score stands on the page when it is drawn. It takes no data, and nothing is ever computed with its figures.
 *
 * @summary The source article's trust levels, and that they rest on no source.
 * @tag attune-trust-levels
 * @attr {string} lang - Of the host's page. What the article claims is English and marked as such.
 * @fires {AttuneErrorEvent} attune-error - `beside-a-score`.
 * @csspart levels - All of it.
 * @csspart title - The title's heading.
 * @csspart standing - That the figures have no source.
 * @csspart table - The table.
 * @csspart beside - What is known instead.
 */
export class AttuneTrustLevels extends LitElement {
  static override styles = [baseStyles, trustLevelsStyles];
  static override properties: PropertyDeclarations = {
    show: { type: Boolean },
    headingLevel: { type: Number, attribute: 'heading-level' },
    strings: { attribute: false },
  };

  /** Switches it on. Only for pages that clinicians read. */
  declare show: boolean;
  /** Level of the title's heading, 2 to 6. */
  declare headingLevel: number;
  /** Interface words of the host's own, over the built-in ones. */
  declare strings: Partial<LevelsWords> | undefined;

  constructor() {
    super();
    this.show = false;
    this.headingLevel = 2;
  }

  get #isBesideScore(): boolean {
    return !!document.querySelector(SCORES);
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('show') && this.show && this.#isBesideScore) {
      report(this, 'beside-a-score', 'This table does not stand on a page with a person’s own score');
    }
  }

  protected override render(): unknown {
    if (!this.show || this.#isBesideScore) return nothing;
    const { rows, standing, beside, language } = sourceClaims;
    const words = { ...levelsWords, ...this.strings };
    return html`<section part="levels" lang=${language} aria-labelledby="title">
      ${heading(this.headingLevel, words.title, 'title', 'title')}
      <p id="standing" part="standing" class="notice">${standing}</p>
      <table part="table" aria-labelledby="title" aria-describedby="standing beside">
        <thead>
          <tr>
            <th scope="col">${words.trust}</th>
            <th scope="col">${words.engagement}</th>
            <th scope="col">${words.improvement}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ({ level, engagement, improvement }) => html`<tr>
              <th scope="row">${level}</th>
              <td>${engagement} %</td>
              <td>${improvement} %</td>
            </tr>`,
          )}
        </tbody>
      </table>
      <p id="beside" part="beside">${beside}</p>
    </section>`;
  }
}
