import type { Missing } from '../course.ts';
import { html, type Markup } from '../html.ts';

const forms: Record<string, string> = {
  'trust-12': 'the full trust form',
  'trust-pulse': 'the pulse',
  'empathy-checklist': 'the checklist',
  'boundary-clarity': 'the card',
  'environment-check': 'the setting',
  'progress-check-in': 'the check-in',
  'rapport-check': 'how we connect',
  'openness-check': 'how open I can be',
  'benefits-check': 'how things are',
};

/** What a session lacks, in words. */
export function missingView({ unsent, lines, unscored, noPair }: Missing): Markup {
  const [asked, offered] = [unsent.filter(isAsked), unsent.filter((offer) => !isAsked(offer))].map((offers) =>
    offers.map(({ instrument }) => forms[instrument] ?? instrument).join(', '),
  );
  const blank = [
    lines.unanswered && `${lines.unanswered} left blank`,
    lines.unknown && `${lines.unknown} “can’t say”`,
    lines.declined && `${lines.declined} skipped`,
  ].filter(Boolean);
  const parts = [
    asked && html`Not sent: ${asked}`,
    offered && html`<span class="muted">Offered: ${offered}</span>`,
    unscored.length > 0 && html`Too few answers for a score: ${unscored.map(({ body }) => forms[body.instrument.id] ?? 'signs seen').join(', ')}`,
    blank.length > 0 && html`Lines: ${blank.join(', ')}`,
    noPair && html`The therapist’s checklist`,
  ].filter((part) => part);
  return parts.length ? html`<ul class="plain small">${parts.map((part) => html`<li>${part}</li>`)}</ul>` : html`nothing`;
}

/** The trust form is asked after every session. */
const isAsked = ({ instrument }: { instrument: string }): boolean => instrument.startsWith('trust-');
