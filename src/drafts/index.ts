import { LANGUAGE_EVENT } from '../ui/text/locales.ts';
import { drafts as messages } from '../ui/text/locales/en/drafts.ts';
import { drafts, KEEP_DRAFTS, type DraftHost } from '../ui/safety/draft-keeper.ts';
import { Keeper } from './keeper.ts';

// For a page with `autosave` on a widget: load it before the widget. It sets what `ui/safety/draft-keeper.ts` calls.

export { eraseDrafts } from './erase.ts';
export type { DraftStore } from '../ui/safety/draft-keeper.ts';

const keepers = new WeakMap<DraftHost, Keeper>();

drafts[KEEP_DRAFTS] ??= {
  messages,
  follow(host, source, tools) {
    let keeper = keepers.get(host);
    if (!keeper) keepers.set(host, (keeper = new Keeper(host, source, tools)));
    keeper.follow();
  },
};

// A widget that came first looks again, and gets the messages.
globalThis.dispatchEvent?.(new Event(LANGUAGE_EVENT));
