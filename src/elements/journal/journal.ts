import { html, type PropertyDeclarations, type PropertyValues, type TemplateResult } from '../../ui/lit/lit.ts';
// Styles and words first: the CDN file is smaller if its texts are together.
import { baseStyles } from '../../ui/styles/base.styles.ts';
import { controlStyles } from '../../ui/styles/control.styles.ts';
import { fieldStyles } from '../../ui/styles/field.styles.ts';
import { idleWarningStyles } from '../../ui/safety/idle-warning.styles.ts';
import { journalStyles } from './journal.styles.ts';
import type { Strings } from '../../ui/text/catalogue.ts';
import { Language } from '../../ui/text/language.ts';
import { journalContent } from '../../instruments/progress-journal.ts';
import { contentIn, type JournalContent } from './journal-content.ts';
import { journalMessages, type JournalKey } from './journal-messages.ts';
import { veilEvents } from '../../ui/host/event-veil.ts';
import * as takes from '../../ui/host/host-input.ts';
import { ignoreRepeatedPress } from '../../ui/host/repeated-press.ts';
import { report } from '../../ui/host/report.ts';
import { showStates } from '../../ui/host/show-states.ts';
import { Widget } from '../../ui/host/widget.ts';
import { focusClicked } from '../../ui/host/widget-focus.ts';
import { IdleEraser } from '../../ui/safety/idle-eraser.ts';
import { isSharedDevice } from '../../ui/safety/shared-device.ts';
import { wholeOnPaper } from '../../ui/safety/whole-on-paper.ts';
import { JournalFlow } from './journal-flow.ts';
import { translatePrompt } from './journal-state.ts';
import { journalTemplate } from './journal-template.ts';

const IDLE_MINUTES = 5;

/**
 * A private journal. The page gets no entry of it, except one that the person shares: that goes out as
 * `attune-journal-share`, and is shown as shared when every promise given to `waitUntil` has fulfilled.
 *
 * Without `kept`, entries are in memory only. The widget then uses storage in one case: when the person erases the journal, it
 * also erases what was stored earlier under `storage-key`. With `kept="device"` or `"passphrase"`, entries are stored in
 * `localStorage` under `storage-key`, but only after the person has read what that means and chosen it. Under a passphrase,
 * only AES-GCM ciphertext is stored. The key is derived with PBKDF2 (SHA-256, 600,000 rounds) and dropped on `lock()`, when
 * nobody is active, and when the element is removed. A lost passphrase cannot be reset. Scripts of the page can read an open
 * journal, as they can read everything on the page.
 *
 * @summary A private journal: prompts, the person's own text, and a true statement of where it is stored.
 * @tag attune-journal
 * @attr {string} lang - The language in which days are written. Without it, the language of the nearest element around it.
 * @fires {AttuneJournalShareEvent} attune-journal-share - The person shares one entry. Cancelable, with `waitUntil`.
 * @fires {AttuneErrorEvent} attune-error - `save-failed`, `nobody-listens`, `too-late`, `bad-attribute`,
 *   `bad-strings`, `no-storage-key`, `cannot-keep`, `cannot-print`.
 * @fires {Event} input - The person changed something. A plain event without the text.
 * @fires {Event} change - The person changed something. A plain event without the text.
 * @csspart journal - The whole journal.
 * @csspart title - The heading.
 * @csspart kept - Where the journal is stored.
 * @csspart prompt-text - The prompt above the box, and the prompt of an entry.
 * @csspart box - The box to write in.
 * @csspart entry - One entry.
 * @csspart date - The day of an entry.
 * @csspart text - The text of an entry.
 * @csspart shared - Whether an entry was shared.
 * @csspart more - The actions of an entry, and of the whole journal.
 * @csspart ask - A question before something is done.
 * @csspart actions - The rows of buttons.
 * @csspart prompt - Shows a prompt, or another one.
 * @csspart no-prompt - Removes the prompt.
 * @csspart put - Adds an entry, or saves a changed one.
 * @csspart leave - Leaves an entry unchanged.
 * @csspart edit - Changes an entry.
 * @csspart share - Opens the question before sharing an entry.
 * @csspart share-now - Shares the entry.
 * @csspart remove - Opens the question before erasing an entry.
 * @csspart remove-now - Erases the entry.
 * @csspart keep-now - Stores the journal on the device.
 * @csspart lock-now - Stores the journal under a new passphrase.
 * @csspart decline - Continues in memory only.
 * @csspart cancel - Closes a question.
 * @csspart unlock - Unlocks the journal.
 * @csspart lock - Locks the journal.
 * @csspart keep - Opens the form for another passphrase.
 * @csspart save - Saves the journal as a text to read.
 * @csspart file - Saves the journal as a file that can be brought back.
 * @csspart bring - Brings such a file back.
 * @csspart print - Prints the journal.
 * @csspart wipe - Opens the question before erasing the journal.
 * @csspart wipe-now - Erases the journal.
 * @csspart hide - Blanks the widget at once.
 * @csspart show - Shows it again.
 * @csspart idle - The warning before the journal is locked or erased because nobody was active.
 * @csspart stay - The button of the warning, for more time.
 * @csspart status - The result of the last action.
 * @cssstate locked - The journal is locked.
 * @cssstate pending - An entry is on its way to the host.
 * @cssstate failed - The host could not take the entry.
 */
