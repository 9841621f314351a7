import { html, nothing, type PropertyDeclarations } from 'lit';
import { sourceClaims } from '../../instruments/source-claims.ts';
import { baseStyles } from '../../internal/base.styles.ts';
import { controlStyles } from '../../internal/control.styles.ts';
import { heading } from '../../internal/heading.ts';
import * as takes from '../../internal/host-input.ts';
import { report } from '../../internal/report.ts';
import { Widget } from '../../internal/widget.ts';
import { levelsWords, type LevelsWords } from './levels-words.ts';
import { trustLevelsStyles } from './trust-levels.styles.ts';

/** Where a person's own score may stand. */
const SCORES = 'attune-trust-trend,attune-perspective-gap,[result=score]';
const isBesideScore = (): boolean => !!document.querySelector(SCORES);

/**
 * For the education of clinicians: the source article's table of trust levels, with what is known of its figures. It
 * shows nothing until the host says `show`, never shows the table without both lines, and shows nothing while a person's
 * own score stands on the page, also one that comes later. It takes no data, and nothing is ever computed with its figures.
 *
 * @summary The source article's trust levels, and that they rest on no source.
 * @tag attune-trust-levels
 * @attr {string} lang - Of the host's page. What the article claims is English and marked as such.
 * @fires {AttuneErrorEvent} attune-error - `beside-a-score`, `bad-attribute`, `bad-strings`.
 * @csspart levels - All of it.
 * @csspart title - The title's heading.
 * @csspart standing - That the figures have no source.
 * @csspart table - The table.
 * @csspart beside - What is known instead.
 */
export class AttuneTrustLevels extends Widget {
  static override styles = [baseStyles, controlStyles, trustLevelsStyles];
  static override properties: PropertyDeclarations = {
    show: { type: Boolean, takes: takes.flag },
    headingLevel: { type: Number, attribute: 'heading-level', takes: takes.headingLevel },
    strings: { attribute: false, takes: takes.strings(), code: 'bad-strings' },
  };

  /** Switches it on. Only for pages that clinicians read. */
  declare show: boolean;
  /** Level of the title's heading, 2 to 6. */
  declare headingLevel: number;
  /** Interface words of the host's own, over the built-in ones. */
  declare strings: Partial<LevelsWords> | undefined;

  /** A score stands on the page, and that was told. */
  #isBeside = false;
  #observer = new MutationObserver(() => {
    if (isBesideScore() !== this.#isBeside) this.requestUpdate();
  });

  constructor() {
    super();
    this.show = false;
    this.headingLevel = 2;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer.disconnect();
  }

  protected override updated(): void {
    const wasBeside = this.#isBeside;
    this.#isBeside = this.show && isBesideScore();
    if (this.#isBeside && !wasBeside) {
      report(this, 'beside-a-score', 'This table does not stand on a page with a person’s own score');
    }
    if (this.show && this.isConnected) {
      this.#observer.observe(document, { subtree: true, childList: true, attributeFilter: ['result'] });
    } else this.#observer.disconnect();
  }

  protected override render(): unknown {
    if (!this.show || isBesideScore()) return nothing;
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
