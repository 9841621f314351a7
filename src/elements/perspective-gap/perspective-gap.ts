import { html, type PropertyDeclarations, type TemplateResult } from '../../ui/lit/lit.ts';
import type { InstrumentDefinition } from '../../core/instrument/definition.ts';
import { nestedSheet } from '../../core/answering/structure.ts';
import { comparePerspectives, type GapLine, type GapSide, type PerspectiveGap } from '../../core/change/perspective-gap.ts';
import { inWords } from '../../core/plain-data/problem.ts';
import { takeDefinition } from '../../core/instrument/read-definition.ts';
import type { Response } from '../../core/record/response.ts';
import { same } from '../../core/plain-data/same.ts';
import { textOf } from '../../core/plain-data/shape.ts';
import { inLanguage } from '../../instruments/in-language.ts';
import { findDefinition, onRegistered } from '../../instruments/registry.ts';
import { baseStyles } from '../../ui/styles/base.styles.ts';
import { whileConnected } from '../../ui/host/while-connected.ts';
import { licenceNotice } from '../../ui/templates/licence-notice.ts';
import { isPageHere } from '../../ui/host/page-here.ts';
import * as takes from '../../ui/host/host-input.ts';
import { parsed } from '../../ui/host/parsed.ts';
import type { ErrorCode } from '../../ui/host/developer-messages.ts';
import { groupHeading, titleHeading } from '../../ui/templates/heading.ts';
import { report } from '../../ui/host/report.ts';
import { Widget } from '../../ui/host/widget.ts';
import type { Strings } from '../../ui/text/catalogue.ts';
import type { WidgetKey } from '../../ui/text/keys.ts';
import { Language } from '../../ui/text/language.ts';
import { absence } from '../../ui/text/locales/en/absence.ts';
import { common } from '../../ui/text/locales/en/common.ts';
import { gap } from '../../ui/text/locales/en/gap.ts';
import { plain, type Messages, type Shown } from '../../ui/text/messages.ts';
import { perspectiveGapStyles } from './perspective-gap.styles.ts';
import { widgetRoot } from '../../ui/templates/widget-root.ts';

type Gap = Extract<PerspectiveGap, { ok: true }>;
type GapKey = WidgetKey<'gap'> | keyof typeof absence | 'leftBlank' | 'labelled' | 'yes' | 'no';

// Each common message is named, so that a CDN file leaves the others out.
const english = { gap, ...absence, leftBlank: common.leftBlank, labelled: common.labelled, yes: common.yes, no: common.no };

/**
 * For clinicians and supervision: two or three records of one session side by side, line by line, first of all in words. It
 * marks the lines with different answers, and says which lines cannot be compared. It describes only: there is no score of
 * agreement, and no side is right. Do not show it to a client without preparation: it contains the therapist's answers.
 *
 * The records come from the property, from JSON in the attribute, or from a child `<script type="application/json">`. The
 * element reports what it cannot use, and keeps the last good view.
 *
 * @summary Which lines of a session client, therapist and observer answered alike, and which not.
 * @tag attune-perspective-gap
 * @attr {string} responses - The records as JSON: a list of two or three.
 * @attr {string} instrument - The name of a registered instrument.
 * @slot - Shown while there are no records to show.
 * @fires {AttuneErrorEvent} attune-error - `bad-responses`, `unknown-instrument`, `bad-instrument`, `bad-attribute`,
 *   `bad-strings`.
 * @csspart base - The whole comparison.
 * @csspart title - The title's heading.
 * @csspart summary - How many lines are different, are the same, or cannot be compared.
 * @csspart note - What a gap is, and is not.
 * @csspart group-title - The heading of a group of lines.
 * @csspart licence - The owner of the wording, and the terms of use.
 * @csspart line - One line.
 * @csspart agree - A line with the same answer from everyone who answered.
 * @csspart differ - A line with a gap.
 * @csspart not-comparable - A line that cannot be compared.
 * @csspart text - The wording of the item.
 * @csspart words - The answer of each side.
 * @csspart scale - The same answers on the scale, hidden from assistive technology.
 */
export class AttunePerspectiveGap extends Widget {
  static override styles = [baseStyles, perspectiveGapStyles];
  static override properties: PropertyDeclarations = {
    responses: { takes: takes.data, code: 'bad-responses' },
    instrument: { takes: takes.instrument, code: 'bad-instrument' },
    headingLevel: { type: Number, attribute: 'heading-level', takes: takes.headingLevel },
    translations: { takes: takes.translations },
    strings: { attribute: false, takes: takes.strings, code: 'bad-strings' },
  };

  /** The completed records, one for each perspective; or the same as JSON. Without them, the child script is read. */
  declare responses: readonly Response[] | string | undefined;
  /** The name of a registered instrument, or a definition, which is checked. Without it, the instrument of the records. */
  declare instrument: string | InstrumentDefinition | object | undefined;
  /** Level of the title's heading, 2 to 6. */
  declare headingLevel: number;
  /** `draft`: also shows a translation that nobody has reviewed. */
  declare translations: 'draft' | undefined;
  /** Interface words of the host. They replace the built-in words. */
  declare strings: Strings<GapKey> | undefined;

