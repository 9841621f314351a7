import type { Instrument, Response } from 'attune-elements/core';
import { renderFallback } from 'attune-elements/html';
// The messages of the clinic's languages beside its own. They are drafts too.
import 'attune-elements/locales/ar';
import 'attune-elements/locales/ar/html';
import 'attune-elements/locales/de';
import 'attune-elements/locales/de/html';
import { Markup, textOf } from '../html.ts';
import type { SentForm } from '../intake-parts.ts';
import { newId } from '../new-id.ts';
import type { Words } from '../words/words.ts';

interface PlainForm {
  /** In the wording that the widget shows. */
  instrument: Instrument;
  name: string;
  /** The clinic's own text for each group. */
  notes?: Readonly<Record<string, string>>;
  record: Response | undefined;
  sent?: SentForm | undefined;
}

/** The fields of a widget for a browser without scripts, and until the scripts have come. They are inside the widget and inside a form. */
export function plainForm({ language, part, widgets }: Words, { instrument, name, notes = {}, record, sent }: PlainForm): Markup {
  return new Markup(
    renderFallback(instrument, {
      id: record?.id ?? newId(),
      name,
      locale: language,
      who: part.who,
      when: part.when,
      kept: part.kept,
      crisis: textOf(widgets.crisis),
      concern: textOf(part.concern),
      notes,
      ...(record && { answers: record.answers, startedAt: record.startedAt }),
      ...sent,
    }),
  );
}
