import type { EntryMode } from '../../core/instrument/instrument.ts';
import type { Sitting } from '../handoff/sitting.ts';
import type { FormSubmission } from '../host/form-submission.ts';
import type { OwnCopy } from '../safety/own-copy.ts';
import { isSharedAround } from '../safety/shared-device.ts';
import type { FormKey } from '../text/keys.ts';
import type { Messages } from '../text/messages.ts';
import type { Extension } from './extension.ts';
import type { ItemContext, ItemSupport } from './items/item-type-view.ts';
import type { QuestionnaireSettings } from './questionnaire-settings.ts';
import type { Settings } from './questionnaire-view.ts';

/** The element as its engine sees it. */
export type QuestionnaireHost = QuestionnaireSettings;

/** What an element gives to its engine only. A page script cannot reach it. */
export interface Inside {
  readonly internals: ElementInternals;
  readonly formSubmission: FormSubmission;
  /** A function, because a page can load more support later. */
  itemSupport(): ItemSupport;
  /** A function, because a subclass sets its extension after the engine was created. */
  extension(): Extension;
  /** Disabled by its own attribute, or by a fieldset around it. */
  isDisabled(): boolean;
}

/** Where the widget is: in a session, and whether it turns pages there. */
export interface Place {
  readonly sitting: Sitting | undefined;
  readonly isPaged: boolean;
  readonly entryMode: EntryMode | undefined;
}

/** The current settings. A session around the widget changes some of them. */
export const settingsOf = (host: QuestionnaireHost, inside: Inside, { sitting, isPaged, entryMode }: Place): Settings => ({
  isPaged,
  entryMode,
  isRequired: !!host.required,
  isReadonly: !!host.readonly,
  isDisabled: inside.isDisabled() || !!sitting?.isSending,
  isSentByOther: !!(host.form || sitting),
  isInSitting: !!sitting,
  isShared: isSharedAround(host, sitting?.element),
  hasReview: !!host.review,
});

/** What the flow needs from the screen. */
export interface FlowScreen {
  readonly t: Messages<FormKey>;
  /** The language around the widget. */
  readonly language: string;
  readonly context: ItemContext;
  forget(): void;
  follow(): void;
  copy(): OwnCopy;
}
