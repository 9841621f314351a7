import type { Instrument, Item, Value } from 'attune-elements/core';
import { getInstrument } from 'attune-elements/instruments';
import { answerLines, clamp } from './answer.ts';
import { type Character, dipAt, trustAt } from './character.ts';
import type { MadeUpAnswers } from './made-up.ts';
import type { Random } from './random.ts';
import { goals, helped, helpful, hindered, hurt, questions } from './words.ts';

const known = new Map<string, Instrument>();

export function instrumentFor(id: string, options: Record<string, string> = {}): Instrument {
  const key = JSON.stringify([id, options]);
  const there = known.get(key);
  if (there) return there;
  const resolved = getInstrument(id, options);
  if (!resolved.ok) throw new Error(`The seed uses options that ${id} does not have.`);
  known.set(key, resolved.instrument);
  return resolved.instrument;
}

/** A person who fills in forms, and when. */
export interface Sitting {
  person: Character;
  /** The number of the session, from 1; 0 before the first. */
  number: number;
  random: Random;
}

/** Converts 1 to 5 into a share from 0 to 1. */
const part = (level: number): number => (level - 1) / 4;

const facetOf = ({ tags }: Item): string => String(tags?.facet ?? '');

/** trust-12 or the pulse. A few are left half-finished, and still fewer are changed after they were sent. */
export function trustForm(id: string, options: Record<string, string>, { person, number, random }: Sitting): MadeUpAnswers {
  const instrument = instrumentFor(id, options);
  const level = trustAt(person, number, random);
  const to = random.chance(0.04) ? random.whole(1, id === 'trust-12' ? 10 : 3) : Infinity;
  const { given, left } = answerLines(
    instrument,
    (item) => part(level + (person.facets[facetOf(item)] ?? 0)),
    { person, random, to },
  );
  if (!random.chance(0.05)) given['t-now'] = clamp(part(level) * 10 + random.normal(), 0, 10);
  const isHurt = dipAt(person, number) > 0;
  if (random.chance(isHurt ? 0.6 : 0.08)) given['t-help'] = random.one(isHurt ? hurt : helpful);
  const answers = { instrument: id, options, given, left };
  const [line] = Object.keys(given);
  if (!line?.startsWith('t0') || !random.chance(0.02)) return answers;
  return { ...answers, first: { ...given, [line]: given[line] === 'disagree' ? 'in-between' : 'disagree' } };
}

/** The checklists of one session: the client's, and those of the other perspectives. They mostly agree. */
export function checklists(perspectives: readonly string[], sitting: Sitting): MadeUpAnswers[] {
  const { person, number, random } = sitting;
  const seen = new Map<string, number>();
  const trust = part(trustAt(person, number, random));
  return perspectives.map((perspective) => {
    const options = { perspective };
    const level = (item: Item): number => {
      const shared = seen.get(item.id) ?? trust + random.normal() * 0.24;
      seen.set(item.id, shared);
      return shared + (perspective === 'therapist' ? 0.1 : 0) + random.normal() * 0.12;
    };
    const own = (perspective === 'client' ? person : { ...person, flat: undefined, blank: 0.01, unsure: 0.05 }) as Character;
    const { given, left } = answerLines(instrumentFor('empathy-checklist', options), level, { person: own, random });
    if (perspective === 'client') {
      for (const id of Object.keys(given)) if (given[id] !== 'yes' && random.chance(0.15)) given[`${id}-more`] = ['more'];
    }
    return { instrument: 'empathy-checklist', options, given, left };
  });
}

