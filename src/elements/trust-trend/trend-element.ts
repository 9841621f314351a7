import { html, nothing, type PropertyDeclarations, type TemplateResult } from '../../ui/lit/lit.ts';
import { isObject } from '../../core/plain-data/shape.ts';
import { baseStyles } from '../../ui/styles/base.styles.ts';
import { EarlierRecords } from '../../ui/handoff/earlier-records.ts';
import { veilEvents } from '../../ui/host/event-veil.ts';
import { levelOf } from '../../ui/templates/heading.ts';
import * as takes from '../../ui/host/host-input.ts';
import { isPageHere } from '../../ui/host/page-here.ts';
import { parsed } from '../../ui/host/parsed.ts';
import { report } from '../../ui/host/report.ts';
import { seekSitting } from '../../ui/handoff/sitting.ts';
import { Widget } from '../../ui/host/widget.ts';
import type { Shown } from '../../ui/text/messages.ts';
import type { Forms } from './forms.ts';
import { trustTrendStyles } from './trust-trend.styles.ts';
import type { Strings } from '../../ui/text/catalogue.ts';
import { Language } from '../../ui/text/language.ts';
import { common } from '../../ui/text/locales/en/common.ts';
import { trend as messages } from '../../ui/text/locales/en/trend.ts';
import { scoresTemplate } from './scores.ts';
import { formatOf, type TrendKey } from './format.ts';
import { courseOf, readMilestones, type TrendMilestone } from './course.ts';
import { readNorms, type TrendNorms } from './norms.ts';
import { ownOf, ownTemplate } from './own-answers.ts';
import { type Entry, readRecords, type TrendRecord } from './records.ts';
import { widgetRoot } from '../../ui/templates/widget-root.ts';

/** The input of the host, from the child script. */
interface Given {
  records?: unknown;
  milestones?: unknown;
  norms?: unknown;
  names?: Readonly<Record<string, string>>;
}

/** What a report is about. */
const KINDS = ['records', 'milestones', 'norms'] as const;
type Kind = (typeof KINDS)[number];

/** The trend element. A subclass says which forms it knows. */
export abstract class TrendElement extends Widget {
  declare protected static readonly forms: Forms;
  static override styles = [baseStyles, trustTrendStyles];
  static override properties: PropertyDeclarations = {
    records: { attribute: false, takes: takes.list, code: 'bad-records' },
    milestones: { attribute: false, takes: takes.list, code: 'bad-milestones' },
    norms: { attribute: false, takes: takes.data, code: 'bad-norms' },
    names: { attribute: false, takes: takes.strings, code: 'bad-names' },
    translations: { takes: takes.translations },
    strings: { attribute: false, takes: takes.strings, code: 'bad-strings' },
    scale: { takes: takes.text },
    axis: { takes: takes.oneOf(['date', 'order'], 'date') },
    audience: { takes: takes.oneOf(['client', 'clinician'], 'client') },
    lowerIsBetter: { type: Boolean, attribute: 'lower-is-better', takes: takes.flag },
    headingLevel: { type: Number, attribute: 'heading-level', takes: takes.headingLevel },
    opened: { state: true },
  };

  /**
   * The sessions in any order: `{response}`, `{score, date}`, or both, as in `attune-submit`. `{instrument, date}` is a session
   * after which nobody sent that form: a gap. Its `instrument` is the same as in a response.
   */
  declare records: readonly TrendRecord[] | undefined;
  /** Milestones on the chart: `{date, title}`. Give only what the person shared. */
  declare milestones: readonly TrendMilestone[] | undefined;
  /**
   * `{sd, reliability, source}` in points of the axis from 0 to 100, for the range of error and RC95; or a list of these, by
   * form. A form without norms here uses the norms and the threshold of change of its registered instrument, if any.
   */
  declare norms: TrendNorms | readonly TrendNorms[] | undefined;
  /** Names of instruments by their id, for the legend. `{variant}` in a name is the option `variant` in words. */
  declare names: Readonly<Record<string, string>> | undefined;
  /** `draft`: also shows a client's answers in a translation that nobody has reviewed. */
  declare translations: 'draft' | undefined;
  /** Interface words of the host. They replace the built-in words. */
  declare strings: Strings<TrendKey> | undefined;
  /** `total`, or the key of a subscale. */
  declare scale: string;
  /** Positions of the sessions: by date, or at equal distances. */
  declare axis: 'date' | 'order';
  /** Who reads it. Only a clinician sees scores. */
  declare audience: 'client' | 'clinician';
  /** A rise is worth a conversation, as with symptoms. An instrument does not say which direction is better. */
  declare lowerIsBetter: boolean;
  /** Level of the title's heading, 2 to 6. */
  declare headingLevel: number;
  /** The clinician has opened a disclosure. The content of all disclosures is rendered only then, because it is long. */
  declare private opened?: boolean;

