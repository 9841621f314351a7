import type { Random } from './random.ts';

/** How a made-up person tends to answer. It is not a way to describe a real person. */
export interface Character {
  keying: 'mixed' | 'positive';
  /** Trust at the first session, from 1 to 5, and what each session adds. */
  base: number;
  climb: number;
  facets: Record<string, number>;
  /** How much answers vary. */
  spread: number;
  /** How likely they are to send the form that is asked, and an optional one. */
  keen: number;
  keener: number;
  /** How likely a line is to be left blank, or answered "can't say". */
  blank: number;
  unsure: number;
  /** On some days this person answers every line the same way. */
  flat?: number;
  /** The sessions at which something went wrong, from 1, with how deep it went and for how many sessions. */
  dips: { at: number; depth: number; length: number }[];
}

export function createCharacter(random: Random, sessions: number): Character {
  const dips: Character['dips'] = [];
  if (sessions > 6) {
    for (let at = random.whole(5, 11); at <= sessions && dips.length < 2; at += random.whole(6, 14)) {
      if (random.chance(0.5)) dips.push({ at, depth: random.between(0.9, 2), length: random.whole(1, 2) });
    }
  }
  const flat = random.chance(0.05) ? random.one([3, 5]) : undefined;
  return {
    keying: random.chance(0.1) ? 'positive' : 'mixed',
    base: random.between(2.4, 4.3),
    climb: random.between(-0.01, 0.07),
    facets: Object.fromEntries(['reliability', 'competence', 'integrity', 'safety'].map((key) => [key, random.normal() * 0.4])),
    spread: random.between(0.25, 0.6),
    keen: random.between(0.55, 0.97),
    keener: random.between(0.12, 0.55),
    blank: random.chance(0.18) ? random.between(0.02, 0.07) : 0.003,
    unsure: random.chance(0.22) ? random.between(0.02, 0.06) : 0.003,
    ...(flat && { flat }),
    dips,
  };
}

/** How deep the dip is at this session; 0 if nothing went wrong. */
export function dipAt({ dips }: Character, number: number): number {
  return dips.find(({ at, length }) => number >= at && number < at + length)?.depth ?? 0;
}

/** Trust at a session, from 1 to 5 before it is rounded. */
export function trustAt(person: Character, number: number, random: Random): number {
  const grown = person.base + person.climb * Math.min(number, 20);
  return grown - dipAt(person, number) + random.normal() * 0.22;
}
