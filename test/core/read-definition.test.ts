import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defineInstrument, InstrumentError } from '../../src/core/instrument/define-instrument.ts';
import { readDefinition } from '../../src/core/instrument/read-definition.ts';
import { ownLicence } from './fixtures/own-licence.ts';

type Json = Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any

/** A small definition that keeps every rule and uses every kind of item. */
const good = (): Json => ({
  schema: 1,
  id: 'small',
  version: '1.2.3',
  language: 'en-GB',
  title: { by: 'mode', is: { video: 'By video', phone: 'By phone' } },
  audience: 'client',
  licence: { ...ownLicence },
  normed: true,
  options: {
    mode: { values: ['video', 'phone'], default: 'video' },
    parts: { values: ['a', 'b'], default: { by: 'mode', is: { video: 'a b', phone: 'a' } }, many: true },
    policy: { default: '' },
  },
  scales: {
    yesno: {
      choices: [
        { code: 'no', text: 'No', value: 0 },
        { code: 'yes', text: 'Yes', value: 1 },
      ],
      unknown: 'Not sure',
    },
  },
  absent: { declined: 'Skip' },
  items: [
    { id: 'c1', type: 'choice', scale: 'yesno', text: 'One?' },
    { id: 'c2', type: 'choice', scale: 'yesno', text: 'Two?', reverse: true, only: { mode: ['video'], parts: ['b'] } },
    {
      id: 'g',
      type: 'group',
      text: '',
      when: { any: [{ item: 'c1', op: '=', value: 'yes' }, { all: [{ item: 'r', is: 'answered' }] }] },
      repeats: { min: 0, max: 3, add: 'Add' },
      items: [
        { id: 'gt', type: 'text', text: 'Words', maxLength: 5 },
        { id: 'gc', type: 'choice', scale: 'yesno', text: 'G?' },
      ],
    },
    { id: 'r', type: 'rating', min: 0, max: 10, minText: 'Low', maxText: 'High', text: 'How much?' },
    { id: 'n', type: 'integer', min: 0, max: 9, text: 'How many?', unit: 'days' },
    { id: 'x', type: 'decimal', text: 'How far?' },
    { id: 'd', type: 'date', min: '2026-01-01', text: 'When?' },
    { id: 'b', type: 'boolean', text: 'Really?' },
    { id: 'm', type: 'choice', multiple: true, choices: [{ code: 'more', text: 'More' }], text: 'More?' },
    { id: 't', type: 'time', min: '08:00', seconds: false, text: 'At what time?' },
    { id: 's', type: 'slider', min: 0, max: 1, step: 0.1, minText: 'Low', maxText: 'High', labels: [{ value: 0.5, text: 'Half' }], text: 'How far?' },
    { id: 'e', type: 'text', format: 'email', minLength: 3, text: 'Your address?' },
    { id: 'read', type: 'display', text: 'Read this' },
  ],
  scoring: {
    source: 'Someone 2001',
    url: 'https://doi.org/10.0000/1',
    scales: {
      first: {
        method: 'sum',
        items: ['c1', 'c2'],
        least: 1,
        missing: 'zero',
        norms: { sd: 0.5, reliability: 0.8, mean: 1, n: 100, source: 'Someone 2001', url: 'https://doi.org/10.0000/1' },
        reliableChange: { points: 1, source: 'Someone 2001' },
      },
      heavy: {
        method: 'weighted',
        items: ['c1', 'r'],
        weights: { c1: 2, r: -0.5 },
        least: 2,
        bands: { of: 'raw', cuts: [{ band: 'low', below: 1 }, { band: 'high' }], method: 'placeholder', source: 'Someone 2001' },
        norms: { sd: 2, sem: 1, source: 'Someone 2001' },
      },
    },
    total: {
      method: 'percent',
      items: ['c1', 'c2', 'r'],
      least: 2,
      everyScale: true,
      bands: { cuts: [{ band: 'low', below: 50 }, { band: 'high' }], method: 'halves', uniformExcept: [] },
    },
  },
  result: { items: ['c1'], counts: '{towards}', list: 'List', oneSided: 'One', tooFew: 'Few', provenance: 'Ours' },
  words: { extra: 'Extra' },
});

/** The paths and rules that break after one change. */
function broken(change: (definition: Json) => void): string[] {
  const definition = good();
  change(definition);
  const read = readDefinition(definition);
  return read.ok ? [] : read.problems.map(({ path, code }) => `${path} ${code}`);
}

