import { html, LitElement, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { AgendaLine } from '../../core/agenda.ts';
import type { InstrumentDefinition } from '../../core/definition.ts';
import { fill } from '../../core/fill.ts';
import type { Instrument, Item, Value } from '../../core/instrument.ts';
import { readResponse } from '../../core/read-response.ts';
import { resolveInstrument } from '../../core/resolve-instrument.ts';
import type { Answer, Response } from '../../core/response.ts';
import { score, type Score } from '../../core/score.ts';
import { createSession, type Instance, type RecordDetails, type Session, type Snapshot } from '../../core/session.ts';
import { AttuneAnswerEvent } from '../../events/answer-event.ts';
import { AttunePageEvent } from '../../events/page-event.ts';
import { AttuneSubmitEvent } from '../../events/submit-event.ts';
import { baseStyles } from '../base.styles.ts';
import { CrisisNotice } from '../crisis-notice.ts';
import { veilEvents } from '../event-veil.ts';
import { FormAssociated } from '../form-associated.ts';
import { IdleEraser } from '../idle-eraser.ts';
import { newId } from '../new-id.ts';
import { now } from '../now.ts';
import { printCopy, saveCopy, type OwnCopy } from '../own-copy.ts';
import { report } from '../report.ts';
import { software } from '../software.ts';
import { SubmissionController, type SubmitOutcome } from '../submission-controller.ts';
import { words, type Words } from '../words.ts';
import { answerLines } from './answer-lines.ts';
import { heading } from './heading.ts';
import { itemsTemplate, type ItemContext, optionsFor } from './item-template.ts';
import { problemText } from './problem-text.ts';
import { questionnaireStyles } from './questionnaire.styles.ts';
import { resultTemplate } from './result-template.ts';

const STATES = ['sending', 'saved', 'sent', 'failed', 'incomplete'] as const;
let count = 0;

/**
 * The engine: presents one instrument and takes its record to the host. What is asked comes from `definition()` and
 * `instrumentOptions()`; the questionnaires are this class with their own instrument.
 */
export abstract class QuestionnaireElement extends FormAssociated(LitElement) {
  static override styles = [baseStyles, questionnaireStyles];
  static override properties: PropertyDeclarations = {
    value: { noAccessor: true },
    strings: { attribute: false },
    layout: {},
    required: { type: Boolean },
    readonly: { type: Boolean },
    headingLevel: { type: Number, attribute: 'heading-level' },
    who: {},
    when: {},
    kept: {},
    result: {},
    privacy: {},
    review: { type: Boolean },
    quickHide: { type: Boolean, attribute: 'quick-hide' },
    idleMinutes: { type: Number, attribute: 'idle-minutes' },
    subject: {},
    encounter: {},
    author: {},
    view: { state: true },
  };

  /** `list`: all items on one page; `paged`: three at a time. */
  declare layout: 'list' | 'paged';
  /** Every item must be answered or left out before sending. */
  declare required: boolean;
  /** Shows the answers and allows no change; they are still submitted with a form. */
  declare readonly: boolean;
  /** Level of the title's heading, 2 to 6. */
  declare headingLevel: number;
  /** Who will see the answers: "Your therapist". */
  declare who: string | undefined;
  /** When they will see them: "before your next session". */
  declare when: string | undefined;
  /** Where the answers are kept: "in your clinic's records". */
  declare kept: string | undefined;
  /** What is shown after sending. `score` is refused for instruments that a client fills in. */
  declare result: 'none' | 'words' | 'score';
  /** `shared`: for a device that others use: never restored, no copy, erased when idle. */
  declare privacy: 'personal' | 'shared';
  /** Shows the answers once more before they are sent. */
  declare review: boolean;
  /** Offers a button that blanks the widget at once. */
  declare quickHide: boolean;
  /** With `privacy="shared"`: minutes without a touch until the answers are erased. */
  declare idleMinutes: number;
  /** The host's id for the person, put into the record. */
  declare subject: string | undefined;
  /** The host's id for the session, put into the record. */
  declare encounter: string | undefined;
  /** Who fills it in, put into the record. */
  declare author: 'client' | 'therapist' | 'observer' | undefined;
  /** Interface words of the host's own, over the built-in ones. */
  declare strings: Partial<Words> | undefined;
  declare private view: 'form' | 'review' | 'copy' | 'erase' | 'erased' | 'hidden';

  #uid = `a${(++count).toString(36)}-${Math.random().toString(36).slice(2, 6)}-`;
  #session: Session | undefined;
  #definition: InstrumentDefinition | undefined;
  #optionsKey = '';
  #hostValue: Response | undefined;
  #pendingValue: { value: unknown } | undefined;
  #told = false;
  #errors: ReadonlySet<string> = new Set();
  #context: ItemContext | undefined;
  #refused = false;
  #submission = new SubmissionController(
    this,
    (record, onLate) => {
      const { instrument } = this.#session!;
      const agenda = this.agendaOf(instrument, record);
      return new AttuneSubmitEvent({ response: record, score: score(instrument, record), ...(agenda && { agenda }) }, onLate);
    },
    (record) => {
      if (this.#session?.current.response.id === record.id) this.#session.reset();
      this.#hostValue = undefined;
    },
  );
  #crisis = new CrisisNotice(this, () => this.#session?.instrument.audience === 'client');
  #idle = new IdleEraser(
    this,
    () => (this.privacy === 'shared' && !this.#isUntouched ? this.idleMinutes : 0),
    () => this.#erase(),
  );

  constructor() {
    super();
    this.layout = 'list';
    this.headingLevel = 2;
    this.result = 'none';
    this.privacy = 'personal';
    this.idleMinutes = 5;
    this.view = 'form';
  }

  /** What is asked, its options open; `undefined` while the host has not given it. */
  protected abstract definition(): InstrumentDefinition | undefined;
  protected instrumentOptions(): Record<string, string> {
    return {};
  }
  /** Answers that the host gives for hidden items. */
  protected givenAnswers(): readonly Answer[] {
    return [];
  }
  protected agendaOf(_instrument: Instrument, _record: Response): AgendaLine[] | undefined {
    return undefined;
  }
  /** What stands under the items, and after sending. */
  protected extra(_instrument: Instrument, _record: Response): unknown {
    return nothing;
  }
  /** What stands under a group's heading. */
  protected groupNote(_instance: Instance, _instrument: Instrument): unknown {
    return nothing;
  }

  // --- What the host reads and does -------------------------------------------------------------------------------

  /** The record: `in-progress` while it is filled in, `completed` once sent; `null` when blank. Setting it is silent. */
  get value(): Response | null {
    const session = this.#settle();
    const { submission } = this.#submission;
    if (submission.state === 'sent' || submission.state === 'sending') return submission.record;
    return !session || session.current.pristine ? null : session.current.response;
  }
  set value(value: Response | string | null) {
    this.#pendingValue = { value };
    if (this.hasUpdated) this.#settle();
    else this.requestUpdate();
  }

  /** The score of the answers so far. */
  get score(): Score | undefined {
    const session = this.#settle();
    return session && score(session.instrument, session.current.response);
  }

  /** Blank, under a new id. */
  reset(): void {
    this.#hostValue = undefined;
    this.#startOver();
  }

  /** What the send button does. Resolves when it is known what became of the record. */
  async submit(): Promise<SubmitOutcome> {
    const session = this.#settle();
    if (!session || this.isDisabled) return 'incomplete';
    if (this.form) {
      report(this, 'in-form', 'Inside a form the form does the sending');
      return 'prevented';
    }
    const { state } = this.#submission.submission;
    if (state !== 'sending' && state !== 'failed' && !this.#mayLeave(session.current)) return 'incomplete';
    const record = session.record(this.#details());
    session.markSent();
    this.view = 'form';
    return this.#submission.send(record);
  }

  /** Shows what is missing or wrong, and moves the focus there. */
  reportValidity(): boolean {
    this.#settle();
    const valid = this.internals.checkValidity();
    if (!valid) this.formShowProblems(true);
    return valid;
  }

  /** The host has kept the record with this id. */
  acknowledge(id: string): void {
    this.#submission.acknowledge(id);
  }

  /** The host could not keep the record with this id. */
  fail(id: string): void {
    this.#submission.fail(id);
  }

  // --- The session ------------------------------------------------------------------------------------------------

  /** The session for what the attributes ask for now, with what the host set as value. */
  #settle(): Session | undefined {
    const definition = this.definition();
    if (!definition) return undefined;
    const options = this.instrumentOptions();
    const key = JSON.stringify(options);
    if (definition !== this.#definition || key !== this.#optionsKey) {
      this.#definition = definition;
      this.#optionsKey = key;
      this.#start(definition, options);
    }
    if (this.#session && this.#pendingValue) {
      const { value } = this.#pendingValue;
      this.#pendingValue = undefined;
      this.#take(this.#session, value);
    }
    return this.#session;
  }

  #start(definition: InstrumentDefinition, options: Record<string, string>): void {
    const resolved = resolveInstrument(definition, options);
    if (!resolved.ok) {
      report(this, 'bad-instrument', resolved.problems.map(({ path, message }) => `${path}: ${message}`).join('; '));
      return;
    }
    const old = this.#session;
    if (old && !old.current.pristine && old.current.response !== this.#hostValue) {
      report(this, 'instrument-in-use', 'It was begun already; call reset() before another one is asked');
      return;
    }
    const restore = this.#hostValue && readResponse(resolved.instrument, this.#hostValue);
    const { instrument } = resolved;
    this.#session = createSession(instrument, {
      newId,
      now,
      locale: this.closest<HTMLElement>('[lang]')?.lang || instrument.language,
      software,
      given: this.givenAnswers(),
      ...(restore?.ok && { restore: restore.response }),
    });
    this.#session.subscribe((snapshot) => this.#onSession(snapshot));
    this.#context = undefined;
    this.#onSession(this.#session.current);
  }

  #take(session: Session, value: unknown): void {
    if (value === null || value === undefined || value === '') {
      this.reset();
      return;
    }
    let given = value;
    try {
      if (typeof value === 'string') given = JSON.parse(value);
    } catch {
      // The string itself is refused below.
    }
    const read = readResponse(session.instrument, given);
    if (!read.ok) {
      report(this, 'bad-value', read.problems.map(({ path, message }) => `${path}: ${message}`).join('; '));
      return;
    }
    this.#hostValue = read.response;
    this.#startOver(read.response);
  }

  #startOver(restore?: Response): void {
    this.#told = false;
    this.#errors = new Set();
    this.#refused = false;
    this.view = 'form';
    this.#submission.reset();
    this.#session?.reset(restore);
    this.requestUpdate();
  }

  get #isUntouched(): boolean {
    return !this.#session || (this.#session.current.pristine && this.#submission.submission.state === 'idle');
  }

  #details(): RecordDetails {
    const { subject, encounter, author } = this;
    const disclosure = this.#disclosure();
    return {
      ...(disclosure && { disclosure }),
      ...(subject && { subject }),
      ...(encounter && { encounter }),
      ...(author && { author }),
    };
  }

  /** The words that tell who will see the answers: the host's slot, else built from the attributes. */
  #disclosure(): string {
    const slotted = this.querySelector(':scope > [slot="who-sees"]')?.textContent?.trim();
    if (slotted) return slotted;
    const { who, when, kept } = this;
    const text = this.#words;
    const seen = who && fill(text.whoSees, { who, when: when ?? '' }).replace(' .', '.');
    return [seen, kept && fill(text.whereKept, { kept })].filter(Boolean).join(' ');
  }

  get #words(): Words {
    return this.strings ? { ...words, ...this.strings } : words;
  }

  #onSession(snapshot: Snapshot): void {
    this.requestUpdate();
    const { form } = this;
    const name = this.name || this.#session!.instrument.id;
    const keep = this.privacy !== 'shared' && !snapshot.pristine;
    this.setFormContent({
      entries: form && !snapshot.pristine ? this.#entries(name, snapshot) : [],
      state: keep ? JSON.stringify(snapshot.response) : null,
    });
    this.#validate(snapshot);
  }

  /** The whole record under the widget's name, and each answer by itself for plain form mailers. */
  #entries(name: string, { response }: Snapshot): [string, string][] {
    const record = this.#session!.record(this.#details());
    return [
      [name, JSON.stringify(record)],
      ...response.answers.flatMap((answer): [string, string][] =>
        (answer.state === 'answered' ? answer.values : [answer.state]).map((value) => [`${name}.${answer.item}`, String(value)]),
      ),
    ];
  }

  /** Items that stop the sending: unusable ones, and blank ones that must not be. */
  #wrong({ rejected, blank, instances }: Snapshot): string[] {
    const needed = this.required ? blank : blank.filter((key) => find(instances, key)?.item.required);
    return [...rejected, ...needed];
  }

  #validate(snapshot: Snapshot): void {
    const [first] = this.#wrong(snapshot);
    const instance = first === undefined ? undefined : find(snapshot.instances, first);
    if (!instance) {
      this.internals.setValidity({});
      return;
    }
    const anchor = this.#control(instance.key);
    const flags = instance.rejected ? { badInput: true } : { valueMissing: true };
    this.internals.setValidity(flags, problemText(instance, this.#words), anchor ?? undefined);
  }

  /** Whether the answers may go now; else the person is shown what to look at. */
  #mayLeave(snapshot: Snapshot): boolean {
    const { view } = this;
    if (this.#wrong(snapshot).length) {
      this.formShowProblems(true);
      return false;
    }
    if (snapshot.blank.length && !this.#told) {
      this.#told = true;
      this.view = 'form';
      this.#focus('.summary');
      return false;
    }
    if (this.review && view !== 'review') {
      this.view = 'review';
      this.#focus('.title');
      return false;
    }
    return true;
  }

  // --- What the form does -----------------------------------------------------------------------------------------

  protected override formReset(): void {
    this.#startOver(this.#hostValue);
  }
  protected override formRestore(state: string): void {
    const session = this.#settle();
    if (!session || this.privacy === 'shared') return;
    try {
      const read = readResponse(session.instrument, JSON.parse(state));
      if (read.ok) session.reset(read.response);
    } catch {
      // What the browser kept is of an older shape; the person starts blank.
    }
  }
  protected override formShowProblems(focus: boolean): void {
    if (!this.#session) return;
    this.#errors = new Set(this.#wrong(this.#session.current));
    this.view = 'form';
    this.requestUpdate();
    if (focus) this.#focus('.summary');
  }
  protected override formFocus(): void {
    this.renderRoot.querySelector<HTMLElement>('.items input,.items textarea')?.focus();
  }
  protected override formRefuse(): void {
    this.#refused = true;
    this.requestUpdate();
    report(this, 'form-get', 'The form would put answers into an address; use method="post"');
  }
  protected override formSubmitted(): void {
    this.#refused = false;
    this.#session?.markSent();
  }

  // --- What the person does ---------------------------------------------------------------------------------------

  #instanceOf(event: Event): Instance | undefined {
    const key = (event.target as Element).closest<HTMLElement>('[data-key]')?.dataset.key;
    return key === undefined ? undefined : find(this.#session!.current.instances, key);
  }

  #onChange = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const instance = this.#instanceOf(event);
    if (!instance) return;
    const { item, at } = instance;
    if (input.type !== 'radio' && input.type !== 'checkbox') {
      if (item.type !== 'text') this.#answer(instance, [input.validity.badInput ? '?' : numberOf(item, input.value)]);
      return;
    }
    const inputs = [...input.closest('.options,.tick')!.querySelectorAll('input')];
    const options = optionsFor(item, this.#itemContext());
    const { absent } = options[inputs.indexOf(input)]!;
    if (absent && input.checked) {
      this.#session!.leaveOut(item.id, absent, at);
      this.#changed(item);
    } else {
      const values = options.filter((option, i) => !option.absent && inputs[i]!.checked);
      this.#answer(instance, values.map(({ value }) => value!));
    }
  };

  #onInput = (event: Event): void => {
    const instance = this.#instanceOf(event);
    if (instance?.item.type === 'text') this.#answer(instance, [(event.target as HTMLInputElement).value]);
  };

  #answer({ item, at }: Instance, values: Value[]): void {
    this.#session!.answer(item.id, values, at);
    this.#changed(item);
  }

  #changed(item: Item): void {
    const { answered, total } = this.#session!.current;
    this.#submission.edit();
    this.#refused = false;
    if (this.#errors.size) {
      const wrong = this.#wrong(this.#session!.current);
      this.#errors = new Set([...this.#errors].filter((key) => wrong.includes(key)));
    }
    this.#idle.stay();
    this.dispatchEvent(new AttuneAnswerEvent({ item: item.id, answered, total }));
  }

  #onClick = (event: Event): void => {
    const target = event.target as HTMLElement;
    if (this.readonly && target.matches('input')) event.preventDefault();
    const action = target.dataset.do;
    if (action) this.#actions[action]?.(event);
  };

  #actions: Record<string, (event: Event) => void> = {
    clear: (event) => {
      const instance = this.#instanceOf(event)!;
      this.#session!.clear(instance.item.id, instance.at);
      this.#changed(instance.item);
      this.#focusControl(instance.key);
    },
    add: (event) => {
      const { item, at } = this.#instanceOf(event)!;
      this.#session!.add(item.id, at.slice(0, -1));
      this.#changed(item);
      const key = [item.id, ...at.slice(0, -1), (at.at(-1) ?? 0) + 1].join('.');
      this.#focus(`[data-key="${key}"] :is(input,textarea)`);
    },
    remove: (event) => {
      const { item, at } = this.#instanceOf(event)!;
      this.#session!.remove(item.id, at);
      this.#changed(item);
      this.#focus('[data-do=add]');
    },
    go: (event) => {
      event.preventDefault();
      this.#goTo((event.target as HTMLElement).dataset.to!);
    },
    back: () => this.#turn(-1),
    next: () => this.#turn(1),
    send: () => void this.submit(),
    edit: () => {
      this.#submission.edit();
      this.#show('form');
    },
    copy: () => this.#show('copy'),
    erase: () => this.#show('erase'),
    eraseYes: () => this.#erase(),
    form: () => this.#show('form'),
    hide: () => {
      this.view = 'hidden';
      this.#focus('button');
    },
    again: () => {
      this.#startOver();
      this.#focus('.title');
    },
    print: () => printCopy(this.renderRoot as ShadowRoot, this.#ownCopy()),
    save: () => saveCopy(this.#ownCopy()),
  };

  #show(view: typeof this.view): void {
    this.view = view;
    this.#focus('.title');
  }

  #erase(): void {
    this.#hostValue = undefined;
    this.#startOver();
    this.view = 'erased';
    this.#focus('.title');
  }

  #turn(by: number): void {
    this.#session!.goTo(this.#session!.current.page + by);
    this.#paged();
    this.#focus('.page');
  }

  #paged(): void {
    const { page, pages } = this.#session!.current;
    this.dispatchEvent(new AttunePageEvent({ page, pages: pages.length }));
  }

  #goTo(key: string): void {
    const { pages, page } = this.#session!.current;
    const to = pages.findIndex((instances) => find(instances, key)) + 1;
    if (this.layout === 'paged' && to && to !== page) {
      this.#session!.goTo(to);
      this.#paged();
    }
    this.view = 'form';
    this.#focusControl(key);
  }

  #control(key: string): HTMLElement | null {
    return this.renderRoot.querySelector(`[data-key="${key}"] :is(input,textarea)`);
  }
  #focusControl(key: string): void {
    void this.updateComplete.then(() => this.#control(key)?.focus());
  }
  /** Only ever after something that the person did. */
  #focus(selector: string): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(selector)?.focus());
  }

  // --- What is shown ----------------------------------------------------------------------------------------------

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    veilEvents(root as ShadowRoot);
    return root;
  }

  protected override willUpdate(changed: PropertyValues): void {
    const session = this.#settle();
    if (['strings', 'required', 'readonly', 'layout', 'headingLevel'].some((name) => changed.has(name))) {
      this.#context = undefined;
    }
    if (session && (changed.has('required') || changed.has('name') || changed.has('privacy') || changed.has('who'))) {
      this.#onSession(session.current);
    }
  }

  protected override firstUpdated(): void {
    if (this.#session) this.#validate(this.#session.current); // now that there is something to anchor it to
    if (this.#crisis.isHere && !this.querySelector('[slot=crisis]')) {
      report(this, 'no-crisis-slot', 'Put your own local help into slot="crisis"');
    }
    if (this.result === 'score' && this.#session?.instrument.audience === 'client') {
      report(this, 'result-refused', 'A score is shown to clinicians and observers only');
    }
  }

  protected override updated(): void {
    const { state } = this.#submission.submission;
    for (const name of STATES) {
      const on = name === state || (name === 'incomplete' && !!this.#session?.current.blank.length);
      try {
        this.internals.states[on ? 'add' : 'delete'](name);
      } catch {
        // Chromium before 125 takes only names that begin with two dashes.
        this.internals.states[on ? 'add' : 'delete'](`--${name}`);
      }
    }
  }

  #itemContext(): ItemContext {
    const { instrument } = this.#session!;
    return (this.#context ??= {
      instrument,
      words: this.#words,
      uid: this.#uid,
      level: this.headingLevel + 1,
      required: this.required,
      readonly: this.readonly,
      skippable: this.layout === 'paged',
      options: new Map(),
      optionSets: new Map(),
      answersAt: (at) => {
        const near: Record<string, string> = {};
        for (const answer of this.#session!.current.response.answers) {
          if (answer.state === 'answered' && answer.at?.every((n, i) => n === at[i])) near[answer.item] = answer.values.join(', ');
        }
        return near;
      },
      groupNote: (instance) => this.groupNote(instance, instrument),
    });
  }

  #ownCopy(): OwnCopy {
    const session = this.#session!;
    const { submission } = this.#submission;
    // After sending the widget itself is blank; what was sent is read back from the record.
    const shown =
      'record' in submission
        ? createSession(session.instrument, { newId, now, locale: '', software, restore: submission.record })
        : session;
    const context = this.#itemContext();
    const text = (instance: Instance): string => fill(instance.item.text, context.answersAt(instance.at));
    return {
      title: session.instrument.title,
      lines: answerLines(shown.current.instances, context.words, text, (item) => optionsFor(item, context)),
    };
  }

  protected override render(): unknown {
    const session = this.#session;
    if (!session) return html`<slot></slot>`;
    const text = this.#words;
    if (this.view === 'hidden') return html`<button type="button" @click=${() => this.#show('form')}>${text.show}</button>`;
    const { state } = this.#submission.submission;
    return html`<section part="base" aria-labelledby="title" @change=${this.#onChange} @input=${this.#onInput} @click=${this.#onClick}>
      ${heading(this.headingLevel, this.view === 'review' ? text.reviewTitle : session.instrument.title, 'title', 'title')}
      ${this.quickHide ? button('hide', text.hide, 'quiet') : nothing}
      ${this.#view(session, text, state)}
      <div class="status" role="status" part="status">${this.#statusText(text, state)}</div>
      ${this.#idle.warning ? html`<p class="notice" role="alert">${text.idle} ${button('stay', text.stay)}</p>` : nothing}
    </section>`;
  }

  #view(session: Session, text: Words, state: string): TemplateResult {
    switch (this.view) {
      case 'erase':
        return html`<p>${text.eraseAsk}</p>
          <div class="actions">${button('eraseYes', text.eraseYes, 'main')} ${button('form', text.eraseNo)}</div>`;
      case 'erased':
        return html`<p>${text.erased}</p>
          <div class="actions">${button('again', text.startAgain)}</div>`;
      case 'copy':
        return this.#copyView(text);
      case 'review':
        return html`${linesTemplate(this.#ownCopy())}
          <div class="actions">${this.#sendButton(session, text, state)} ${button('form', text.editAnswers)}</div>`;
      default:
        return state === 'saved' || state === 'sent' ? this.#thanks(session, text, state) : this.#form(session, text, state);
    }
  }

  #copyView(text: Words): TemplateResult {
    return html`${linesTemplate(this.#ownCopy())}
      <div class="actions">
        ${button('print', text.print, 'main')} ${button('save', text.save)} ${button('form', text.close)}
      </div>`;
  }

  #form(session: Session, text: Words, state: string): TemplateResult {
    const { current, instrument } = session;
    const { page, pages, total } = current;
    const paged = this.layout === 'paged';
    const isFirst = !paged || page === 1;
    const isLast = !paged || page === pages.length;
    const locked = this.isDisabled || state === 'sending';
    const minutes = instrument.minutes ?? Math.max(1, Math.round(total / 6));
    const context = this.#itemContext();
    return html`${isFirst
        ? html`<div class="intro" part="intro">
            <slot name="intro">${instrument.intro ? html`<p>${instrument.intro}</p>` : nothing}</slot>
            <p>${fill(text.length, { total, minutes })} ${text.stop}</p>
          </div>`
        : nothing}
      ${this.#crisisTemplate(text, isFirst)}
      ${isFirst
        ? html`<p class="who" part="who-sees"><slot name="who-sees">${this.#disclosure() || text.whoSeesMissing}</slot></p>
            ${instrument.stem ? html`<p class="stem">${instrument.stem}</p>` : nothing}
            ${instrument.note ? html`<p class="help">${instrument.note}</p>` : nothing}`
        : nothing}
      <div class="progress" part="progress">
        <span class="page" tabindex="-1"
          >${paged ? fill(text.page, { page, pages: pages.length }) + '. ' : nothing}${fill(text.progress, {
            answered: current.answered,
            total,
          })}</span
        >
        <progress max=${total || 1} .value=${current.answered} aria-label=${fill(text.progress, { answered: current.answered, total })}></progress>
      </div>
      <fieldset class="items" part="items" role="none" ?disabled=${locked}>
        ${itemsTemplate(paged ? pages[page - 1]! : current.instances, context, this.#errors)}
      </fieldset>
      ${this.extra(instrument, current.response)}
      ${instrument.audience === 'client' && isLast
        ? html`<p class="help" part="concern"><slot name="concern">${text.concern}</slot></p>`
        : nothing}
      ${this.#summary(current, text)}
      <div class="actions" part="actions">
        ${paged && page > 1 ? button('back', text.back) : nothing}
        ${paged && !isLast ? button('next', text.next, 'main') : nothing}
        ${this.form || !(isLast || current.answered) ? nothing : this.#sendButton(session, text, state)}
        ${this.privacy === 'shared' || current.pristine ? nothing : button('copy', text.copy, 'quiet')}
        ${button('erase', text.erase, 'quiet')}
      </div>`;
  }

  #sendButton({ current }: Session, text: Words, state: string): TemplateResult {
    const sending = state === 'sending';
    const label =
      sending ? text.sending : state === 'failed' ? text.retry : this.review && this.view !== 'review' ? text.review : current.blank.length ? text.sendPart : text.send;
    const { submission } = this.#submission;
    const slow = 'slow' in submission && submission.slow;
    const later = this.layout === 'paged' && current.page < current.pages.length;
    return html`<button
      type="button"
      class=${later ? 'quiet' : 'main'}
      part="submit"
      data-do="send"
      ?disabled=${this.isDisabled}
      aria-disabled=${sending && !slow ? 'true' : nothing}
    >
      ${slow ? text.retry : label}
    </button>`;
  }

  #statusText(text: Words, state: string): string {
    const { submission } = this.#submission;
    if (this.#refused) return text.formGet;
    if (state === 'sending') return 'slow' in submission && submission.slow ? text.stillSending : text.sending;
    if (state === 'failed') return text.failed;
    if (state === 'sent') return text.sent;
    if (state !== 'saved') return '';
    const { who, when } = this;
    return who && when ? fill(text.saved, { who, when }) : text.savedPlain;
  }

  #crisisTemplate(text: Words, inFull: boolean): unknown {
    if (!this.#crisis.isHere) return nothing;
    const help = html`<slot name="crisis">${text.crisisDefault}</slot>`;
    return inFull
      ? html`<div class="notice" part="crisis"><p>${text.crisis}</p>${help}</div>`
      : html`<details part="crisis"><summary>${text.crisisShort}</summary>${help}</details>`;
  }

  /** What is wrong, or what was left blank, with ways to each line. */
  #summary(current: Snapshot, text: Words): unknown {
    const wrong = [...this.#errors];
    const keys = wrong.length ? wrong : this.#told && current.blank.length ? current.blank : [];
    if (!keys.length) return nothing;
    const title = wrong.length
      ? text.errorTitle
      : keys.length === 1
        ? text.blankOne
        : fill(text.blank, { count: keys.length });
    return html`<div class="summary ${wrong.length ? 'error' : ''}" part=${wrong.length ? 'error-summary' : 'blank-summary'} role="group" tabindex="-1" aria-labelledby="summary">
      <p id="summary"><strong>${title}</strong></p>
      <ul>
        ${keys.map((key) => {
          const instance = find(current.instances, key);
          return instance
            ? html`<li>
                <a href="#" data-do="go" data-to=${key}>${instance.item.text}</a>${wrong.length ? html`: ${problemText(instance, text)}` : nothing}
              </li>`
            : nothing;
        })}
      </ul>
    </div>`;
  }

  #thanks(session: Session, text: Words, state: string): TemplateResult {
    const { submission } = this.#submission;
    const record = 'record' in submission ? submission.record : undefined;
    const shared = this.privacy === 'shared';
    return html`<slot name="thanks"></slot>
      ${record && !shared ? this.extra(session.instrument, record) : nothing}
      ${record && !shared ? resultTemplate(session.instrument, record, this.result, text) : nothing}
      ${this.#crisisTemplate(text, true)}
      <div class="actions">
        ${state === 'sent' ? button('edit', text.change) : nothing} ${shared ? nothing : button('copy', text.copy, 'quiet')}
      </div>`;
  }
}

const button = (action: string, label: string, kind = ''): TemplateResult =>
  html`<button type="button" class=${kind} part=${action} data-do=${action}>${label}</button>`;

const linesTemplate = ({ lines }: OwnCopy): TemplateResult =>
  html`<dl part="answers">
    ${lines.map(({ label, text }) => html`${label ? html`<dt>${label}</dt>` : nothing}${text ? html`<dd>${text}</dd>` : nothing}`)}
  </dl>`;

function find(instances: readonly Instance[], key: string): Instance | undefined {
  for (const instance of instances) {
    const found = instance.key === key ? instance : find(instance.children, key);
    if (found) return found;
  }
  return undefined;
}

/** What was typed as a number, or the text itself where it is none: it is kept and shown, never guessed. */
function numberOf(item: Item, typed: string): Value {
  const text = typed.trim().replace(',', '.');
  return item.type !== 'date' && text && Number.isFinite(Number(text)) ? Number(text) : typed;
}
