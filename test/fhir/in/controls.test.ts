import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { control, ext, form, type Json, read } from './read.ts';

const OPTIONS = { answerOption: ['a', 'b'].map((code) => ({ valueCoding: { code, display: code.toUpperCase() } })) };
const NUMBERS = { answerOption: [{ valueInteger: 1 }, { valueInteger: 2 }] };
const LIMITS = [ext('minValue', { valueInteger: 0 }), ext('maxValue', { valueInteger: 4 })];

/** An item of each kind. */
const ITEMS = {
  display: { type: 'display' },
  group: { type: 'group', item: [{ linkId: 'in', text: 'In', type: 'date' }] },
  'group of choices': { type: 'group', item: [{ linkId: 'in', text: 'In', type: 'choice', ...OPTIONS }] },
  'group of groups': { type: 'group', item: [{ linkId: 'in', text: 'In', type: 'group', item: [{ linkId: 'in2', text: 'In', type: 'date' }] }] },
  boolean: { type: 'boolean' },
  date: { type: 'date' },
  time: { type: 'time' },
  decimal: { type: 'decimal' },
  integer: { type: 'integer' },
  'integer with limits': { type: 'integer', extension: LIMITS },
  'integer with options': { type: 'integer', ...NUMBERS },
  string: { type: 'string' },
  'string with options': { type: 'string', answerOption: [{ valueString: 'A' }] },
  text: { type: 'text' },
  url: { type: 'url' },
  choice: { type: 'choice', ...OPTIONS },
  'choice of several': { type: 'choice', repeats: true, ...OPTIONS },
  quantity: { type: 'quantity', extension: [ext('questionnaire-unit', { valueCoding: { display: 'kg' } })] },
  attachment: { type: 'attachment' },
} as const satisfies Record<string, Json>;

type Kind = keyof typeof ITEMS;

const LISTS: Kind[] = ['choice', 'string with options', 'integer with options'];
const SEVERAL: Kind = 'choice of several';
const GROUPS: Kind[] = ['group', 'group of choices', 'group of groups'];

/** Where each control is presented. Elsewhere it is in the issues. */
const PRESENTED: Record<string, Kind[]> = {
  'radio-button': [...LISTS, 'boolean'],
  'check-box': [SEVERAL],
  'drop-down': LISTS,
  autocomplete: [...LISTS, SEVERAL],
  lookup: [...LISTS, SEVERAL],
  likert: [...LISTS, SEVERAL, 'group of choices'],
  table: ['group of choices'],
  htable: ['group of choices'],
  gtable: GROUPS,
  grid: ['group of groups'],
  page: GROUPS,
  'tab-container': ['group of groups'],
  list: GROUPS,
  atable: [],
  header: ['display', ...GROUPS],
  footer: ['display', ...GROUPS],
  inline: ['display'],
  slider: ['integer with limits'],
  spinner: [],
  'text-box': ['string', 'text', 'integer', 'integer with limits', 'decimal'],
  lower: [],
  upper: [],
  unit: [],
  'one-of-nobody': [],
};

/** Where a control says nothing about the answer: how many answers are possible decides between radio buttons and checkboxes. */
const SAYS_NOTHING: Record<string, Kind[]> = {
  'radio-button': [SEVERAL],
  'check-box': LISTS,
  'drop-down': [SEVERAL],
  spinner: ['integer', 'integer with limits', 'decimal', 'quantity'],
};

const codesAt = (item: Json, around: (item: Json) => Json[] = (one) => [one]): string[] =>
  read(form(around(item))).issues.filter((issue) => issue.startsWith('x ')).map((issue) => issue.slice(2));

const withControl = (kind: Kind, code: string): Json => {
  const { extension = [], ...item } = ITEMS[kind] as { extension?: Json[] } & Json;
  return { linkId: 'x', text: 'Text', ...item, extension: [...extension, control(code)] };
};

describe('a control of an item is presented or reported', () => {
  for (const [code, presented] of Object.entries(PRESENTED)) {
    it(code, () => {
      for (const kind of Object.keys(ITEMS) as Kind[]) {
        const codes = codesAt(withControl(kind, code));
        const expected =
          presented.includes(kind) ? []
          : SAYS_NOTHING[code]?.includes(kind) ? ['extension-ignored']
          : [kind.startsWith('group') ? 'shown-as-list' : 'control-not-offered'];
        assert.deepEqual(codes, expected, `${code} at ${kind}`);
      }
    });
  }
});

describe('a text for a place beside a question', () => {
  const inside = (kind: Kind) => (text: Json): Json[] => [{ linkId: 'q', text: 'Q', ...ITEMS[kind], item: [...((ITEMS[kind] as Json).item as Json[] | undefined ?? []), text] }];
  const text = (code: string, more: Json = {}): Json => ({ linkId: 'x', text: 'Some words', type: 'display', extension: [control(code)], ...more });
  const shown = (items: Json[]): string => JSON.stringify(read(form(items)).definition.items);

  it('is reported where there is no such place, and shown below', () => {
    for (const [code, kinds] of Object.entries({
      lower: ['date', 'choice', 'integer', 'boolean', 'group', 'quantity', 'text'], upper: ['date', 'choice', 'integer', 'boolean', 'group', 'quantity', 'text'],
      unit: ['date', 'choice', 'boolean', 'group', 'text', 'attachment'],
    }) as [string, Kind[]][]) {
      for (const kind of kinds) {
        assert.deepEqual(codesAt(text(code), inside(kind)), ['control-not-offered'], `${code} in ${kind}`);
        assert.match(shown(inside(kind)(text(code))), /Some words/);
      }
    }
  });

  it('is reported below a slider if it has a condition, or is the second one', () => {
    const slider = (...item: Json[]): Json[] => [{ linkId: 'n', text: 'N', type: 'boolean' }, { linkId: 'q', text: 'Q', type: 'integer', extension: [...LIMITS, control('slider')], item }];
    assert.deepEqual(codesAt(text('lower'), (one) => slider(one)), []);
    const when = { enableWhen: [{ question: 'n', operator: '=', answerBoolean: true }] };
    assert.deepEqual(codesAt(text('lower', when), (one) => slider(one)), ['control-not-offered']);
    assert.deepEqual(codesAt(text('lower'), (one) => slider({ ...one, linkId: 'first' }, one)), ['control-not-offered']);
  });

  it('is help of every question and group, and reported where nothing is around', () => {
    for (const code of ['help', 'flyover', 'prompt', 'legal', 'security']) {
      for (const kind of ['date', 'choice', 'group', 'attachment'] as Kind[]) assert.deepEqual(codesAt(text(code), inside(kind)), [], `${code} in ${kind}`);
      assert.deepEqual(codesAt(text(code)), ['help-shown-below'], code);
      assert.match(shown([text(code)]), /Some words/);
    }
  });

  it('is reported if it is no display item', () => {
    for (const code of ['help', 'flyover', 'prompt', 'legal', 'security', 'lower', 'upper', 'unit', 'header', 'footer']) {
      assert.deepEqual(codesAt(withControl('date', code)), ['control-not-offered'], code);
    }
  });
});
