import type { Sitting } from '../handoff/sitting.ts';
import type { FormSubmission } from '../host/form-submission.ts';
import { isSharedDevice } from '../safety/shared-device.ts';
import type { Extension } from './extension.ts';
import type { ItemSupport } from './items/item-type-view.ts';
import type { QuestionnaireSettings } from './questionnaire-settings.ts';
import type { Settings } from './questionnaire-view.ts';

/** The element, as the parts of its engine see it. */
export type QuestionnaireHost = QuestionnaireSettings;

/** What an element gives its engine and no page. */
export interface Inside {
  readonly internals: ElementInternals;
  readonly formSubmission: FormSubmission;
  readonly itemSupport: ItemSupport;
  /** A subclass sets it after the engine was made. */
  extension(): Extension;
  /** Disabled by itself or by a fieldset around it. */
  isDisabled(): boolean;
}

/** Inside a session the session turns the pages. */
export const isPaged = ({ layout }: QuestionnaireHost, sitting: Sitting | undefined): boolean => layout === 'paged' && !sitting;

/** The settings as they count now, in the session around the widget, if there is one. */
export const settingsOf = (host: QuestionnaireHost, inside: Inside, sitting: Sitting | undefined): Settings => ({
  isPaged: isPaged(host, sitting),
  isRequired: !!host.required,
  isReadonly: !!host.readonly,
  isDisabled: inside.isDisabled() || !!sitting?.isSending,
  isSentByOther: !!(host.form || sitting),
  isInSitting: !!sitting,
  isShared: isSharedDevice(host.privacy),
  hasReview: !!host.review,
});
