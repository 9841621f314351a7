import { compilePattern, matches } from '../../core/plain-data/linear-pattern.ts';
import { Refusal } from './refusal.ts';

const compiled = new Map<string, ReturnType<typeof compilePattern>>();
const MOST = 200;

function isMatch(text: string, regex: string): boolean {
  let found = compiled.get(regex);
  if (!found) {
    found = compilePattern(regex);
    if (compiled.size >= MOST) compiled.clear();
    compiled.set(regex, found);
  }
  if (!found.ok) throw new Refusal(`with a pattern that ends in bounded time: ${found.reason}`);
  const result = matches(found.pattern, text);
  if (result === undefined) throw new Refusal('within the limits: the comparison with a pattern needs too many steps');
  return result;
}

type Texts = readonly string[];

/** One text, or none. */
const single = (texts: Texts): string | undefined => {
  if (texts.length > 1) throw new Refusal('about one text: a pattern is compared with several');
  return texts[0];
};

const compare = (texts: Texts, regex: string): boolean[] => {
  const text = single(texts);
  return text === undefined ? [] : [isMatch(text, regex)];
};

const refuse = (): never => {
  throw new Refusal('without replaceMatches(), which does not end in bounded time');
};

const arity = { 1: ['String'] } as { 1: ['String'] };

/**
 * Functions with patterns in place of those of `fhirpath`, which run a native RegExp: a pattern of a stranger can hang it for hours.
 * `matches` finds the pattern anywhere in the text.
 */
export const patternFunctions = {
  matches: { fn: (texts: Texts, regex: string) => compare(texts, String.raw`[\s\S]*(?:${regex})[\s\S]*`), arity },
  matchesFull: { fn: compare, arity },
  replaceMatches: { fn: refuse, arity: { 2: ['String', 'String'] } as { 2: ['String', 'String'] } },
};
