import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { limits } from '../../src/core/plain-data/limits.ts';
import { compilePattern, matches, type Pattern } from '../../src/core/plain-data/linear-pattern.ts';

const compiled = (regex: string): Pattern => {
  const result = compilePattern(regex);
  assert.ok(result.ok, `${regex}: ${result.ok || result.reason}`);
  return result.pattern;
};

const reasonOf = (regex: string): string => {
  const result = compilePattern(regex);
  return result.ok ? '' : result.reason;
};

const isMatch = (regex: string, text: string): boolean | undefined => matches(compiled(regex), text);

describe('a pattern', () => {
  it('matches whole texts', () => {
    assert.equal(isMatch('[0-9]{3}', '123'), true);
    assert.equal(isMatch('[0-9]{3}', '1234'), false);
    assert.equal(isMatch('[0-9]{3}', ''), false);
    assert.equal(isMatch('a|bc', 'bc'), true);
    assert.equal(isMatch('a|bc', 'ac'), false, 'both alternatives are whole texts');
    assert.equal(isMatch('', ''), true);
    assert.equal(isMatch('^ja$', 'ja'), true, 'anchors change nothing');
  });

  it('has the forms that host pages and Questionnaires use', () => {
    const email = String.raw`[\w-\.]+@([\w-]+\.)+[\w-]{2,4}`;
    assert.equal(isMatch(email, 'a.b-c@example.org'), true);
    assert.equal(isMatch(email, 'a.b-c@example'), false);
    const day = String.raw`([0-9]([0-9]([0-9][1-9]|[1-9]0)|[1-9]00)|[1-9]000)(-(0[1-9]|1[0-2])(-(0[1-9]|[1-2][0-9]|3[0-1]))?)?`;
    assert.equal(isMatch(day, '2026-11-29'), true);
    assert.equal(isMatch(day, '2026-13-29'), false);
    assert.equal(isMatch(String.raw`\+?\d{1,3}[ \-\/]?(?:\d{2,4}[ \-\/]?){2,4}`, '+49 30/1234 56'), true);
    assert.equal(isMatch(String.raw`(?<year>\d{4})\-(?<week>W\d\d)`, '2026-W48'), true);
    assert.equal(isMatch(String.raw`[\s\S]*\bnow\b.*?`, 'first\nand now.'), true);
    assert.equal(isMatch(String.raw`\p{Lu}[\p{L}\p{M}' ]*`, 'Åsa O’'), false);
    assert.equal(isMatch(String.raw`\p{Lu}[\p{L}\p{M}’ ]*`, 'Åsa O’'), true);
  });

  it('counts a character of any script as one', () => {
    assert.equal(isMatch('.', '😀'), true);
    assert.equal(isMatch('[😀😁]{2}', '😁😀'), true);
    assert.equal(isMatch(String.raw`\uD83D\uDE00|\u{1F601}`, '😀'), true);
    assert.equal(isMatch('😀+', '😀😀'), true);
    assert.equal(isMatch('.', 'e\u0301'), false, 'a letter and its accent are two');
  });

  it('may have in a class what has a meaning elsewhere', () => {
    assert.deepEqual(['(', '?', '=', '!'].map((text) => isMatch('[(?=]', text)), [true, true, true, false]);
    assert.deepEqual(['a', '-', '5', 'b'].map((text) => isMatch(String.raw`[a-\d]`, text)), [true, true, true, false]);
  });

  it('distinguishes capitals', () => {
    assert.equal(isMatch('ja', 'JA'), false);
    assert.equal(isMatch('[a-z]', 'Z'), false);
  });

  for (const [regex, reason] of [
    ['a(?=b)', 'look-around at 1 is not supported'],
    ['a(?!b)', 'look-around at 1 is not supported'],
    ['(?<=a)b', 'look-around at 0 is not supported'],
    ['(?<!a)b', 'look-around at 0 is not supported'],
    [String.raw`(a)\1`, 'back-reference at 3 is not supported'],
    [String.raw`(?<x>a)\k<x>`, 'back-reference at 7 is not supported'],
    ['(?i)a', '"(?" at 0 is not supported'],
    ['(?>a)', '"(?" at 0 is not supported'],
    ['(a', 'a group is not closed'],
    ['a)', '")" at 1 is not supported'],
    ['[a', '"[" at 0 is not supported'],
    ['[b-a]', '"[b-a]" at 0 is not supported'],
    ['*a', '"*" at 0 is not supported'],
    ['a++', '"+" at 2 is not supported'],
    ['^*', '"*" at 1 is not supported'],
    ['a{2,1}', '"{2,1}" at 1 is not supported'],
    ['a{,2}', '"{" at 1 is not supported'],
    [String.raw`\p{Nothing}`, String.raw`"\p{Nothing}" at 0 is not supported`],
    [String.raw`\Aa\z`, String.raw`"\A" at 0 is not supported`],
    ['a\\', '"\\" at 1 is not supported'],
    [String.raw`\00`, String.raw`"\00" at 0 is not supported`],
    [String.raw`[\1]`, String.raw`"[\1]" at 0 is not supported`],
  ] as const) {
    it(`is refused if it is ${regex}`, () => assert.equal(reasonOf(regex), reason));
  }

  it('is refused if it is too large', () => {
    const reason = `more than ${limits.patternStates} states`;
    assert.equal(reasonOf('a'.repeat(limits.patternStates - 1)), '');
    assert.equal(reasonOf('a'.repeat(limits.patternStates + 1)), reason);
    assert.equal(reasonOf(`[${'a'.repeat(limits.patternStates)}]`), reason);
    assert.equal(reasonOf(`[${'a'.repeat(limits.patternStates - 2)}]`), '');
    assert.equal(reasonOf('.{0,4000}'), '');
    assert.equal(reasonOf('.{0,9999}'), reason);
    for (const regex of ['a{1000000000}', '(a{9,}){999}', '((a{100}){100}){100}', '((a*){200}){200}', '(?:){1000000000}', '(|){1000000000,}', `(a{${'9'.repeat(400)}}){0}`]) {
      assert.notEqual(reasonOf(regex), '', regex);
    }
    assert.equal(reasonOf('('.repeat(99) + ')'.repeat(99)), '');
    assert.equal(reasonOf('('.repeat(100) + ')'.repeat(100)), 'more than 100 groups inside groups');
  });
});

