import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Item } from '../../core/instrument.ts';
import { whyTrust } from '../../instruments/why-trust.ts';
import { baseStyles } from '../../internal/base.styles.ts';
import { levelOf } from '../../internal/heading.ts';
import { Widget } from '../../internal/widget.ts';
import * as takes from '../../internal/host-input.ts';
import { whyTrustStyles } from './why-trust.styles.ts';

/**
 * A card to read: what trust does in therapy, in four lines. What rests on research names its source. It asks nothing,
 * sends nothing and says nothing about the one who reads it.
 *
 * @summary Why trust matters: a card to read.
 * @tag attune-why-trust
 * @attr {string} lang - Of the host's page. The card's own words are English and marked as such.
 * @fires {AttuneErrorEvent} attune-error - The host gave something that cannot be used.
 * @slot before - The host's own words under the title.
 * @slot after - The host's own words under the lines.
 * @csspart card - All of it.
 * @csspart title - The title's heading.
 * @csspart row - One line: its name and its words.
 * @csspart row-title - The name of a line.
 * @csspart row-text - The words of a line.
 * @csspart source - Where a line comes from.
 */
export class AttuneWhyTrust extends Widget {
  static override styles = [baseStyles, whyTrustStyles];
  static override properties: PropertyDeclarations = { headingLevel: { type: Number, attribute: 'heading-level', takes: takes.headingLevel } };

  /** Level of the title's heading, 2 to 6. */
  declare headingLevel: number;

  constructor() {
    super();
    this.headingLevel = 2;
  }

  protected override render(): TemplateResult {
    const { title, items, language } = whyTrust;
    return html`<section part="card" aria-labelledby="title" lang=${language}>
      <h2 id="title" part="title" aria-level=${levelOf(this.headingLevel)}>${title}</h2>
      <slot name="before"></slot>
      <dl>
        ${(items as Item[]).map(
          ({ text, help, tags }) => html`<div part="row">
            <dt part="row-title">${text}</dt>
            <dd part="row-text">${help}</dd>
            ${tags?.source ? html`<dd class="help" part="source">${tags.source}</dd>` : nothing}
          </div>`,
        )}
      </dl>
      <slot name="after"></slot>
    </section>`;
  }
}
