import { agenda, type Value } from 'attune-elements/core';
import { offersAfter } from '../plan.ts';
import { createCharacter, dipAt } from './character.ts';
import { type Aim, card, check, checkIn, checklists, instrumentFor, observation, type Sitting, trustForm } from './forms.ts';
import { type MadeUpAnswers, type MadeUpEntry, type MadeUpMilestone, type MadeUpPerson, type MadeUpSession, therapists } from './made-up.ts';
import { createRandom, type Random } from './random.ts';
import { entries, names, notes, ownMilestones } from './words.ts';

const intakeTopics = 'purpose dialogue boundaries confidentiality cost ending';

/** Makes up a number of clients with a total number of sessions; one client has a single session. The same seed gives the same people. */
export function makeCourses(clients: number, sessions: number, seed = 41): MadeUpPerson[] {
  const random = createRandom(seed);
  // A generator of its own, so that what people write does not change what they answer.
  const writing = createRandom(seed + 1);
  return shares(clients, sessions, random).map((count, place) => {
    const person = makePerson(nameOf(place), count, random);
    return { ...person, journal: journalOf(person.sessions, writing) };
  });
}

const nameOf = (place: number): string => {
  const round = Math.floor(place / names.length);
  return `${names[place % names.length]}${round ? ` ${round + 1}` : ''}`;
};

/** The number of sessions of each client: one has one, the others have from few to many. */
function shares(clients: number, sessions: number, random: Random): number[] {
  if (clients < 2) return clients ? [sessions] : [];
  const weights = Array.from({ length: clients - 1 }, () => random.between(0.25, 1.75));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const rest = Math.max(0, sessions - 1);
  let [upTo, given] = [0, 0];
  const others = weights.map((weight) => {
    upTo += weight;
    const count = Math.round((rest * upTo) / whole) - given;
    given += count;
    return count;
  });
  return [1, ...others];
}

function makePerson(called: string, count: number, random: Random): MadeUpPerson {
  const person = createCharacter(random, count);
  const sitting = (number: number): Sitting => ({ person, number, random });
  const asked = new Questions();
  const intake = random.chance(0.85) ? [trustForm('trust-12', { variant: 'intake' }, sitting(0))] : [];
  if (random.chance(0.7)) intake.push(asked.by(card(intakeTopics, [], sitting(0))));

  const every = random.one([7, 7, 7, 14]);
  // Some courses have ended, some have a session this week.
  let ago = (random.chance(0.25) ? random.whole(30, 90) : random.whole(1, 7)) + every * (count - 1);
  const therapist = random.one(therapists);
  const usual = random.one(['in-person', 'in-person', 'in-person', 'video', 'phone'] as const);
  let aim: Aim | undefined;
  const sessions = Array.from({ length: count }, (_, index): MadeUpSession => {
    const number = index + 1;
    const mode = random.chance(0.1) ? 'video' : usual;
    const records: MadeUpAnswers[] = [];
    for (const [place, { instrument, options }] of offersAfter({ number, mode }).entries()) {
      // At the first session everyone is asked about the setting.
      const isAsked = !place || instrument === 'environment-check';
      if (!random.chance(isAsked ? person.keen : person.keener)) continue;
      if (instrument === 'trust-12') records.push(trustForm(instrument, keyed(options, person.keying), sitting(number)));
      else if (instrument === 'trust-pulse') records.push(trustForm(instrument, options, sitting(number)));
      else if (instrument === 'boundary-clarity') records.push(asked.by(card(options.topics ?? '', asked.last, sitting(number))));
      else if (instrument === 'progress-check-in') {
        const { answers, aim: next } = checkIn(aim, sitting(number));
        records.push(answers);
        aim = next;
      } else if (instrument === 'empathy-checklist') records.push(...checklists(whoLooked(random), sitting(number)));
      else records.push(check(instrument, options, sitting(number)));
    }
    if (random.chance(dipAt(person, number) ? 0.75 : 0.08)) records.push(observation(sitting(number)));
    const held = { ago, therapist, mode, records };
    ago -= every;
    return held;
  });
  return { called, intake, sessions, milestones: milestonesOf(sessions, random) };
}

const keyed = (options: Record<string, string>, keying: string): Record<string, string> =>
  keying === 'positive' ? { ...options, keying } : options;

function whoLooked(random: Random): string[] {
  return ['client', ...(random.chance(0.6) ? ['therapist'] : []), ...(random.chance(0.12) ? ['observer'] : [])];
}

/** What a person wanted to ask on the previous card. */
class Questions {
  last: string[] = [];

  by(answers: MadeUpAnswers): MadeUpAnswers {
    const given = Object.entries(answers.given).map(([item, value]) => ({
      item,
      ...(item.startsWith('q-') && { at: [0] }),
      state: 'answered' as const,
      values: Array.isArray(value) ? (value as Value[]) : [value as Value],
    }));
    this.last = agenda(instrumentFor(answers.instrument, answers.options), { answers: given }).map(({ text }) => text);
    return answers;
  }
}

const kinds = ['said-it', 'asked', 'set-limit', 'said-no', 'spoke-up', 'chose-goal', 'tried-new', 'asked-help', 'took-rest', 'hard-day', 'looked-back'];

function milestonesOf(sessions: readonly MadeUpSession[], random: Random): MadeUpMilestone[] {
  if (!sessions.length || random.chance(0.35)) return [];
  const marked = random.some(kinds, random.whole(1, 3)).map((milestone) => ({ milestone, ago: random.one(sessions).ago }));
  if (random.chance(0.25)) marked.push({ milestone: 'custom', ago: random.one(sessions).ago });
  return marked.map(({ milestone, ago }) => ({
    milestone,
    ago,
    ...(milestone === 'custom' && { text: random.one(ownMilestones), motif: random.whole(1, 3) }),
    ...(random.chance(0.5) && { note: random.one(notes) }),
    ...(random.chance(0.5) ? { shared: true } : random.chance(0.15) && { putAway: true }),
  }));
}

/** Few people share anything, and mostly soon after a session. */
function journalOf(sessions: readonly MadeUpSession[], random: Random): MadeUpEntry[] {
  if (!sessions.length || random.chance(0.7)) return [];
  return random
    .some(entries, random.whole(1, 3))
    .map((entry) => ({ ...entry, ago: Math.max(1, random.one(sessions).ago - random.whole(0, 3)) }));
}
