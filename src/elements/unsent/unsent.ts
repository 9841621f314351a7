import { nothing, type PropertyDeclarations, type PropertyValues } from '../../ui/lit/lit.ts';
import { veilEvents } from '../../ui/host/event-veil.ts';
import * as takes from '../../ui/host/host-input.ts';
import { pressed } from '../../ui/host/pressed.ts';
import { ignoreRepeatedPress } from '../../ui/host/repeated-press.ts';
import { report } from '../../ui/host/report.ts';
import { Widget } from '../../ui/host/widget.ts';
import { focusClicked, WidgetFocus } from '../../ui/host/widget-focus.ts';
import { dropPrinted, printCopy, saveCopy } from '../../ui/safety/own-copy.ts';
import { baseStyles } from '../../ui/styles/base.styles.ts';
import { controlStyles } from '../../ui/styles/control.styles.ts';
import type { Strings } from '../../ui/text/catalogue.ts';
import type { CommonKey, WidgetKey } from '../../ui/text/keys.ts';
import { Language } from '../../ui/text/language.ts';
import { common } from '../../ui/text/locales/en/common.ts';
import { unsent } from '../../ui/text/locales/en/unsent.ts';
import { copyOf, type UnsentRecord, type UnsentSource } from './unsent-record.ts';
import { unsentTemplate, type Open, type Outcome } from './unsent-template.ts';
import { unsentStyles } from './unsent.styles.ts';

type UnsentKey = CommonKey | WidgetKey<'unsent'>;

/**
 * The list of what a person has sent and what has not arrived: what waits in an outbox on this device, and what the endpoint has
 * refused. The person can keep a copy, try again and erase. The answers are shown only after they ask for a copy, because somebody else may
 * be looking. It is empty while nothing waits.
 *
 * @summary What a person has sent and what still waits on this device, or was refused.
 * @tag attune-unsent
 * @attr {string} lang - Language of the interface. Without it, the language of the nearest element around it.
 * @fires {AttuneErrorEvent} attune-error - `cannot-list`, `cannot-print`, `bad-attribute`, `bad-strings`.
 * @csspart unsent - The whole element.
 * @csspart title - The title's heading.
 * @csspart record - One record.
 * @csspart ask - The question before a record is erased.
 * @csspart answers - The person's answers in a record.
 * @csspart actions - The rows of buttons.
 * @csspart copy - Shows the answers of a record.
 * @csspart erase - Opens the question before erasing a record.
 * @csspart erase-now - Erases the record.
 * @csspart print - Prints the answers.
 * @csspart save - Saves the answers as a file.
 * @csspart return - Closes the answers or the question.
 * @csspart retry - Tries to send all records.
 * @csspart status - The result of the last action.
 */
export class AttuneUnsent extends Widget {
  static override styles = [baseStyles, controlStyles, unsentStyles];
  static override properties: PropertyDeclarations = {
    outbox: { attribute: false, takes: takes.outbox },
    headingLevel: { type: Number, attribute: 'heading-level', takes: takes.headingLevel },
    strings: { attribute: false, takes: takes.strings, code: 'bad-strings' },
  };

  /** What `openOutbox()` of `attune-elements/outbox` returned. */
  declare outbox: UnsentSource | undefined;
  /** Level of the title's heading, 2 to 6. */
  declare headingLevel: number;
  /** Interface words of the host. They replace the built-in words. */
  declare strings: Strings<UnsentKey> | undefined;

  #language: Language<UnsentKey> = new Language(this, { english: () => ({ ...common, unsent }) });
  #focus = new WidgetFocus(this);
  #records: readonly UnsentRecord[] = [];
  #open: Open;
  #isTrying = false;
  #isErasing = false;
  #outcome: Outcome | undefined;
  #unsubscribe: (() => void) | undefined;

  constructor() {
    super();
    this.headingLevel = 2;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#follow();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unfollow();
    dropPrinted(this.renderRoot);
  }

  #follow(): void {
    this.#unfollow();
    this.#unsubscribe = (this.outbox || undefined)?.subscribe(() => void this.#read());
    void this.#read();
  }

  #unfollow(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }

  async #read(): Promise<void> {
    const outbox = this.outbox || undefined;
    const before = this.#records.length;
    let records = this.#records;
    try {
      records = (await outbox?.list()) ?? [];
    } catch (error) {
      // What was listed stays: it may be there still.
      report(this, 'cannot-list', String(error));
    }
    if (outbox !== (this.outbox || undefined)) return;
    this.#records = records;
    if (!records.some(({ id }) => id === this.#open?.id)) this.#open = undefined;
    if (before && !records.length && !this.#isErasing) this.#outcome = 'done';
    this.requestUpdate();
  }

  // --- What the person does ---------------------------------------------------------------------------------------

  #onClick = (event: Event): void => {
    const button = pressed(event);
    if (!button) return;
    focusClicked(button);
    const id = button.closest<HTMLElement>('article')?.dataset.id ?? '';
    const copy = (): ReturnType<typeof copyOf> => copyOf(this.#records.find((record) => record.id === id)!, this.#language.messages);
    const acts: Record<string, () => unknown> = {
      copy: () => this.#show({ id, page: 'copy' }),
      erase: () => this.#show({ id, page: 'erase' }),
      return: () => this.#show(undefined, id),
      print: () => printCopy(button, copy(), this.#language.messages.text('noPrint')),
      save: () => saveCopy(copy()),
      retry: () => this.#retry(),
      'erase-now': () => this.#erase(id),
    };
    void acts[button.dataset.do!]?.();
  };

  #show(open: Open, id = open?.id): void {
    this.#open = open;
    this.#outcome = undefined;
    dropPrinted(this.renderRoot);
    this.requestUpdate();
    this.#focus.moveTo(`article[data-id="${CSS.escape(id!)}"] h3`);
  }

  async #retry(): Promise<void> {
    if (this.#isTrying) return;
    this.#isTrying = true;
    this.#outcome = undefined;
    this.requestUpdate();
    await this.outbox!.flush({ refused: true }).catch(() => {});
    await this.#read();
    this.#isTrying = false;
    this.#outcome = this.#records.length ? 'notYet' : 'done';
    this.requestUpdate();
  }

  async #erase(id: string): Promise<void> {
    this.#isErasing = true;
    const outcome = await this.outbox!.clear(id).then(
      () => 'erased' as const,
      () => 'notErased' as const,
    );
    await this.#read();
    this.#isErasing = false;
    this.#open = undefined;
    this.#outcome = outcome;
    this.requestUpdate();
    this.#focus.moveTo('[part=status]');
  }

  // --- What is shown ----------------------------------------------------------------------------------------------

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot() as ShadowRoot;
    ignoreRepeatedPress(root);
    this.listen(root, ['click'], this.#onClick);
    veilEvents(root);
    return root;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('outbox')) {
      this.#records = [];
      this.#outcome = undefined;
      this.#follow();
    }
    this.#focus.recover('[part=status]');
  }

  protected override render(): unknown {
    if (!this.#records.length && !this.#outcome && !this.#isTrying && !this.#isErasing) return nothing;
    return unsentTemplate({
      records: this.#records,
      open: this.#open,
      isTrying: this.#isTrying,
      outcome: this.#outcome,
      headingLevel: this.headingLevel,
      t: this.#language.messages,
    });
  }
}
