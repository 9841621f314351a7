import { draftHours } from '../drafts.ts';
import { html, type Markup } from '../html.ts';
import { type AskedPart, askedParts } from '../intake-parts.ts';
import type { Widgets } from '../widgets.ts';

/** The key on a device of what a person has filled in of a part and not saved. `own`: the key of their form. */
export const partKey = (own: string, part: AskedPart): string => `${own}-${part}`;

/** The attributes with which a widget keeps the answers on a person's own device, if they agree. */
export const keptOnDevice = (key: string): Markup => html` autosave="device" draft-key="${key}"`;

/** In days: a device keeps a part of the intake form no longer than the clinic does. */
export const partDays = draftHours / 24;

/** The scripts with which a page erases all of a form on the device. */
export const erasesForm = (widgets: Widgets, key: string | undefined): Markup[] =>
  erasesOnDevice(widgets, key === undefined ? [] : askedParts.map((part) => partKey(key, part)));

/** The scripts with which a page erases on the device what the clinic has now, or what the person has erased. */
export const erasesOnDevice = (widgets: Widgets, keys: readonly string[]): Markup[] =>
  keys.length ? [widgets.script('drafts'), html`<script type="module" src="/assets/erase-drafts.js" data-drafts="${keys.join(' ')}"></script>`] : [];
