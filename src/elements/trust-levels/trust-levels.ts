import { html, nothing, type PropertyDeclarations } from '../../ui/lit/lit.ts';
import { sourceClaims } from '../../instruments/source-claims.ts';
import { baseStyles } from '../../ui/styles/base.styles.ts';
import { controlStyles } from '../../ui/styles/control.styles.ts';
import { titleHeading } from '../../ui/templates/heading.ts';
import * as takes from '../../ui/host/host-input.ts';
import { report } from '../../ui/host/report.ts';
import { Widget } from '../../ui/host/widget.ts';
import type { Strings } from '../../ui/text/catalogue.ts';
import type { WidgetKey } from '../../ui/text/keys.ts';
import { Language } from '../../ui/text/language.ts';
import { levels } from '../../ui/text/locales/en/levels.ts';
import { trustLevelsStyles } from './trust-levels.styles.ts';
import { widgetRoot } from '../../ui/templates/widget-root.ts';
import { percent } from '../../ui/text/format.ts';

/** Elements that can show a person's own score. */
const SCORES = 'attune-trust-trend,attune-perspective-gap,[result=score]';
const isBesideScore = (): boolean => !!document.querySelector(SCORES);

/**
 * For the education of clinicians: the source article's table of trust levels, with what is known about its figures. It is
 * empty until the host sets `show`, and as long as the page shows a person's own score. It never shows the table without the
 * two lines around it. It takes no data, and nothing is ever computed with its figures.
 *
 * @summary The source article's trust levels, and the fact that they have no source.
 * @tag attune-trust-levels
 * @attr {string} lang - Language of the host's page. The claims of the article are English and marked as English.
 * @fires {AttuneErrorEvent} attune-error - `beside-a-score`, `bad-attribute`, `bad-strings`.
 * @csspart levels - The whole element.
 * @csspart title - The title's heading.
 * @csspart standing - The sentence that the figures have no source.
 * @csspart table - The table.
 * @csspart beside - What research says instead.
 */
export class AttuneTrustLevels extends Widget {
  static override styles = [baseStyles, controlStyles, trustLevelsStyles];
  static override properties: PropertyDeclarations = {
    show: { type: Boolean, takes: takes.flag },
    headingLevel: { type: Number, attribute: 'heading-level', takes: takes.headingLevel },
    strings: { attribute: false, takes: takes.strings, code: 'bad-strings' },
  };

  /** Shows the table. Only for pages that clinicians read. */
  declare show: boolean;
  /** Level of the title's heading, 2 to 6. */
  declare headingLevel: number;
  /** Interface words of the host. They replace the built-in words. */
  declare strings: Strings<WidgetKey<'levels'>> | undefined;

  #language = new Language<WidgetKey<'levels'>>(this, { english: () => ({ levels }) });

  /** The page shows a score, and this was reported. */
  #isBeside = false;
  #observer: MutationObserver | undefined;

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
    this.#observer?.disconnect();
  }

  protected override updated(): void {
    const wasBeside = this.#isBeside;
    this.#isBeside = this.show && isBesideScore();
    if (this.#isBeside && !wasBeside) report(this, 'beside-a-score');
    if (this.show && this.isConnected) {
      this.#observer ??= new MutationObserver(() => {
        if (isBesideScore() !== this.#isBeside) this.requestUpdate();
      });
      this.#observer.observe(document, { subtree: true, childList: true, attributeFilter: ['result'] });
    } else this.#observer?.disconnect();
  }

  protected override render(): unknown {
    // A server does not know what else is on the page.
    if (!this.show || !globalThis.document || isBesideScore()) return nothing;
    const { rows, standing, beside, language } = sourceClaims;
    const t = this.#language.messages;
    return widgetRoot(
      { part: 'levels', t },
      html`${titleHeading(this.headingLevel, t('levels.title'))}
      <p id="standing" part="standing" class="notice">${t.mark(standing, language)}</p>
      <table part="table" aria-labelledby="title" aria-describedby="standing beside">
        <thead>
          <tr>
            <th scope="col">${t('levels.trust')}</th>
            <th scope="col">${t('levels.engagement')}</th>
            <th scope="col">${t('levels.improvement')}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ({ level, engagement, improvement }) => html`<tr>
              <th scope="row">${t(`levels.${level}`)}</th>
              <td>${percent(t, engagement)}</td>
              <td>${percent(t, improvement)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
      <p id="beside" part="beside">${t.mark(beside, language)}</p>`,
    );
  }
}
