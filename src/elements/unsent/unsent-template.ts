import { html, nothing, type TemplateResult } from '../../ui/lit/lit.ts';
import { repeat } from '../../ui/lit/repeat.ts';
import { button } from '../../ui/templates/button.ts';
import { levelOf, titleHeading } from '../../ui/templates/heading.ts';
import { actions, aside } from '../../ui/templates/page-parts.ts';
import { widgetRoot } from '../../ui/templates/widget-root.ts';
import { copyOf, type UnsentRecord, type UnsentWords } from './unsent-record.ts';

/** What is open below one record: its answers, or the question before it is erased. */
export type Open = { id: string; page: 'copy' | 'erase' } | undefined;

export type Outcome = 'done' | 'notYet' | 'erased' | 'notErased';

export interface UnsentView {
  records: readonly UnsentRecord[];
  open: Open;
  /** They are being sent now. */
  isTrying: boolean;
  /** What the last action did. */
  outcome: Outcome | undefined;
  headingLevel: number;
  t: UnsentWords;
}

export function unsentTemplate(view: UnsentView): TemplateResult {
  const { records, outcome, isTrying, headingLevel, t } = view;
  const canTry = records.some(({ state }) => state !== 'unreadable');
  return widgetRoot(
    { part: 'unsent', t },
    html`${titleHeading(headingLevel, t('unsent.title'))}
    ${repeat(
      records,
      ({ id }) => id,
      (record) => one(record, view),
    )}
    <p part="status" class="help" role="status" tabindex="-1">${isTrying ? t('sending') : outcome ? t(`unsent.${outcome}`) : ''}</p>
    ${canTry ? actions(html`<button type="button" class="main" part="retry" data-do="retry" aria-disabled=${isTrying}>${t('retry')}</button>`) : nothing}`,
  );
}

function one(record: UnsentRecord, { open, headingLevel, t }: UnsentView): TemplateResult {
  const { id, state, savedAt, copies = [] } = record;
  const page = open?.id === id ? open.page : undefined;
  const time = savedAt === undefined ? '' : new Date(savedAt).toLocaleString(t.lang, { dateStyle: 'medium', timeStyle: 'short' });
  const titles = copies.map(({ title, lang }, i) => html`${i ? ' · ' : ''}${lang ? t.mark(title, lang) : title}`);
  return html`<article part="record" data-id=${id}>
    <h3 aria-level=${levelOf(headingLevel, 1)} tabindex="-1">${titles.length ? titles : t('reviewTitle')}</h3>
    <p class="help">${time && t('unsent.sentAt', { time })}</p>
    <p>${t(`unsent.${state}`)}</p>
    ${
      page === 'copy' ? aside('copy', { t, copy: () => copyOf(record, t), send: () => nothing })
      : page === 'erase' ? html`<p part="ask">${t('eraseAsk')}</p>${aside('erase', { t, copy: () => copyOf(record, t), send: () => nothing })}`
      : actions(state === 'unreadable' ? nothing : button('copy', t('copy')), button('erase', t('eraseYes'), 'quiet'))
    }
  </article>`;
}
