import type { PropertyDeclarations } from '../../ui/lit/lit.ts';
import type { InstrumentDefinition } from '../../core/instrument/definition.ts';
import type { Instrument } from '../../core/instrument/instrument.ts';
import type { Overlay } from '../../core/instrument/overlay.ts';
import { inWords } from '../../core/plain-data/problem.ts';
import { takeDefinition, type ReadDefinition } from '../../core/instrument/read-definition.ts';
import type { Prefill } from '../../core/answering/initial-values.ts';
import { nested, type Structure } from '../../core/answering/structure.ts';
import { findDefinition, onRegistered } from '../../instruments/registry.ts';
import * as takes from '../../ui/host/host-input.ts';
import { isPageHere } from '../../ui/host/page-here.ts';
import { parsed } from '../../ui/host/parsed.ts';
import { itemViews } from '../../ui/questionnaire/items/index.ts';
import type { SupportFor } from '../../ui/questionnaire/items/item-support.ts';
import type { FhirContext } from './fhir-context.ts';
import type { Extension } from '../../ui/questionnaire/extension.ts';
import { QuestionnaireElement } from '../../ui/questionnaire/questionnaire-element.ts';
import { scoreTemplate, type ScoreKey } from '../../ui/questionnaire/templates/score-template.ts';
import { report } from '../../ui/host/report.ts';
import { whileConnected } from '../../ui/host/while-connected.ts';
import { licenceNotice, whose } from '../../ui/templates/licence-notice.ts';
import type { Strings } from '../../ui/text/catalogue.ts';
import type { FormKey } from '../../ui/text/keys.ts';
import type { Messages } from '../../ui/text/messages.ts';
import { score } from '../../ui/text/locales/en/score.ts';

/** What a form has beside its definition. */
export interface FormExtras {
  /** What the person reads about the form, below its items. `hasProblems`: something in it does not work. */
  note?: ((t: Messages<FormKey>, hasProblems: boolean) => unknown) | undefined;
  /** What is not presented as the form says, for a developer. */
  limits?: string | undefined;
  /** The form's own translation into a language. */
  overlay?: ((language: string) => Overlay | undefined) | undefined;
  /** The code that runs it. */
  structure?: Structure | undefined;
  /** Values at the start of its items. */
  prefill?: readonly Prefill[] | undefined;
  /** The form with the answers of a server, in place of this one. Never rejects. */
  later?: Promise<FormExtras & { definition: InstrumentDefinition }> | undefined;
}

/** Reads what the host gives as the form. Undefined: not yet, because the code for it is on its way. */
export type ReadForm = (data: unknown, context: FhirContext | undefined) => (ReadDefinition & FormExtras) | undefined;

/**
 * @summary Presents any instrument: one that is registered by name, or one that the host gives.
 * @tag attune-questionnaire
 * @csspart licence - The owner of the wording, and a link to the terms of use.
 * @csspart suggestions - The list below a field that finds answers while the person writes.
 * @csspart suggestion - One answer in that list.
 * @csspart chosen - The answers that the person has chosen from it, if the item takes several.
 * @csspart translation - In the score: the language of the wording, and the standing of its translation.
 */
export class AttuneQuestionnaire extends QuestionnaireElement {
  protected static override itemSupport = { views: itemViews, structure: nested } satisfies SupportFor<InstrumentDefinition>;
  protected static readForm: ReadForm = (data) => takeDefinition(data);
  static override properties: PropertyDeclarations = {
    instrument: { takes: takes.instrument, code: 'bad-instrument' },
    options: { takes: takes.data, code: 'bad-options' },
    fhirContext: { attribute: false, takes: takes.objectWith('launchContext', 'query', 'questionnaire', 'expandValueSet', 'subQuestionnaire') },
  };

  /**
   * The name of a registered instrument, a definition, or an instrument that `getInstrument` returned; with
   * `attune-elements/define/fhir-questionnaire` also a FHIR Questionnaire. Without it, a child
   * `<script type="application/json">` is read. The type includes `object` for imported JSON files. The content is checked
   * when it is set; mistakes are reported as `bad-instrument`.
   */
  declare instrument: string | InstrumentDefinition | Instrument | object | undefined;
  /** Values for the instrument's options. As an attribute: JSON. */
  declare options: Record<string, string> | string | undefined;
  /**
   * What a FHIR form can use: `expandValueSet` and `subQuestionnaire` for `attune-elements/define/fhir-questionnaire`, the others for its expressions, with
   * `attune-elements/define/fhir-expressions`. Set another object to change something in it.
   */
  declare fhirContext: FhirContext | undefined;
  declare strings: Strings<FormKey | ScoreKey> | undefined;

