import type { PropertyDeclarations } from '../lit/lit.ts';
import { FormAssociated } from '../host/form-associated.ts';
import * as takes from '../host/host-input.ts';
import type { DraftStore } from '../safety/draft-keeper.ts';
import { Widget } from '../host/widget.ts';
import type { FormKey } from '../text/keys.ts';
import type { Strings } from '../text/catalogue.ts';

/** The default: minutes without activity until the answers on a shared device are erased. */
export const IDLE_MINUTES = 5;

/** Owns the properties that every questionnaire has, and their defaults. It does not use them. */
export abstract class QuestionnaireSettings extends FormAssociated(Widget) {
  static override properties: PropertyDeclarations = {
    value: { noAccessor: true },
    strings: { attribute: false, takes: takes.strings, code: 'bad-strings' },
    layout: { takes: takes.oneOf(['auto', 'list', 'paged'], 'auto') },
    required: { type: Boolean, takes: takes.flag },
    readonly: { type: Boolean, takes: takes.flag },
    headingLevel: { type: Number, attribute: 'heading-level', takes: takes.headingLevel },
    who: { takes: takes.text },
    when: { takes: takes.text },
    kept: { takes: takes.text },
    result: { takes: takes.oneOf(['none', 'words', 'score'], 'none') },
    privacy: { takes: takes.privacy },
    review: { type: Boolean, takes: takes.flag },
    quickHide: { type: Boolean, attribute: 'quick-hide', takes: takes.flag },
    idleMinutes: { type: Number, attribute: 'idle-minutes', takes: takes.minutes(IDLE_MINUTES) },
    autosave: { takes: takes.oneOf(['session', 'device']) },
    draftKey: { attribute: 'draft-key', takes: takes.key },
    draftStore: { attribute: false, takes: takes.store },
    subject: { takes: takes.id },
    encounter: { takes: takes.id },
    author: { takes: takes.author },
    translations: { takes: takes.translations },
  };

  /**
   * `list`: all questions on one page. `paged`: three at a time. `auto`: paged where the container is narrow and there are
   * more than five questions, else a list.
   */
  declare layout: 'auto' | 'list' | 'paged';
  /** Every item must be answered or left out before sending. */
  declare required: boolean;
  /** Shows the answers and allows no change. A form still submits them. */
  declare readonly: boolean;
  /** Level of the title's heading, 2 to 6. */
  declare headingLevel: number;
  /** Who will see the answers: "Your therapist". */
  declare who: string | undefined;
  /** When they will see them: "before your next session". */
  declare when: string | undefined;
  /** Where the answers are stored: "in your clinic's records". */
  declare kept: string | undefined;
  /** What is shown after sending. Instruments for clients refuse `score`. */
  declare result: 'none' | 'words' | 'score';
  /** `shared`: for a device that others use. Nothing is restored, no copy is offered, and answers are erased when idle. */
  declare privacy: 'personal' | 'shared';
  /** Shows the answers again before they are sent. */
  declare review: boolean;
  /** Shows a button that hides the content of the widget at once. */
  declare quickHide: boolean;
  /** With `privacy="shared"`: minutes without activity until the answers are erased. 0 is never. */
  declare idleMinutes: number;
  /**
   * Keeps the answers until they are sent, if the person agrees: in this tab, or encrypted on this device. Load
   * `attune-elements/drafts` for it. In a session, set it on the session.
   */
  declare autosave: 'session' | 'device' | undefined;
  /** The key of the draft: another one for each person and each time that they fill this in. On a device nothing is kept without it. */
  declare draftKey: string | undefined;
  /** Your own store for drafts, in place of `autosave`: an object with `get`, `set` and `delete`, which may return promises. */
  declare draftStore: DraftStore | undefined;
  /** The host's id for the person. The record contains it. */
  declare subject: string | undefined;
  /** The host's id for the appointment. The record contains it. */
  declare encounter: string | undefined;
  /** Who fills it in. The record contains it. */
  declare author: 'client' | 'therapist' | 'observer' | undefined;
  /**
   * `draft`: also shows translations of the instrument that nobody has reviewed. Their answers are never scored. Without it, only
   * reviewed ones are shown, else the wording of the source.
   */
  declare translations: 'draft' | undefined;
  /** Interface words of the host. They replace the built-in words. */
  declare strings: Strings<FormKey> | undefined;

  constructor() {
    super();
    this.layout = 'auto';
    this.required = this.readonly = this.review = this.quickHide = false;
    this.headingLevel = 2;
    this.result = 'none';
    this.privacy = 'personal';
    this.idleMinutes = IDLE_MINUTES;
  }
}
