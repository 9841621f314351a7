import type { Response } from 'attune-elements/core';
import { type Asked, listAsked } from '../asked.ts';
import { html, type Markup } from '../html.ts';
import { asSeen } from '../wording.ts';

/** The same questions in the wording that the person saw. */
export interface Seen {
  language: string;
  dir: string;
  asked: readonly Asked[];
}

/** `undefined` if the person saw the clinic's own wording, or if the clinic does not have theirs any more. */
export function seenIn(body: Response): Seen | undefined {
  const instrument = asSeen(body);
  return instrument && { language: instrument.language, dir: instrument.direction ?? 'ltr', asked: listAsked(instrument, body) };
}

/** A text as the person saw it, beside the clinic's. A text in their own words is the same in both, and not repeated. */
export function seenText({ language, dir }: Pick<Seen, 'language' | 'dir'>, text: string | undefined, own: string): Markup | null {
  return text && text !== own ? html` <span class="as-seen" lang="${language}" dir="${dir}">${text}</span>` : null;
}

const names = new Intl.DisplayNames('en-GB', { type: 'language' });

/** "German, draft": in which translation it was asked; empty for the clinic's own wording. */
export function translationShort({ translation }: Response['instrument']): string {
  return translation ? `${names.of(translation.language)}, ${translation.standing}` : '';
}

/** In which translation it was asked, and what follows from that for the figures. */
export function translationView(body: Response): Markup | null {
  const { translation } = body.instrument;
  if (!translation) return null;
  const { language, revision, standing, review } = translation;
  const people = review?.people.map(({ name, role }) => `${name} (${role})`).join(', ');
  return html`<p class="translation"><strong>Asked in ${names.of(language)}.</strong> ${standingWords[standing]}${people && ` Reviewed by ${people}.`} <span class="muted small">Standing: ${standing}, revision ${revision}.</span>${
    !asSeen(body) && ' The clinic has other words by now, so those that the person saw cannot be shown.'
  }</p>`;
}

const standingWords = {
  draft: 'The translation is a draft that nobody has reviewed, so there is no score. The answers can be talked about.',
  reviewed: 'The translation was reviewed. Nobody has shown that bands or norms hold for it, so there are none.',
  validated: 'Studies have examined the translation.',
};