  protected override readonly extension: Extension = {
    definition: () => this.#definition(),
    options: () => this.#options(),
    overlay: (language) => this.#extras.overlay?.(language),
    structure: () => this.#extras.structure,
    prefill: () => this.#extras.prefill,
    extra: ({ licence }, _record, _isSent, hasProblems) => [this.#extras.note?.(this.t(), hasProblems), licenceNotice(licence)],
    copyNotes: ({ licence }) => [{ label: whose(licence), text: licence.licenceUrl }],
    scoreTemplate,
    messages: { score },
  };
  /** The options that were reported last. */
  #badOptions = '';
  /** What `#read` was read from, and with. */
  #given: unknown;
  #readWith: ReadForm | undefined;
  #readIn: FhirContext | undefined;
  #read: InstrumentDefinition | undefined;
  #extras: FormExtras = {};
  /** What was reported last as not presented. */
  #limits: string | undefined;
  /** The mistake in a definition that was reported last. */
  #refused = '';

  constructor() {
    super();
    whileConnected(this, () => onRegistered(() => this.#read || this.requestUpdate()));
  }

  #definition(): InstrumentDefinition | undefined {
    const { instrument, fhirContext } = this;
    const given = instrument || this.querySelector?.(':scope > script[type$=json]')?.textContent;
    const { readForm } = this.constructor as typeof AttuneQuestionnaire;
    const isSame = given === this.#given && readForm === this.#readWith && fhirContext === this.#readIn;
    if (isSame && (this.#read || this.#refused || !given)) return this.#read;
    const isNew = given !== this.#given;
    const [before, extras] = [this.#read, this.#extras];
    this.#given = given;
    this.#readWith = readForm;
    this.#readIn = fhirContext;
    this.#read = undefined;
    this.#extras = {};
    if (!given) return undefined;
    if (typeof instrument === 'string' && instrument) {
      this.#refused = '';
      this.#read = findDefinition(instrument);
      if (!this.#read && isNew) report(this, 'unknown-instrument', instrument);
      return this.#read;
    }
    const data = typeof given === 'string' ? parsed(given) : definitionOf(given);
    const read = readForm(data, fhirContext);
    if (!read) {
      this.#extras = extras;
      return (this.#read = before);
    }
    // A framework may set an equal definition again at each render.
    if (read.ok) {
      const isEqual = JSON.stringify(read.definition) === JSON.stringify(before);
      this.#read = isEqual ? before : read.definition;
      this.#refused = '';
      if (!isEqual) this.#limits = undefined;
      this.#take(read);
    } else if (typeof given === 'string' && !isPageHere(this)) this.#given = undefined;
    else this.#refuse(inWords(read.problems));
    return this.#read;
  }

  #take(extras: FormExtras): void {
    this.#extras = extras;
    const { limits, later } = extras;
    if (limits && limits !== this.#limits) report(this, 'limited-form', limits);
    this.#limits = limits;
    void later?.then((more) => {
      if (this.#extras !== extras) return;
      if (JSON.stringify(more.definition) !== JSON.stringify(this.#read)) this.#read = more.definition;
      this.#take(more);
      this.requestUpdate();
    });
  }

  #refuse(mistake: string): void {
    if (mistake !== this.#refused) report(this, 'bad-instrument', mistake);
    this.#refused = mistake;
  }

  #options(): Record<string, string> {
    const { instrument, options } = this;
    if (typeof options === 'string') {
      const given = parsed(options);
      if (typeof given === 'object' && given) return given as Record<string, string>;
      if (options && options !== this.#badOptions) report(this, 'bad-options', 'options: Must be object, as JSON');
      this.#badOptions = options;
      return {};
    }
    return options ?? (isSettled(instrument) ? instrument.options : {});
  }
}

/** Whether this is an instrument from `getInstrument`, not a definition. */
function isSettled(given: unknown): given is Instrument {
  const options = (given as Partial<Instrument> | undefined)?.options;
  return !!options && Object.values(options).every((value) => typeof value === 'string');
}

/** A definition of the same instrument. Each option has only the value that it was settled with. */
function definitionOf(given: unknown): unknown {
  if (!isSettled(given)) return given;
  const options = Object.entries(given.options).map(([name, value]) => [name, { values: [value], default: value }]);
  return { ...given, options: Object.fromEntries(options) };
}