describe('the time of a comparison', () => {
  /** Backtracking takes longer than anybody waits for these. */
  const runaways = ['(a+)+$', '(a|a)*b', '(.*)*x', '(a*)*b', '(a|aa)+c', String.raw`([a-zA-Z]+)*\d`, '(x+x+)+y', 'a?'.repeat(30) + 'a'.repeat(30), '(.*?,){11}P'];
  const text = `${'a'.repeat(99_999)}!`;

  for (const regex of runaways) {
    it(`is linear in the text for ${regex}`, () => {
      // The parentheses and repetitions of a pattern add states too, but never more than its characters.
      const steps = 4 * regex.length * (text.length + 1);
      assert.equal(matches(compiled(regex), text, steps), false);
    });
  }

  it('ends as soon as no way is left', () => {
    assert.equal(matches(compiled('a{1,20}'), text, 1_000), false);
  });

  it('has a limit, beyond which nothing is decided', () => {
    const pattern = compiled('.*'.repeat(1_000));
    assert.equal(matches(pattern, 'a'.repeat(1_000)), true);
    assert.equal(matches(pattern, 'a'.repeat(limits.answerText)), undefined);
    const letters = compiled('a*');
    assert.equal(matches(letters, 'aaa', 3), undefined);
    // The letter at `a`, then the letter and the end at the end: each state and its way is a step.
    assert.deepEqual([matches(compiled('a'), 'a', 3), matches(compiled('a'), 'a', 2)], [true, undefined]);
    assert.equal(matches(letters, 'a'.repeat(limits.answerText)), true, 'the longest answer and a usual pattern');
  });
});

/** A part of a pattern, and a text that it matches by itself. */
interface Sample {
  regex: string;
  text: string;
}

const atoms: Sample[] = [
  ['a', 'a'], ['b', 'b'], ['é', 'é'], ['😀', '😀'], ['-', '-'], [' ', ' '],
  ['.', 'b'], ['[ab]', 'b'], ['[^a]', '😀'], ['[a-c1-]', '-'], [String.raw`[\w.]`, '.'], [String.raw`[^\s\d]`, 'a'], ['[^]', '\n'], ['[]', ''],
  [String.raw`\d`, '1'], [String.raw`\D`, 'é'], [String.raw`\w`, 'b'], [String.raw`\W`, '-'], [String.raw`\s`, ' '], [String.raw`\S`, '😀'],
  [String.raw`\.`, '.'], [String.raw`\\`, '\\'], [String.raw`\n`, '\n'], [String.raw`\u0061`, 'a'], [String.raw`\x61`, 'a'], [String.raw`\u{1F600}`, '😀'],
  [String.raw`\uD83D\uDE00`, '😀'], [String.raw`\p{L}`, 'é'], [String.raw`\P{L}`, '1'], [String.raw`\0`, '\0'],
  ['^', ''], ['$', ''], [String.raw`\b`, ''], [String.raw`\B`, ''], ['', ''],
].map(([regex, text]) => ({ regex: regex!, text: text! }));

