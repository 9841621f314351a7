import type { ReactiveElement } from '../../ui/lit/lit.ts';
import type { DraftStore } from '../../ui/safety/draft-keeper.ts';
import type { Strings } from '../../ui/text/catalogue.ts';
import type { CommonKey, WidgetKey } from '../../ui/text/keys.ts';

/** The keys of the messages of a session. */
export type SessionKey = CommonKey | WidgetKey<'session'> | WidgetKey<'drafts'>;

/** The element, as far as the other files of the session use it. */
export interface SessionHost extends ReactiveElement {
  readonly autosave: 'session' | 'device' | undefined;
  readonly draftKey: string | undefined;
  readonly draftStore: DraftStore | undefined;
  readonly subject: string | undefined;
  readonly encounter: string | undefined;
  readonly author: string | undefined;
  readonly layout: string | undefined;
  readonly privacy: string | undefined;
  readonly review: boolean;
  readonly quickHide: boolean;
  readonly headingLevel: number;
  readonly strings: Strings<SessionKey> | undefined;
}
