import { html, type Markup } from '../html.ts';
import type { Reason } from '../worth-a-talk.ts';

const forms: Record<string, string> = { 'trust-12': 'full form', 'trust-pulse': 'pulse' };

/** One reason in words. `most`: how many lines are quoted; the others are counted. */
export function reasonView(reason: Reason, most = Infinity): Markup {
  if (reason.why === 'lower') {
    const { instrument, score, mean, earlier } = reason.unusual;
    return html`<strong>Lower than before:</strong> ${score.toFixed(1)} of 100 in the ${forms[instrument] ?? instrument}; ${mean.toFixed(1)} on average in their ${earlier} earlier ones`;
  }
  const shown = reason.words.slice(0, most);
  const others = reason.words.length - shown.length;
  return html`<strong>${heads[reason.why]}:</strong> ${shown.map((words, place) => html`${place > 0 && ' '}${words}`)}${others > 0 && html` <span class="muted">and ${others} more</span>`}`;
}

const heads = {
  asks: 'They want to ask',
  'would-help': 'They wrote what would help',
  no: 'They said no to',
  safety: 'An answer that leans away from safety',
};

/** How the rule works, for everyone who reads its result. */
export const rule =
  'Taken from what came at the last session or after it: a question of the client’s own, a line about safety, privacy or respect that was answered against it, what they wrote would help, or a trust score under the range of their own earlier ones on the same form. It tells nothing about what comes, and puts nobody before anyone.';
