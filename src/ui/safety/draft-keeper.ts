import type { ReactiveControllerHost } from '../lit/lit.ts';
import type { SittingMember } from '../handoff/sitting.ts';
import { newId } from '../host/new-id.ts';
import { report } from '../host/report.ts';
import type { Table } from '../text/catalogue.ts';
import type { WidgetKey } from '../text/keys.ts';
import type { Messages } from '../text/messages.ts';

/** A host's own store for drafts. Each method may return a promise. A `Map` is one too. */
export interface DraftStore {
  /** The text under a key; nothing if there is none. */
  get(key: string): unknown;
  set(key: string, text: string): unknown;
  delete(key: string): unknown;
}

/** A widget whose answers can be kept: a questionnaire, or a session with all of its questionnaires. */
export type DraftHost = ReactiveControllerHost &
  HTMLElement & {
    readonly autosave: 'session' | 'device' | undefined;
    readonly draftKey: string | undefined;
    readonly draftStore: DraftStore | undefined;
    readonly subject: string | undefined;
    readonly readonly?: boolean;
    readonly renderRoot?: ParentNode;
  };

/** What a widget gives to the code that keeps drafts. */
export interface DraftSource {
  /** The widget is a session. */
  readonly isSitting?: boolean;
  /** The questionnaires whose answers are one draft. None, if another widget keeps them. */
  members(): readonly SittingMember[];
  messages(): Messages<WidgetKey<'drafts'> | 'startAgain' | 'close'>;
}

/** What each widget has anyway, so that the code that keeps drafts need not. */
export interface DraftTools {
  report: typeof report;
  newId: typeof newId;
}

/** What keeps drafts. */
export interface DraftKeeping {
  /** Its messages in English. */
  messages: Table;
  /** Answers, settings or the view of a widget may have changed. */
  follow(host: DraftHost, source: DraftSource, tools: DraftTools): void;
}

export const KEEP_DRAFTS = Symbol.for('attune.drafts');

/** `drafts/index.ts` sets it, which only a page with `autosave` loads. It is in the global object, because each CDN file has modules of its own. */
export const drafts = globalThis as { [KEEP_DRAFTS]?: DraftKeeping };

const told = new WeakSet<object>();

export function followDraft(host: DraftHost, source: DraftSource): void {
  drafts[KEEP_DRAFTS]?.follow(host, source, { report, newId });
  if (drafts[KEEP_DRAFTS] || !(host.autosave || host.draftStore) || told.has(host)) return;
  told.add(host);
  const look = (): void => {
    if (!drafts[KEEP_DRAFTS]) report(host, 'no-drafts');
  };
  // The file may come after that of the widget.
  if (document.readyState === 'complete') setTimeout(look);
  else addEventListener('load', look, { once: true });
}

/** The messages in English, for the catalogue of a widget. */
export const draftMessages = (): Table | undefined => drafts[KEEP_DRAFTS]?.messages;