  #language = new Language<GapKey>(this, { english: () => english, around: () => this.#gap?.instrument.language });
  #given: unknown[] = [];
  #gap: Gap | undefined;
  /** The id of an instrument that is not registered yet. */
  #missing = '';
  /** The mistake that was reported last. */
  #refused = '';

  constructor() {
    super();
    const readAgain = (): void => {
      if (!findDefinition(this.#missing)) return;
      this.#given = [];
      this.requestUpdate();
    };
    whileConnected(this, () => {
      readAgain();
      return onRegistered(readAgain);
    });
    this.headingLevel = 2;
  }

  protected override willUpdate(): void {
    const { instrument } = this;
    const responses = this.responses ?? this.querySelector?.(':scope > script[type="application/json"]')?.textContent;
    if (typeof responses === 'string' && !parsed(responses) && !isPageHere(this)) return;
    const given = [responses, instrument, this.#language.asked, this.translations];
    if (same(given, this.#given)) return;
    this.#given = given;
    this.#gap = responses ? (this.#read(parsed(responses), instrument) ?? this.#gap) : undefined;
  }

  #read(records: unknown, given: unknown = (records as Partial<Response>[] | null)?.[0]?.instrument?.id): Gap | undefined {
    const refuse = (code: ErrorCode, message: string): undefined => {
      // A framework may set the same value again at each render.
      const refused = `${code}: ${message}`;
      if (refused !== this.#refused) report(this, code, message);
      this.#refused = refused;
    };
    if (!Array.isArray(records)) return refuse('bad-responses', 'responses: Must be list of records');
    const read = typeof given === 'object' ? takeDefinition(given) : undefined;
    if (read && !read.ok) return refuse('bad-instrument', inWords(read.problems));
    const id = textOf(given);
    const definition = read?.definition ?? findDefinition(id);
    this.#missing = definition ? '' : id;
    if (!definition) return refuse('unknown-instrument', id);
    const gap = comparePerspectives(inLanguage(definition, this.#language.asked, this.translations), records, nestedSheet);
    if (gap.ok) this.#refused = '';
    return gap.ok ? gap : refuse('bad-responses', inWords(gap.problems));
  }

  protected override render(): TemplateResult {
    if (!this.#gap) return html`<slot></slot>`;
    const { instrument, lines, counts } = this.#gap;
    const { title, language, direction } = instrument;
    const { headingLevel } = this;
    const t = this.#language.messages;
    // A group, because a page shows several of these under the same title: they must not be landmarks.
    return widgetRoot(
      { part: 'base', role: 'group', t, lang: language, dir: direction },
      html`${titleHeading(headingLevel, title)}
      <p part="summary">${t('gap.summary', { ...counts, lines: lines.length })}</p>
      <p class="help" part="note">${t('gap.note')}</p>
      ${lines.map((line, i) => [
        line.group && line.group !== lines[i - 1]?.group
          ? groupHeading(headingLevel, line.group, `g${i}`)
          : '',
        lineTemplate(line, t),
      ])}
      ${licenceNotice(instrument.licence)}`,
    );
  }
}

/** The key of the message about a line without an answer. */
const ABSENT = {
  blank: 'leftBlank',
  declined: 'declined',
  unknown: 'unknown',
  'not-applicable': 'not-applicable',
  'not-asked': 'gap.not-asked',
  repeated: 'gap.repeated',
} as const;

function lineTemplate(line: GapLine, t: Messages<GapKey>): TemplateResult {
  const { outcome, text, sides, options } = line;
  const nameOf = ({ perspective }: GapSide): Shown => (perspective in gap ? t(`gap.${perspective as 'client'}`) : perspective);
  const answerOf = (side: GapSide): Shown => {
    if (side.state !== 'answered') return side.text ?? t(ABSENT[side.state]);
    return typeof side.values[0] === 'boolean' ? t(side.values[0] ? 'yes' : 'no') : side.text;
  };
  const isAll = outcome === 'agree' && sides.every(({ state }) => state === 'answered');
  const said = isAll
    ? t(sides[2] ? 'gap.all' : 'gap.both', { answer: plain(answerOf(sides[0]!)) })
    : [
        sides.map((side) => [t('labelled', { label: plain(nameOf(side)) }), answerOf(side), '. ']),
        'steps' in line ? t('gap.steps', { steps: line.steps }) : t(`gap.${outcome}`),
      ];
  return html`<div class=${outcome} part="line ${outcome}">
    <p class="help" part="text">${text}</p>
    <p part="words">${said}</p>
    ${options[0] && html`<p class="help scale" part="scale" aria-hidden="true">
      ${options[0]}${options.map((_, place) => {
        const here = sides.filter((side) => 'place' in side && side.place === place);
        return html`<span>${here[0] ? here.map((side) => html`<b>${plain(nameOf(side))[0]}</b>`) : html`<b></b>`}</span>`;
      })}${options.at(-1)}
    </p>`}
  </div>`;
}
