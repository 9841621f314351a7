import { limits } from './limits.ts';

/** A state of the automaton. It takes one character, or it tests the place between two characters, or it only leads on. */
interface State {
  next: State[];
  /** Whether the state takes this character. */
  takes?: (char: string) => boolean;
  /** Whether the place between these two characters fits. They are empty at the ends of the text. */
  fits?: (before: string, after: string) => boolean;
}

/** A compiled pattern. */
export interface Pattern {
  readonly start: State;
  readonly end: State;
}

export type CompiledPattern = { ok: true; pattern: Pattern } | { ok: false; reason: string };

/** A part of a pattern that leads on to any state. */
interface Part {
  /** At least the number of states that it makes. */
  size: number;
  before: (next: State) => State;
  /** A place and a repetition cannot be repeated, unless a group is around them. */
  isFinal?: true;
}

/** Groups inside groups. Each level is a level of calls when the automaton is made. */
const DEEPEST = 100;

/** A character has one code point, as with the flag `u`. */
const TOKEN = new RegExp(
  [
    // A character class.
    /\[(?:\\.|[^\\\]])*\]/,
    // The start of a group or of a look-around, or of something that is neither.
    /\((?:\?(?:<[^=!>]+>|<?[=!]|:|))?/,
    // A repetition.
    /(?:[*+?]|\{\d+(?:,\d*)?\})\??/,
    // An escape: a property, one or two code units, a control character, a reference, one character.
    /\\(?:p\{[^}]*\}|u\{[^}]*\}|ud[89ab]..\\ud[c-f]..|u.{4}|x..|c.|k<|\d+|.)/,
    /./,
  ].map(({ source }) => source).join('|'),
  'gisu',
);

const one = (state: Omit<State, 'next'>): Part => ({ size: 1, before: (next) => ({ ...state, next: [next] }) });
const place = (fits: (before: string, after: string) => boolean): Part => ({ ...one({ fits }), isFinal: true });

const inOrder = (parts: readonly Part[]): Part => ({
  // An empty part counts too, so that repetitions of it are limited.
  size: parts.reduce((sum, { size }) => sum + size, 1),
  before: (next) => parts.reduceRight((state, part) => part.before(state), next),
});

const anyOf = (parts: readonly Part[]): Part =>
  parts.length === 1 ? parts[0]! : { ...inOrder(parts), before: (next) => ({ next: parts.map((part) => part.before(next)) }) };

const repeated = (part: Part, least: number, most: number): Part => ({
  size: (most < Infinity ? most : least + 1) * (part.size + 1),
  isFinal: true,
  before: (next) => {
    let state = next;
    if (most < Infinity) for (let i = least; i < most; i++) state = { next: [part.before(state), next] };
    else {
      state = { next: [next] };
      state.next.push(part.before(state));
    }
    for (let i = 0; i < least; i++) state = part.before(state);
    return state;
  },
});

const isWord = (char: string): boolean => /^\w$/.test(char);
const isWordEdge = (before: string, after: string): boolean => isWord(before) !== isWord(after);

const places: Record<string, Part> = {
  '^': place((before) => !before),
  $: place((_before, after) => !after),
  '\\b': place(isWordEdge),
  '\\B': place((before, after) => !isWordEdge(before, after)),
};

/** The least and the most repetitions. */
const bounds = (token: string): [least: number, most: number] => {
  const [least, most = token.includes(',') ? Infinity : least] = token.match(/\d+/g) ?? [];
  return least ? [Number(least), Number(most)] : [token[0] === '+' ? 1 : 0, token[0] === '?' ? 1 : Infinity];
};

/** One character: itself, an escape, `.` or a class. Undefined if no flag `u` allows it. */
function character(token: string): Part | undefined {
  if (!/^[.\\[\]{}]/.test(token)) return one({ takes: (char) => char === token });
  const strict = token
    // Forms escape signs that need no escape, such as `\-` and `\@`.
    .replace(/\\([^\da-z])/giu, (_, char: string) => `\\u{${char.codePointAt(0)!.toString(16)}}`)
    // They also write a hyphen beside `\w` in a class.
    .replace(/(\\[dsw])-(?!-)|-(?=\\[dsw])/gi, '$1\\-');
  try {
    const native = new RegExp(`^(?:${strict})$`, 'u');
    let last = '';
    let wasTaken = false;
    // Repetitions copy a state, and all copies ask for the same character.
    return one({ takes: (char) => (char === last ? wasTaken : (wasTaken = native.test((last = char)))) });
  } catch {
    return undefined;
  }
}