const { pattern } = fc.letrec<{ pattern: Sample; group: Sample; alternatives: Sample; line: Sample; repeated: Sample }>((tie) => ({
  pattern: fc.oneof({ depthSize: 'small', withCrossShrink: true }, fc.constantFrom(...atoms), tie('line'), tie('alternatives'), tie('repeated')),
  group: fc.tuple(fc.constantFrom('(', '(?:'), tie('pattern')).map(([open, { regex, text }]) => ({ regex: `${open}${regex})`, text })),
  alternatives: fc.array(tie('pattern'), { minLength: 2, maxLength: 3 }).map((parts) => ({
    regex: `(${parts.map(({ regex }) => regex).join('|')})`,
    text: parts.at(-1)!.text,
  })),
  line: fc.array(fc.oneof(fc.constantFrom(...atoms), tie('group')), { minLength: 1, maxLength: 4 }).map((parts) => ({
    regex: parts.map(({ regex }) => regex).join(''),
    text: parts.map(({ text }) => text).join(''),
  })),
  repeated: fc.tuple(tie('group'), fc.constantFrom('?', '*', '+', '{0}', '{2}', '{1,}', '{0,2}', '{2,3}'), fc.constantFrom('', '?')).map(
    ([{ regex, text }, sign, lazy]) => ({ regex: regex + sign + lazy, text: text.repeat(2) }),
  ),
}));

const anyText = fc.array(fc.constantFrom('a', 'b', 'é', '😀', '-', ' ', '1', '.', '\n', '\\', '\ud83d'), { maxLength: 6 }).map((chars) => chars.join(''));

/** More cases than usual, of which each is short. */
const many = { numRuns: 10 * (fc.readConfigureGlobal().numRuns ?? 200) };

describe('any pattern', () => {
  it('matches what a native one with the flag u matches', () => {
    const seen = { true: 0, false: 0 };
    fc.assert(
      fc.property(pattern, anyText, ({ regex, text }, other) => {
        // With more, the backtracking of the native one can take too long.
        fc.pre(regex.split(/[?*+{]/).length <= 5);
        const native = new RegExp(`^(?:${regex})$`, 'u');
        for (const given of [text, other, text + other]) {
          if (given.length > 12) continue;
          const expected = native.test(given);
          assert.equal(isMatch(regex, given), expected, JSON.stringify({ regex, given }));
          seen[`${expected}`]++;
        }
      }),
      many,
    );
    assert.ok(seen.true > 500 && seen.false > 500, JSON.stringify(seen));
  });

  const pieces = ['(', ')', '(?', ':', '<', '=', '!', 'n', '>', '[', ']', '^', '-', '\\', 'd', 'w', 'p', 'u', 'x', 'k', '{', '}', 'L', '4', '1', ',', '*', '+', '?', '|', '.', '$', 'b', '😀', '\ud83d', '\n', '@'];

  it('is compiled as far as a native one is, and is never an error', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), anyText, (parts, text) => {
        const regex = parts.join('');
        const ours = compilePattern(regex);
        const isNative = isRegExp(regex, 'u');
        if (ours.ok) {
          // Signs that are escaped without need, and a hyphen beside a class. Both are patterns without the flag u.
          assert.ok(isNative || isRegExp(regex, ''), regex);
          const result = matches(ours.pattern, text);
          if (isNative) assert.equal(result, new RegExp(`^(?:${regex})$`, 'u').test(text), JSON.stringify({ regex, text }));
        } else if (isNative) assert.match(ours.reason, /^(look-around|back-reference|more than)|^"\(\?" at/, regex);
      }),
      many,
    );
  });
});

const isRegExp = (regex: string, flags: string): boolean => {
  try {
    return Boolean(new RegExp(regex, flags));
  } catch {
    return false;
  }
};