const rules: [string, (definition: Json) => void, string][] = [
  // the shape
  ['asks for every required key', (d) => delete d.title, 'title there'],
  ['takes no other keys', (d) => (d.colour = 'red'), 'colour known-key'],
  ['takes no other keys in an item', (d) => (d.items[0].colour = 'red'), 'items[0].colour known-key'],
  ['takes no keys of another kind of item', (d) => (d.items[0].min = 1), 'items[0].min known-key'],
  ['is not fooled by inherited keys', (d) => (d.items[0].constructor = 1), 'items[0].constructor known-key'],
  ['knows its schema', (d) => (d.schema = 2), 'schema one-of'],
  ['asks for a well formed id', (d) => (d.id = 'a b'), 'id name'],
  ['asks for a full version', (d) => (d.version = '1.0'), 'version version'],
  ['asks for a language tag', (d) => (d.language = 'english!'), 'language language-tag'],
  ['asks for one language-tag', (d) => (d.language = ['en', 'de']), 'language language-tag'],
  ['asks for a title with words', (d) => (d.title = ' '), 'title text'],
  ['knows three audiences', (d) => (d.audience = 'patient'), 'audience one-of'],
  ['asks for a licence', (d) => delete d.licence, 'licence there'],
  ['asks for the copyright', (d) => delete d.licence.copyright, 'licence.copyright there'],
  ['asks for a copyright with words', (d) => (d.licence.copyright = ' '), 'licence.copyright text'],
  ['asks who gives the licence', (d) => delete d.licence.licenceHolder, 'licence.licenceHolder there'],
  ['asks for a holder with words', (d) => (d.licence.licenceHolder = ''), 'licence.licenceHolder text'],
  ['asks where its terms stand', (d) => delete d.licence.licenceUrl, 'licence.licenceUrl there'],
  ['asks for a full address', (d) => (d.licence.licenceUrl = 'publisher.example'), 'licence.licenceUrl full-address'],
  ['asks whether the text may be used', (d) => delete d.licence.licenceConfirmed, 'licence.licenceConfirmed there'],
  ['takes no for no', (d) => (d.licence.licenceConfirmed = false), 'licence.licenceConfirmed confirmed'],
  ['takes nothing but true for yes', (d) => (d.licence.licenceConfirmed = 'true'), 'licence.licenceConfirmed confirmed'],
  ['takes no other statement of a licence', (d) => (d.licence.text = 'MIT'), 'licence.text known-key'],
  ['asks for a list of items', (d) => (d.items = {}), 'items list'],
  ['asks for at least one item', (d) => ((d.items = []), delete d.scoring, delete d.result), 'items list'],
  ['knows the kinds of items', (d) => (d.items[0].type = 'dial'), 'items[0].type one-of'],
  ['does not take a prototype for a kind', (d) => (d.items[0].type = 'constructor'), 'items[0].type one-of'],
  ['asks for ids without points', (d) => (d.items[0].id = 'c.1'), 'items[0].id name'],
  ['asks for true or false', (d) => (d.items[0].reverse = 'yes'), 'items[0].reverse one-of'],
  ['asks for finite weights', (d) => (d.scales.yesno.choices[0].value = NaN), 'scales.yesno.choices[0].value number'],
  [
    'keeps the reasons for no answer out of the codes',
    (d) => (d.scales.yesno.choices[0].code = 'unknown'),
    'scales.yesno.choices[0].code code',
  ],
  ['knows the reasons for no answer', (d) => (d.absent.bored = 'Bored'), 'absent.bored one-of'],
  ['asks for a known comparison', (d) => (d.items[2].when.any[0].op = '~'), 'items[2].when.any[0].op one-of'],
  [
    'asks for a plain value to compare with',
    (d) => (d.items[2].when.any[0].value = null),
    'items[2].when.any[0].value plain-value',
  ],
  ['asks for days as YYYY-MM-DD', (d) => (d.items[6].min = 'today'), 'items[6].min date'],
  ['asks for days that exist', (d) => (d.items[6].max = '2026-99-99'), 'items[6].max date'],
  ['also in a February', (d) => (d.items[6].max = '2026-02-29'), 'items[6].max date'],
  ['asks for one day, not a list of them', (d) => (d.items[6].max = ['2026-03-01']), 'items[6].max date'],
  ['takes no mark of a question in a name', (d) => (d.words['extra?'] = 'Extra'), 'words.extra? name'],
  // options
  ['asks for a wording for every one-of', (d) => delete d.title.is.phone, 'title.is.phone there'],
  ['takes no wording for other values', (d) => (d.title.is.chat = 'Chat'), 'title.is.chat known-key'],
  ['asks for wording by an option that is there', (d) => (d.title.by = 'place'), 'title.by single-option'],
  [
    'takes no wording by an option with several values',
    (d) => (d.title = { by: 'parts', is: { a: 'A', b: 'B' } }),
    'title.by single-option',
  ],
  ['asks for a default among the values', (d) => (d.options.mode.default = 'chat'), 'options.mode.default one-of'],
  [
    'asks the same of a default by single-option',
    (d) => (d.options.parts.default.is.phone = 'a c'),
    'options.parts.default one-of',
  ],
  [
    'asks for a default by an earlier option-values',
    (d) => (d.options = { parts: d.options.parts, mode: d.options.mode }),
    'options.parts.default.by earlier-option',
  ],
  ['takes each value once', (d) => (d.options.mode.values = ['video', 'phone', 'phone']), 'options.mode.values unique'],
  [
    'asks for values without spaces where several are taken',
    (d) => (d.options.parts = { values: ['a', 'b', 'c d'], default: 'a', many: true }),
    'options.parts.values free-of-spaces',
  ],
  [
    'asks for options that are there in "only"',
    (d) => (d.items[1].only = { place: ['here'] }),
    'items[1].only.place option-values',
  ],
  [
    'asks for values that are there in "only"',
    (d) => (d.items[1].only = { mode: ['chat'] }),
    'items[1].only.mode option-values',
  ],
  // items
  ['takes each id once', (d) => (d.items[9].id = 'gt'), 'items[9].id unique'],
  ['asks for a scale that is there', (d) => (d.items[2].items[1].scale = 'agree'), 'items[2].items[1].scale scale'],
  ['asks for a scale or scale-or-choices', (d) => delete d.items[8].choices, 'items[8] scale-or-choices'],
  ['does not take both', (d) => (d.items[8].scale = 'yesno'), 'items[8] scale-or-choices'],
  ['takes each code once', (d) => (d.scales.yesno.choices[1].code = 'no'), 'scales.yesno.choices unique'],
  ['asks for min below max', (d) => (d.items[4].min = 9), 'items[4] in-order'],
  ['asks for days in order', (d) => (d.items[6].max = '2025-01-01'), 'items[6] in-order'],
  ['asks for repetitions in order', (d) => (d.items[2].repeats.min = 4), 'items[2].repeats in-order'],
  ['asks for the members of a group', (d) => delete d.items[2].items, 'items[2].items there'],
  // conditions
  [
    'asks for an item that is there',
    (d) => (d.items[2].when.any[1].all[0].item = 'nothing'),
    'items[2].when.any[1].all[0].item item',
  ],
  [
    'lets no item depend on itself',
    (d) => (d.items[0].when = { item: 'c1', is: 'answered' }),
    'items[0].when.item free-of-itself',
  ],
  [
    'lets no group depend on its members',
    (d) => (d.items[2].when = { item: 'gt', is: 'answered' }),
    'items[2].when.item free-of-itself',
  ],
  // scoring
  ['scores items that are there', (d) => (d.scoring.total.items[2] = 'z'), 'scoring.total.items[2] weighted-item'],
  ['scores items with weights', (d) => (d.scoring.total.items[2] = 'd'), 'scoring.total.items[2] weighted-item'],
  [
    'scores no item with several answers',
    (d) => (d.scoring.total.items[2] = 'm'),
    'scoring.total.items[2] weighted-item',
  ],
  [
    'scores no item that is asked again',
    (d) => (d.scoring.total.items[2] = 'gc'),
    'scoring.total.items[2] weighted-item',
  ],
  ['scores each item once', (d) => (d.scoring.total.items[2] = 'c1'), 'scoring.total.items unique'],
  ['asks for at least one answer', (d) => (d.scoring.scales.first.least = 0), 'scoring.scales.first.least one-of'],
  ['asks for no more answers than items', (d) => (d.scoring.total.least = 4), 'scoring.total.least one-of'],
  ['knows four methods', (d) => (d.scoring.total.method = 'median'), 'scoring.total.method one-of'],
  ['knows two ways with missing answers', (d) => (d.scoring.total.missing = 'skip'), 'scoring.total.missing one-of'],
  [
    'counts a missing answer zero only where zero can be',
    (d) => ((d.items[3].min = 1), (d.scoring.scales.first.items[1] = 'r')),
    'scoring.scales.first.missing for-items-that-can-be-zero',
  ],
  [
    'asks for the weights of a weighted sum',
    (d) => delete d.scoring.scales.heavy.weights,
    'scoring.scales.heavy.weights a-number-but-0-for-each-item-of-a-weighted-sum',
  ],
  [
    'takes no weights elsewhere',
    (d) => (d.scoring.total.weights = { c1: 1, c2: 1, r: 1 }),
    'scoring.total.weights a-number-but-0-for-each-item-of-a-weighted-sum',
  ],
  [
    'asks for the weight of every item',
    (d) => delete d.scoring.scales.heavy.weights.r,
    'scoring.scales.heavy.weights a-number-but-0-for-each-item-of-a-weighted-sum',
  ],
  ['takes no weight of 0', (d) => (d.scoring.scales.heavy.weights.r = 0), 'scoring.scales.heavy.weights a-number-but-0-for-each-item-of-a-weighted-sum'],
  [
    'takes no weight that no sum can hold',
    (d) => (d.scoring.scales.heavy.weights.r = 1e300),
    'scoring.scales.heavy.weights.r number',
  ],
  [
    'takes weights of its items only',
    (d) => (d.scoring.scales.heavy.weights.c2 = 1),
    'scoring.scales.heavy.weights a-number-but-0-for-each-item-of-a-weighted-sum',
  ],
  [
    'asks for cuts that rise',
    (d) => d.scoring.total.bands.cuts.unshift({ band: 'lower', below: 60 }),
    'scoring.total.bands.cuts[1].below rising-and-within-the-score',
  ],
  [
    'asks for a last band without an end',
    (d) => (d.scoring.total.bands.cuts[1].below = 80),
    'scoring.total.bands.cuts[1].below there-but-for-the-last',
  ],
  [
    'asks for an end of every other band',
    (d) => d.scoring.total.bands.cuts.unshift({ band: 'lower' }),
    'scoring.total.bands.cuts[0].below there-but-for-the-last',
  ],
  [
    'names each band once',
    (d) => (d.scoring.total.bands.cuts[1].band = 'low'),
    'scoring.total.bands.cuts unique',
  ],
  [
    'lets no band lie where no score can be',
    (d) => (d.scoring.total.bands.cuts[0].below = 101),
    'scoring.total.bands.cuts[0].below rising-and-within-the-score',
  ],
  [
    'nor below the least, in the unit of the score',
    (d) => (d.scoring.scales.heavy.bands.cuts[0].below = -5),
    'scoring.scales.heavy.bands.cuts[0].below rising-and-within-the-score',
  ],
  [
    'knows two units of cuts',
    (d) => (d.scoring.total.bands.of = 'percentile'),
    'scoring.total.bands.of one-of',
  ],
  ['asks how the cuts were chosen', (d) => delete d.scoring.total.bands.method, 'scoring.total.bands.method there'],
  ['asks for a full address of a source', (d) => (d.scoring.url = 'doi:'), 'scoring.url full-address'],
  ['asks for the source of norms', (d) => delete d.scoring.scales.heavy.norms.source, 'scoring.scales.heavy.norms.source there'],
  ['asks for norms where it is normed', (d) => (delete d.scoring.scales.heavy.norms, delete d.scoring.scales.first.norms), 'normed true-with-norms-only'],
  ['asks for normed where there are norms', (d) => (d.normed = false), 'normed true-with-norms-only'],
  ['asks for a spread', (d) => (d.scoring.scales.heavy.norms.sd = 0), 'scoring.scales.heavy.norms.sd number'],
  [
    'asks for a reliability from 0 to 1',
    (d) => (d.scoring.scales.first.norms.reliability = 1.1),
    'scoring.scales.first.norms.reliability number',
  ],
  [
    'asks for a reliability or an error of measurement',
    (d) => delete d.scoring.scales.first.norms.reliability,
    'scoring.scales.first.norms with-reliability-or-else-sem-up-to-sd',
  ],
  [
    'and not for both',
    (d) => (d.scoring.scales.first.norms.sem = 0.2),
    'scoring.scales.first.norms with-reliability-or-else-sem-up-to-sd',
  ],
  [
    'asks for an error of measurement within the spread',
    (d) => (d.scoring.scales.heavy.norms.sem = 3),
    'scoring.scales.heavy.norms with-reliability-or-else-sem-up-to-sd',
  ],
  [
    'asks for the source of a reliable change',
    (d) => delete d.scoring.scales.first.reliableChange.source,
    'scoring.scales.first.reliableChange.source there',
  ],
  ['builds words from items with weights', (d) => (d.result.items = ['read']), 'result.items[0] weighted-item'],
];

