import { html, nothing, type PropertyDeclarations, type TemplateResult } from '../../ui/lit/lit.ts';
import type { InstrumentDefinition } from '../../core/instrument/definition.ts';
import type { Item } from '../../core/instrument/instrument.ts';
import { inLanguage } from '../../instruments/in-language.ts';
import { whyTrust } from '../../instruments/why-trust.ts';
import { baseStyles } from '../../ui/styles/base.styles.ts';
import { levelOf } from '../../ui/templates/heading.ts';
import { Widget } from '../../ui/host/widget.ts';
import * as takes from '../../ui/host/host-input.ts';
import { whyTrustStyles } from './why-trust.styles.ts';
import { Language } from '../../ui/text/language.ts';
import { widgetRoot } from '../../ui/templates/widget-root.ts';

/**
 * A card to read: what trust does in therapy, in four lines. A line that is based on research names its source. The card
 * asks nothing, sends nothing and says nothing about its reader.
 *
 * @summary Why trust matters: a card to read.
 * @tag attune-why-trust
 * @attr {string} lang - The language to show. Without it, the language of the nearest element around it.
 * @fires {AttuneErrorEvent} attune-error - `bad-attribute`, `bad-strings`.
 * @slot before - Content of the host below the title.
 * @slot after - Content of the host below the lines.
 * @csspart card - The whole card.
 * @csspart title - The title's heading.
 * @csspart row - One line: its name and its text.
 * @csspart row-title - The name of a line.
 * @csspart row-text - The text of a line.
 * @csspart source - The source of a line.
 */
export class AttuneWhyTrust extends Widget {
  static override styles = [baseStyles, whyTrustStyles];
  static override properties: PropertyDeclarations = {
    headingLevel: { type: Number, attribute: 'heading-level', takes: takes.headingLevel },
    translations: { takes: takes.translations },
  };

  /** Level of the title's heading, 2 to 6. */
  declare headingLevel: number;
  /** `draft`: also shows a translation that nobody has reviewed. */
  declare translations: 'draft' | undefined;

  #language: Language<never> = new Language(this, { english: () => ({}), around: () => this.#content.language });

  /** The card in the language around it. */
  get #content(): InstrumentDefinition {
    return inLanguage(whyTrust, this.#language.asked, this.translations);
  }

  constructor() {
    super();
    this.headingLevel = 2;
  }

  protected override render(): TemplateResult {
    const { title, items, language } = this.#content;
    const t = this.#language.messages;
    return widgetRoot(
      { part: 'card', t, lang: language },
      html`<h2 id="title" part="title" aria-level=${levelOf(this.headingLevel)}>${title}</h2>
      <slot name="before"></slot>
      <dl>
        ${(items as Item[]).map(
          ({ text, help, tags }) => html`<div part="row">
            <dt part="row-title">${text}</dt>
            <dd part="row-text">${help}</dd>
            ${tags?.source ? html`<dd class="help" part="source">${t.mark(tags.source, whyTrust.language)}</dd>` : nothing}
          </div>`,
        )}
      </dl>
      <slot name="after"></slot>`,
    );
  }
}
