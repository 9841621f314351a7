import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import { isObject } from '../../core/shape.ts';
import { baseStyles } from '../../internal/base.styles.ts';
import { EarlierRecords } from '../../internal/earlier-records.ts';
import { veilEvents } from '../../internal/event-veil.ts';
import * as takes from '../../internal/host-input.ts';
import { langAround } from '../../internal/lang-around.ts';
import { isPageHere } from '../../internal/page-here.ts';
import { parsed } from '../../internal/parsed.ts';
import { levelOf } from '../../internal/heading.ts';
import { report } from '../../internal/report.ts';
import { seekSitting } from '../../internal/sitting.ts';
import { Widget } from '../../internal/widget.ts';
import { courseOf, readMilestones, readNorms, type TrendMilestone, type TrendNorms } from './course.ts';
import type { Forms } from './forms.ts';
import { ownOf, ownTemplate } from './own-answers.ts';
import { type Entry, readRecords, type TrendRecord } from './records.ts';
import { scoresTemplate } from './scores.ts';
import { trendWords, type TrendWords } from './trend-words.ts';
import { trustTrendStyles } from './trust-trend.styles.ts';
import { viewOf } from './view.ts';

/** What the host gives, by property or in the child script. */
interface Given {
  records?: unknown;
  milestones?: unknown;
  norms?: unknown;
  names?: Readonly<Record<string, string>>;
}

/** The trend, whatever it knows of the forms that its records are of. */
export abstract class TrendElement extends Widget {
  declare protected static readonly forms: Forms;
  static override styles = [baseStyles, trustTrendStyles];
  static override properties: PropertyDeclarations = {
    records: { attribute: false, takes: takes.list, code: 'bad-records' },
    milestones: { attribute: false, takes: takes.list, code: 'bad-milestones' },
    norms: { attribute: false, takes: takes.data, code: 'bad-norms' },
    names: { attribute: false, takes: takes.strings(), code: 'bad-names' },
    strings: { attribute: false, takes: takes.strings(), code: 'bad-strings' },
    scale: { takes: takes.text },
    axis: { takes: takes.oneOf(['date', 'order'], 'date') },
    audience: { takes: takes.oneOf(['client', 'clinician'], 'client') },
    lowerIsBetter: { type: Boolean, attribute: 'lower-is-better', takes: takes.flag },
    headingLevel: { type: Number, attribute: 'heading-level', takes: takes.headingLevel },
    opened: { state: true },
  };

  /**
   * The sessions: `{response}`, `{score, date}`, or both, as `attune-submit` gives them; in any order. `{instrument, date}`
   * is a session after which that form, named as in a response, was not sent: a gap.
   */
  declare records: readonly TrendRecord[] | undefined;
  /** What to mark on the chart: `{date, title}`. Give only what the person shared. */
  declare milestones: readonly TrendMilestone[] | undefined;
  /**
   * `{sd, reliability, source}` in points of the 0 to 100 axis, for the range of error and RC95; or a list of such, by form.
   * A form that none of them is for goes by the norms and the threshold of change of its instrument, where that is
   * registered and has any.
   */
  declare norms: TrendNorms | readonly TrendNorms[] | undefined;
  /** Names of instruments by their id, for the legend. */
  declare names: Readonly<Record<string, string>> | undefined;
  /** Interface words of the host's own, over the built-in ones. */
  declare strings: Partial<TrendWords> | undefined;
  /** `total`, or the key of a subscale. */
  declare scale: string;
  /** Sessions stand by their date, or at equal distances. */
  declare axis: 'date' | 'order';
  /** Who reads it. Only a clinician is shown scores. */
  declare audience: 'client' | 'clinician';
  /** A rise is what is worth a conversation, as with symptoms. An instrument does not say which way is the better one. */
  declare lowerIsBetter: boolean;
  /** Level of the title's heading, 2 to 6. */
  declare headingLevel: number;
  /** Something was opened: what is folded is made only then, for most of it is long. */
  declare private opened?: boolean;