describe('readDefinition', () => {
  it('gives back a good definition as it was given', () => {
    const definition = good();
    assert.deepEqual(readDefinition(definition), { ok: true, definition });
    assert.equal(Object.isFrozen(definition), false);
  });

  it('gives back a copy that cannot be changed', () => {
    const definition = good();
    const read = readDefinition(definition);
    assert.ok(read.ok);
    definition.items[0].id = 'other';
    assert.equal(read.definition.items[0]?.id, good().items[0].id);
    assert.ok(Object.isFrozen(read.definition.items[0]));
  });

  for (const [rule, change, problem] of rules) {
    it(rule, () => assert.deepEqual(broken(change), [problem]));
  }

  it('finds a longer circle once at each item of it', () => {
    const problems = broken((d) => {
      d.items[0].when = { item: 'b', is: 'answered' };
      d.items[7].when = { item: 'c1', is: 'unanswered' };
    });
    assert.deepEqual(problems, ['items[0].when.item free-of-itself', 'items[7].when.item free-of-itself']);
  });

  it('takes any text as the single value of an option, so that a settled instrument can be opened again', () => {
    const change = (d: Json): unknown => (d.options.place = { values: ['', 'in person'], default: '' });
    assert.deepEqual(broken(change), []);
  });

  it('takes a mark of a question in the value of an option as it takes any other', () => {
    const asks = (is: Json) => (d: Json): void => {
      d.options.sure = { values: ['sure?', 'no?no', 'yes'], default: 'sure?' };
      d.title = { by: 'sure', is };
    };
    const is = { 'sure?': 'Are you?', 'no?no': 'Or not?', yes: 'You are' };
    assert.deepEqual(broken(asks(is)), []);
    assert.deepEqual(broken(asks({ ...is, 'sure?': undefined })), ['title.is.sure? there']);
    assert.deepEqual(broken(asks({ ...is, sure: 'Sure' })), ['title.is.sure known-key']);
  });

  it('knows the range of a score only where every item is always there', () => {
    const rule = { method: 'sum', items: ['c1', 'c2'], least: 1 };
    const bands = { of: 'raw', cuts: [{ band: 'low', below: 40 }, { band: 'high' }], method: 'placeholder' };
    const change = (always: boolean) => (d: Json) => {
      if (always) delete d.items[1].only;
      d.scoring.total = { ...rule, bands };
    };
    assert.deepEqual(broken(change(false)), []);
    assert.deepEqual(broken(change(true)), ['scoring.total.bands.cuts[0].below rising-and-within-the-score']);
  });

  it('says in words what a licence lacks', () => {
    const read = readDefinition({ ...good(), licence: { ...ownLicence, licenceUrl: 'here', licenceConfirmed: false } });
    assert.deepEqual(!read.ok && read.problems.map(({ message }) => message), [
      'Must be full address as https://example.org',
      'Must be confirmed with true by whoever may use the text',
    ]);
  });

  it('reports everything at once', () => {
    assert.deepEqual(
      broken((d) => {
        delete d.version;
        d.items[0].text = 5;
        d.items[1].na = 1;
      }),
      ['version there', 'items[0].text text', 'items[1].na one-of'],
    );
  });

  it('refuses one that throws as it is read, or has itself inside', () => {
    const round = good();
    round.items[2].items.push(round.items[2]);
    const trap = { ...good(), get title() { throw new Error('no'); } };
    for (const data of [round, trap]) {
      const read = readDefinition(data);
      assert.deepEqual(!read.ok && read.problems.map(({ path, code }) => `${path} ${code}`), [' plain-data']);
    }
  });

  it('takes anything without throwing', () => {
    for (const data of [
      null,
      undefined,
      1,
      'text',
      [],
      [[]],
      { items: [null, 1, []] },
      { options: [], scales: [] },
      { options: { a: null } },
    ]) {
      assert.equal(readDefinition(data).ok, false);
    }
  });
});

describe('defineInstrument', () => {
  it('gives back the definition, frozen all the way down', () => {
    const definition = defineInstrument(good());
    assert.ok(
      Object.isFrozen(definition) &&
        Object.isFrozen(definition.items[0]) &&
        Object.isFrozen(definition.scales.yesno?.choices),
    );
  });

  it('throws an error that names each path and rule', () => {
    assert.throws(
      () => defineInstrument({ ...good(), version: '1', language: '' }),
      (error: unknown) => {
        assert.ok(error instanceof InstrumentError);
        assert.equal(error.name, 'InstrumentError');
        assert.match(error.message, /^version: Must be version .+\nlanguage: Must be language tag$/);
        assert.equal(error.problems.length, 2);
        return true;
      },
    );
  });
});