/**
 * Compiles a regular expression in the syntax of ECMAScript with the flag `u`: characters, classes, escapes, properties,
 * groups, alternatives, repetitions, `^`, `$`, `\b` and `\B`. It also takes `\-` and the like, and `[\w-.]`. It refuses
 * back-references and look-around, which no automaton has, and what it does not know, with a reason for a developer. A caller
 * then reports the reason and does not enforce the pattern. Never throws.
 *
 * The automaton is Thompson's (1968, Commun. ACM 11, 419-422).
 */
export function compilePattern(regex: string): CompiledPattern {
  const refuse = (what: string): CompiledPattern => ({ ok: false, reason: what });
  const tooLarge = `more than ${limits.patternStates} states`;
  if (regex.length > limits.patternStates) return refuse(tooLarge);
  /** The open groups, innermost last: the alternatives of each, and of each alternative the parts. */
  const open: Part[][][] = [[[]]];
  for (const { 0: token, index } of regex.matchAll(TOKEN)) {
    const unknown = (): CompiledPattern => refuse(`"${token}" at ${index} is not supported`);
    const group = open.at(-1)!;
    const parts = group.at(-1)!;
    if (/^\(\?<?[=!]/.test(token)) return refuse(`look-around at ${index} is not supported`);
    if (/^\\([1-9]|k)/.test(token)) return refuse(`back-reference at ${index} is not supported`);
    if (token === '(?') return unknown();
    if (token[0] === '(') {
      if (open.push([[]]) > DEEPEST) return refuse(`more than ${DEEPEST} groups inside groups`);
    } else if (token === ')') {
      open.pop();
      if (!open.length) return unknown();
      open.at(-1)!.at(-1)!.push(anyOf(group.map(inOrder)));
    } else if (token === '|') group.push([]);
    else if (/^([*+?]|\{\d)/.test(token)) {
      const part = parts.pop();
      const [least, most] = bounds(token);
      if (!part || part.isFinal || most < least) return unknown();
      parts.push(repeated(part, least, most));
    } else {
      const part = Object.hasOwn(places, token) ? places[token] : character(token);
      if (!part) return unknown();
      parts.push(part);
    }
  }
  if (open.length > 1) return refuse('a group is not closed');
  const whole = anyOf(open[0]!.map(inOrder));
  // Zero repetitions of something endless are no number.
  if (!(whole.size <= limits.patternStates)) return refuse(tooLarge);
  const end: State = { next: [] };
  return { ok: true, pattern: { start: whole.before(end), end } };
}

/**
 * Whether a pattern matches a whole text, as with `^(?:...)$` around it. It follows all ways through the automaton at once, so
 * the time is at most the length of the text times the size of the pattern. Undefined if that takes more than `maxSteps`
 * steps: only a hostile pattern and a very long text need so many. Never throws.
 */
export function matches({ start, end }: Pattern, text: string, maxSteps: number = limits.patternSteps): boolean | undefined {
  let before = '';
  let states = new Set([start]);
  let steps = 0;
  /** Goes over one character, or to the end of the text. Returns false if there are too many steps. */
  const advance = (char: string): boolean => {
    const following = new Set<State>();
    // The set grows while it is read.
    for (const { next, takes, fits } of states) {
      steps += 1 + next.length;
      if (steps > maxSteps) return false;
      if (takes ? takes(char) : !fits || fits(before, char)) for (const state of next) (takes ? following : states).add(state);
    }
    if (char) states = following;
    before = char;
    return true;
  };
  for (const char of text) {
    if (!advance(char)) return undefined;
    if (!states.size) return false;
  }
  return advance('') ? states.has(end) : undefined;
}
