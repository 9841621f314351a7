import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { InstrumentDefinition } from '../../core/definition.ts';
import { fill } from '../../core/fill.ts';
import { perspectiveGap, type GapLine, type GapSide, type PerspectiveGap } from '../../core/perspective-gap.ts';
import { inWords } from '../../core/problem.ts';
import { readDefinition } from '../../core/read-definition.ts';
import type { Response } from '../../core/response.ts';
import { same } from '../../core/same.ts';
import { findDefinition, onRegistered } from '../../instruments/registry.ts';
import { baseStyles } from '../../internal/base.styles.ts';
import { absenceWords } from '../../internal/form-words.ts';
import { licenceNotice } from '../../internal/licence-notice.ts';
import { isPageHere } from '../../internal/page-here.ts';
import { parsed } from '../../internal/parsed.ts';
import { heading } from '../../internal/heading.ts';
import { report } from '../../internal/report.ts';
import { words as common, type Words } from '../../internal/words.ts';
import { gapWords, type GapWords } from './gap-words.ts';
import { perspectiveGapStyles } from './perspective-gap.styles.ts';

type Gap = Extract<PerspectiveGap, { ok: true }>;

/**
 * For clinicians and supervision: two or three records of one session side by side, line by line, in words first. What
 * stands apart is marked, and what cannot be compared is said. It describes: there is no score of agreement, and no side
 * is the right one. Not for a client to meet unprepared: it shows what their therapist said.
 *
 * The records come by property, as JSON in the attribute, or in a child `<script type="application/json">`. What cannot
 * be used is reported, and the last good view stays.
 *
 * @summary Where client, therapist and observer saw a session alike, and where not.
 * @tag attune-perspective-gap
 * @attr {string} responses - The records as JSON: a list of two or three.
 * @attr {string} instrument - The name of a registered instrument.
 * @slot - Shown in place of the view while there is none.
 * @fires {AttuneErrorEvent} attune-error - `bad-responses`, `unknown-instrument`, `bad-instrument`.
 * @csspart title - Its heading.
 * @csspart summary - How many lines stand apart, are the same, or cannot be compared.
 * @csspart note - What a gap is, and is not.
 * @csspart group-title - The heading of a group of lines.
 * @csspart licence - Whose wording it is, and its terms.
 * @csspart line - One line.
 * @csspart agree - A line where all who answered say the same.
 * @csspart differ - A line with a gap.
 * @csspart not-comparable - A line that cannot be compared.
 * @csspart text - What was asked.
 * @csspart words - Who said what.
 * @csspart scale - The same as dots, hidden from assistive technology.
 */
export class AttunePerspectiveGap extends LitElement {
  static override styles = [baseStyles, perspectiveGapStyles];
  static override properties: PropertyDeclarations = {
    responses: {},
    instrument: {},
    headingLevel: { type: Number, attribute: 'heading-level' },
    strings: { attribute: false },
  };

  /** The records, completed, one a perspective; or the same as JSON. Without them a child script is read. */
  declare responses: readonly Response[] | string | undefined;
  /**
   * The name of a registered instrument, or its definition, checked when it is set; the records' own where it is not given.
   */
  declare instrument: string | InstrumentDefinition | object | undefined;
  /** Level of the title's heading, 2 to 6. */
  declare headingLevel: number;
  /** Interface words of the host's own, over the built-in ones. */
  declare strings: Partial<GapWords & Words> | undefined;

  #lookAgain = (): void => {
    this.#given = [];
    this.requestUpdate();
  };
  #given: unknown[] = [];
  #gap: Gap | undefined;

  constructor() {
    super();
    this.headingLevel = 2;
  }

  protected override willUpdate(): void {
    const { instrument } = this;
    const responses = this.responses ?? this.querySelector(':scope > script[type="application/json"]')?.textContent;
    if (typeof responses === 'string' && !parsed(responses) && !isPageHere(this)) return;
    const given = [responses, instrument];
    if (same(given, this.#given)) return;
    this.#given = given;
    this.#gap = responses ? (this.#read(parsed(responses), instrument) ?? this.#gap) : undefined;
  }

  #read(records: unknown, given: unknown = (records as Partial<Response>[] | null)?.[0]?.instrument?.id): Gap | undefined {
    const refuse = (code: string, message: string): undefined => report(this, code, message) as undefined;
    const read = typeof given === 'object' ? readDefinition(given) : undefined;
    if (read && !read.ok) return refuse('bad-instrument', inWords(read.problems));
    const definition = read?.definition ?? findDefinition(String(given));
    if (!definition) {
      onRegistered(this.#lookAgain);
      return refuse('unknown-instrument', `No instrument is registered as "${given}"`);
    }
    const gap = perspectiveGap(definition, records);
    return gap.ok ? gap : refuse('bad-responses', inWords(gap.problems));
  }

  protected override render(): TemplateResult {
    if (!this.#gap) return html`<slot></slot>`;
    const { instrument, lines, counts } = this.#gap;
    const { title, language, direction } = instrument;
    const { headingLevel } = this;
    const words: Record<string, string> = { ...common, ...absenceWords, ...gapWords, ...this.strings };
    // No landmark: a course shows several of these, all of one name.
    return html`<section role="group" lang=${language} dir=${direction ?? nothing} aria-labelledby="title">
      ${heading(headingLevel, title, 'title', 'title')}
      <p part="summary">${fill(words.summary!, { ...counts, lines: lines.length })}</p>
      <p class="help" part="note">${words.note}</p>
      ${lines.map((line, i) => [
        line.group && line.group !== lines[i - 1]?.group
          ? heading(headingLevel, line.group, 'group-title', `g${i}`, 1)
          : '',
        lineTemplate(line, words),
      ])}
      ${licenceNotice(instrument.licence)}
    </section>`;
  }
}

function lineTemplate(line: GapLine, words: Record<string, string>): TemplateResult {
  const { outcome, text, sides, options } = line;
  const nameOf = ({ perspective }: GapSide): string => words[perspective] ?? perspective;
  const answerOf = (side: GapSide): string =>
    side.state !== 'answered' ? (side.text ?? words[side.state === 'blank' ? 'leftBlank' : side.state]!)
    : typeof side.values[0] === 'boolean' ? words[side.values[0] ? 'yes' : 'no']!
    : side.text;
  const isAll = outcome === 'agree' && sides.every(({ state }) => state === 'answered');
  const said = isAll
    ? fill(words[sides[2] ? 'all' : 'both']!, { answer: answerOf(sides[0]!) })
    : [
        sides.map((side) => `${nameOf(side)}: ${answerOf(side)}. `),
        fill(words['steps' in line ? 'steps' : outcome]!, line as never),
      ];
  return html`<div class=${outcome} part="line ${outcome}">
    <p class="help" part="text">${text}</p>
    <p part="words">${said}</p>
    ${options[0] && html`<p class="help scale" part="scale" aria-hidden="true">
      ${options[0]}${options.map((_, place) => {
        const here = sides.filter((side) => 'place' in side && side.place === place);
        return html`<span>${here[0] ? here.map((side) => html`<b>${nameOf(side)[0]}</b>`) : html`<b></b>`}</span>`;
      })}${options.at(-1)}
    </p>`}
  </div>`;
}