/** How clear things are, and what to ask. Things get clearer with time. */
export function card(topics: string, last: readonly string[], { person, number, random }: Sitting): MadeUpAnswers {
  const options = { topics, policy: '2026-11', ...(last.length > 0 && { 'last-time': 'yes' }) };
  const instrument = instrumentFor('boundary-clarity', options);
  const clear = 0.45 + Math.min(number, 12) * 0.035;
  const { given, left } = answerLines(instrument, () => clear + random.normal() * 0.2, {
    person: { ...person, blank: 0.03 },
    random,
  });
  const asked: string[] = [];
  for (const id of Object.keys(given)) {
    if (/^b\d\d$/.test(id) && given[id] !== 'clear' && random.chance(0.55)) {
      given[`${id}-ask`] = ['ask'];
      asked.push(`${id}-ask`);
    }
  }
  for (const topic of topics.split(' ')) {
    if (!random.chance(0.14)) continue;
    given[`q-${topic}`] = random.one(questions[topic] ?? ['What would you ask?']);
    asked.push(`q-${topic}`);
  }
  if (asked.length > 1 && random.chance(0.6)) {
    const line = random.one(asked);
    given[line.startsWith('q-') ? `${line}-first` : line.replace('-ask', '-first')] = ['first'];
  }
  delete left['last-answered'];
  delete given['last-answered'];
  return {
    instrument: 'boundary-clarity',
    options,
    given,
    left,
    ...(last.length > 0 && {
      last: Object.fromEntries(last.map((text) => [text, random.one(['yes', 'yes', 'partly', 'no'] as const)])),
    }),
  };
}

/** The checks of the setting, of rapport, openness and benefits. */
export function check(id: string, options: Record<string, string>, { person, number, random }: Sitting): MadeUpAnswers {
  const level = part(trustAt(person, number, random) + 0.2);
  return { instrument: id, options, ...answerLines(instrumentFor(id, options), () => level, { person, random }) };
}

/** What a person wants from therapy, as far as they have said. */
export interface Aim {
  goal: string;
  close: number;
}

/** A check-in, and how close the person is after it. The goal may have changed. */
export function checkIn(aim: Aim | undefined, { person, number, random }: Sitting): { answers: MadeUpAnswers; aim: Aim } {
  const isOther = !aim || (aim.close > 5 && random.chance(0.3)) || random.chance(0.1);
  const goal = isOther ? random.one(goals.filter((each) => each !== aim?.goal)) : aim.goal;
  const step = dipAt(person, number) ? -1 : random.one([0, 1, 1, 2]);
  const close = isOther ? random.whole(0, 3) : Math.min(10, Math.max(0, aim.close + step));
  const given: Record<string, Value> = { p1: goal };
  if (!random.chance(0.1)) given.p2 = close;
  if (random.chance(0.5)) given.p3 = random.one(helped);
  if (random.chance(0.35)) given.p4 = random.one(hindered);
  if (random.chance(0.8)) given.p5 = one('p5', random);
  if (random.chance(0.7)) given.p6 = dipAt(person, number) ? 'yes' : one('p6', random);
  return { answers: { instrument: 'progress-check-in', given }, aim: { goal, close } };
}

function one(item: string, random: Random): string {
  const found = instrumentFor('progress-check-in').items.find(({ id }) => id === item);
  return random.one(found?.type === 'choice' ? (found.choices ?? []) : []).code;
}

/** What a clinician saw. After something went wrong there is more to see. */
export function observation({ person, number, random }: Sitting): MadeUpAnswers {
  const instrument = instrumentFor('mistrust-observation');
  const deep = dipAt(person, number);
  const { given, left } = answerLines(instrument, () => (deep ? 0.4 : 0.1) + random.normal() * 0.28, {
    person: { ...person, flat: undefined, blank: 0.02, unsure: 0.05 } as unknown as Character,
    random,
  });
  for (const [id, most] of [['m-why', 3], ['m-next', 2]] as const) {
    const item = instrument.items.find((each) => each.id === id);
    const codes = item?.type === 'choice' ? (item.choices ?? []).map(({ code }) => code) : [];
    const chosen = random.some(codes, random.whole(deep ? 1 : 0, most));
    if (chosen.length) given[id] = chosen;
  }
  return { instrument: 'mistrust-observation', given, left };
}