export class AttuneJournal extends Widget {
  static override styles = [baseStyles, controlStyles, fieldStyles, idleWarningStyles, journalStyles];
  static override properties: PropertyDeclarations = {
    kept: { takes: takes.oneOf(['memory', 'device', 'passphrase'], 'memory') },
    storageKey: { attribute: 'storage-key', takes: takes.key },
    who: { takes: takes.text },
    when: { takes: takes.text },
    privacy: { takes: takes.privacy },
    idleMinutes: { type: Number, attribute: 'idle-minutes', takes: takes.minutes(IDLE_MINUTES) },
    quickHide: { type: Boolean, attribute: 'quick-hide', takes: takes.flag },
    headingLevel: { type: Number, attribute: 'heading-level', takes: takes.headingLevel },
    translations: { takes: takes.translations },
    strings: { attribute: false, takes: takes.strings, code: 'bad-strings' },
  };

  /** Where entries may be stored: in memory until the page closes, on the device unencrypted, or there under a passphrase. */
  declare kept: 'memory' | 'device' | 'passphrase';
  /** Names the journal on this device. Set one for each client of this site. Nothing is stored without it. */
  declare storageKey: string | undefined;
  /** Who will see an entry that is shared, such as "Your therapist". */
  declare who: string | undefined;
  /** When they will see it, such as "before your next session". */
  declare when: string | undefined;
  /** `shared`: for a device that others use. Entries are in memory only, without copies, and are erased when nobody is active. */
  declare privacy: 'personal' | 'shared';
  /** Minutes without activity until the journal is locked, or erased with `privacy="shared"`. 0 is never. */
  declare idleMinutes: number;
  /** Offers a button that blanks the widget at once. */
  declare quickHide: boolean;
  /** Level of the heading, 2 to 6. */
  declare headingLevel: number;
  /** `draft`: also shows a translation that nobody has reviewed. */
  declare translations: 'draft' | undefined;
  /** Interface words of the host. They replace the built-in words. */
  declare strings: Strings<JournalKey> | undefined;

  #language: Language<JournalKey> = new Language(this, {
    english: () => journalMessages,
    content: () => ({ lang: this.#content.language, messages: { journal: this.#content.words } }),
  });

  /** The content that was shown last. */
  #shown: JournalContent = journalContent;
  #internals = this.attachInternals();
  #flow = new JournalFlow(this, () => ({ t: this.#language.messages, content: this.#content }));
  #idle = new IdleEraser(this, {
    minutes: () => {
      const { storage, state } = this.#flow;
      const isAtRisk = storage.mode === 'passphrase' || (isSharedDevice(this.privacy) && (state.text || storage.entries.length));
      return isAtRisk ? (this.idleMinutes ?? IDLE_MINUTES) : undefined;
    },
    erase: () => (isSharedDevice(this.privacy) ? this.#flow.forget() : this.lock()),
    area: () => this,
  });

  constructor() {
    super();
    wholeOnPaper(this);
    this.kept = 'memory';
    this.privacy = 'personal';
    this.idleMinutes = IDLE_MINUTES;
    this.headingLevel = 2;
  }

  /**
   * Drops the key and the entries that it opened. The text that is not added yet stays in memory, out of sight, until the
   * journal is unlocked.
   */
  lock(): void {
    this.#flow.lock();
  }

  #onInput = ({ target }: Event): void => {
    if (!(target instanceof HTMLTextAreaElement)) return;
    this.#flow.setText(target.value);
    this.#idle.stay();
  };

  #onChange = ({ target }: Event): void => {
    if ((target as HTMLInputElement).type === 'file') this.#flow.bring(target as HTMLInputElement);
  };

  #onClick = (event: Event): void => {
    const button = (event.target as Element).closest<HTMLElement>('button');
    if (!button) return;
    // The form of the passphrase is never submitted.
    event.preventDefault();
    focusClicked(button);
    this.#flow.press(button);
  };

  /** What is written here is for nobody's recorder, whatever the page asks for. */
  protected override get isMasked(): boolean {
    return true;
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot() as ShadowRoot;
    ignoreRepeatedPress(root);
    this.listen(root, ['click'], this.#onClick);
    this.listen(root, ['input'], this.#onInput);
    this.listen(root, ['change'], this.#onChange);
    veilEvents(root);
    return root;
  }

  protected override willUpdate(changed: PropertyValues): void {
    const content = this.#content;
    // It is no member of the session, which would tell it. On a server it is in no page.
    if (this.isConnected && isSharedDevice(this.closest<Widget & { privacy: string }>('attune-session')?.privacy)) this.privacy = 'shared';
    if (content.language !== this.#shown.language) this.#flow.state = translatePrompt(this.#flow.state, this.#shown.prompts, content.prompts);
    this.#shown = content;
    const isOther = changed.has('storageKey');
    if (!isOther && !changed.has('kept') && !changed.has('privacy')) return;
    const { kept, storageKey, privacy } = this;
    this.#flow.moveStorage((storageKey && !isSharedDevice(privacy) && kept) || 'memory', isOther);
  }

  protected override updated(changed: PropertyValues): void {
    const { kept } = this;
    if (changed.has('kept') && kept && kept !== 'memory' && !this.storageKey) {
      report(this, 'no-storage-key');
    }
    const { storage, sharing } = this.#flow;
    showStates(this.#internals, {
      locked: storage.mode === 'locked',
      pending: sharing.progress.isOpen,
      failed: sharing.progress.state === 'notSaved',
    });
  }

  /** The content of the instrument in the language around the widget. */
  get #content(): JournalContent {
    return contentIn(this.#language.asked, this.translations);
  }

  protected override render(): TemplateResult {
    // A server shows the children: what was written in its text field, before the script came, would be lost.
    if (!this.renderRoot) return html`<slot></slot>`;
    const { state, storage, sharing } = this.#flow;
    const t = this.#language.messages;
    return journalTemplate({
      state,
      storage,
      sharing,
      t,
      content: this.#content,
      warning: this.#idle.notice((count) => t(isSharedDevice(this.privacy) ? 'journal.idle' : 'journal.idleLock', { count }), t('stay')),
      host: this,
    });
  }
}
