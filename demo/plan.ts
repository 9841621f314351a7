import type { ClinicSession } from './sessions.ts';

/** One form that the clinic offers after a session. */
export interface Offer {
  instrument: string;
  options: Record<string, string>;
}

type Held = Pick<ClinicSession, 'number' | 'mode'>;

/**
 * The forms that a client is offered after the session with this number, from 1. The first is asked, the others are
 * optional. The full trust form comes at the third session and at every fifth after that, and the pulse at the others.
 */
export function offersAfter({ number, mode }: Held): Offer[] {
  const isFull = number >= 3 && (number - 3) % 5 === 0;
  const offers: Offer[] = [
    isFull ? { instrument: 'trust-12', options: { variant: 'session' } } : { instrument: 'trust-pulse', options: {} },
    { instrument: 'empathy-checklist', options: { perspective: 'client' } },
    { instrument: 'boundary-clarity', options: { topics: 'purpose dialogue boundaries' } },
  ];
  if (number === 1) offers.push({ instrument: 'environment-check', options: { mode } });
  if (number % 4 === 2) offers.push({ instrument: 'progress-check-in', options: {} });
  if (number % 6 === 4) offers.push({ instrument: 'rapport-check', options: { mode } });
  if (number % 6 === 5) offers.push({ instrument: 'openness-check', options: {} });
  if (number % 6 === 0) offers.push({ instrument: 'benefits-check', options: {} });
  return offers;
}