  #json = '';
  #child: Given = {};
  #earlier = new EarlierRecords(this);
  #read: unknown;
  #entries: Entry[] = [];
  #unread: string[] = [];
  /** What cannot be used, by what it is, and what of that was told. */
  #bad: Record<string, string[]> = {};
  #told: Record<string, string> = {};

  constructor() {
    super();
    this.scale = 'total';
    this.axis = 'date';
    this.audience = 'client';
    this.lowerIsBetter = false;
    this.headingLevel = 2;
    this.#forms.whenRegistered?.(this, () => (this.#read = undefined));
  }

  get #forms(): Forms {
    return (this.constructor as typeof TrendElement).forms;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('beforeprint', this.#onPrint);
    // Another language or direction may hold where it stands now.
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('beforeprint', this.#onPrint);
  }

  /** On paper nothing can be opened: all of it is open there, and closed again after. */
  #onPrint = (): void => {
    this.opened = true;
    // The page is taken as it stands when the event is over.
    this.performUpdate();
    const closed = this.renderRoot.querySelectorAll<HTMLDetailsElement>('details:not([open])');
    const turn = (): void => closed.forEach((details) => (details.open = !details.open));
    turn();
    addEventListener('afterprint', turn, { once: true });
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
    for (const [name, problems] of Object.entries(this.#bad)) {
      const message = problems.join('; ');
      if (message && message !== this.#told[name]) report(this, `bad-${name}`, message);
      this.#told[name] = message;
    }
  }

  #readChild(): Given {
    const json = this.querySelector(':scope > script[type="application/json"]')?.textContent ?? '';
    if (json === this.#json) return this.#child;
    const data = parsed(json || '{}');
    if (!data && !isPageHere(this)) return {};
    this.#json = json;
    return (this.#child = isObject(data) ? data : { records: data ?? 'no JSON' });
  }

  protected override render(): TemplateResult {
    const { scale, axis, audience } = this;
    const isClinician = audience === 'clinician';
    const child = this.#readChild();
    const records = this.records ?? child.records;
    const earlier = this.#earlier.records ?? [];
    if (this.#read !== (this.#read = records ?? earlier)) {
      this.#entries = readRecords(records ?? earlier.map((response) => ({ response })), (this.#unread = []), this.#forms);
    }
    const entries = this.#entries;
    const bad = (this.#bad = { records: [...this.#unread], milestones: [] as string[], norms: [] as string[] });
    const norms = readNorms(this.norms ?? child.norms, bad.norms);
    const course = courseOf(entries, {
      scale,
      axis,
      norms,
      milestones: readMilestones(this.milestones ?? child.milestones, bad.milestones),
      higherIsBetter: !this.lowerIsBetter,
      forms: this.#forms,
    });
    const own = isClinician ? [] : ownOf(entries, this.#forms);
    const hasMany = !!course.lines[1];
    if (hasMany && norms.some(({ instrument }) => !instrument)) {
      bad.norms.push('norms must name their instrument: there are several forms');
    }
    if (!isClinician) {
      const others = entries.filter(({ score }) => score).length - own.length;
      if (others) bad.records.push(`${others} not shown: a client sees their own responses only`);
    }
    const words = { ...trendWords, ...this.strings };
    if (entries[0] || this.#unread[0]) words.none = words.noneShown;
    const isRtl = getComputedStyle(this).direction === 'rtl';
    const view = viewOf(words, this.names ?? child.names ?? {}, langAround(this), isRtl, hasMany);

    return html`<section part="trend" aria-labelledby="title">
      <h2 id="title" part="title" aria-level=${levelOf(this.headingLevel)}>${isClinician ? words.title : words.ownTitle}</h2>
      ${isClinician ? scoresTemplate(course, view, this, this.opened, () => (this.opened = true)) : ownTemplate(own, course, view)}
      <slot hidden @slotchange=${() => this.requestUpdate()}></slot>
    </section>`;
  }
}