  /** The text of the child script that `#child` was read from. */
  #json = '';
  #child: Given = {};
  #language = new Language<TrendKey>(this, { english: () => ({ labelled: common.labelled, trend: messages }) });
  #earlier = new EarlierRecords(this);
  /** What `#entries` and `#unread` were read from. */
  #read: unknown;
  #entries: Entry[] = [];
  #unread: string[] = [];
  /** What cannot be used now, by kind, and the last report of each kind. */
  #problems: Readonly<Record<Kind, readonly string[]>> = { records: [], milestones: [], norms: [] };
  #reported: Partial<Record<Kind, string>> = {};

  constructor() {
    super();
    this.scale = 'total';
    this.axis = 'date';
    this.audience = 'client';
    this.lowerIsBetter = false;
    this.headingLevel = 2;
    this.#forms.whenRegistered?.(this, () => {
      this.#read = undefined;
    });
  }

  get #forms(): Forms {
    return (this.constructor as typeof TrendElement).forms;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('beforeprint', this.#onPrint);
    // The language or direction around it may have changed.
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('beforeprint', this.#onPrint);
  }

  /** Opens all disclosures for printing, because they cannot be opened on paper, and closes them afterwards. */
  #onPrint = (): void => {
    this.opened = true;
    // The browser prints what is rendered at the end of the event.
    this.performUpdate();
    const closed = this.renderRoot.querySelectorAll<HTMLDetailsElement>('details:not([open])');
    const toggle = (): void => closed.forEach((details) => (details.open = !details.open));
    toggle();
    addEventListener('afterprint', toggle, { once: true });
  };

  [seekSitting](): void {
    this.#earlier.hostConnected();
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    veilEvents(root as ShadowRoot);
    return root;
  }

  protected override updated(): void {
    for (const kind of KINDS) {
      const message = this.#problems[kind].join('; ');
      if (message && message !== this.#reported[kind]) report(this, `bad-${kind}`, message);
      this.#reported[kind] = message;
    }
  }

  #readChild(): Given {
    const json = this.querySelector?.(':scope > script[type="application/json"]')?.textContent ?? '';
    if (json === this.#json) return this.#child;
    const data = parsed(json || '{}');
    if (!data && !isPageHere(this)) return {};
    this.#json = json;
    this.#child = isObject(data) ? data : { records: data ?? 'no JSON' };
    return this.#child;
  }

  protected override render(): TemplateResult {
    const { scale, axis, audience, headingLevel } = this;
    const isClinician = audience === 'clinician';
    const child = this.#readChild();
    const records = this.records ?? child.records;
    const earlier = this.#earlier.records ?? [];
    const source = records ?? earlier;
    if (this.#read !== source) {
      this.#read = source;
      this.#unread = [];
      this.#entries = readRecords(records ?? earlier.map((response) => ({ response })), this.#unread, this.#forms);
    }
    const entries = this.#entries;
    const problems = { records: [...this.#unread], milestones: [] as string[], norms: [] as string[] };
    this.#problems = problems;
    const norms = readNorms(this.norms ?? child.norms, problems.norms);
    const course = courseOf(entries, {
      scale,
      axis,
      norms,
      milestones: readMilestones(this.milestones ?? child.milestones, problems.milestones),
      higherIsBetter: !this.lowerIsBetter,
      forms: this.#forms,
    });
    const own = isClinician ? [] : ownOf(entries, this.#forms, { language: this.#language.asked, translations: this.translations });
    const hasMany = !!course.lines[1];
    if (hasMany && norms.some(({ instrument }) => !instrument)) {
      problems.norms.push('norms must name their instrument: there are several forms');
    }
    if (!isClinician) {
      const others = entries.filter(({ score }) => score).length - own.length;
      if (others) problems.records.push(`${others} not shown: a client sees their own responses only`);
    }
    const t = this.#language.messages;
    const none = entries[0] || this.#unread[0] ? 'trend.noneShown' : 'trend.none';
    const forms = [...course.lines.map(({ form }) => form), ...course.without];
    const format = formatOf(this, { t, names: this.names ?? child.names ?? {}, forms, hasMany });

    const later = (part: string, summary: Shown, content: () => unknown): TemplateResult =>
      html`<details part=${part} @toggle=${() => (this.opened = true)}>
        <summary>${summary}</summary>
        ${this.opened ? content() : nothing}
      </details>`;

    return widgetRoot(
      { part: 'trend', t },
      html`<h2 id="title" part="title" aria-level=${levelOf(headingLevel)}>${isClinician ? t('trend.title') : t('trend.ownTitle')}</h2>
      ${isClinician ? scoresTemplate(course, format, { scale, headingLevel, later, none }) : ownTemplate(own, course, { format, none })}
      <slot hidden @slotchange=${() => this.requestUpdate()}></slot>`,
    );
  }
}
