import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readDefinition } from '../../src/core/instrument/read-definition.ts';
import { broken, good, type Json } from './fixtures/every-rule.ts';

const rules: [string, (definition: Json) => void, string][] = [
  // the shape
  ['requires every required key', (d) => delete d.title, 'title there'],
  ['refuses unknown keys', (d) => (d.colour = 'red'), 'colour known-key'],
  ['refuses unknown keys in an item', (d) => (d.items[0].colour = 'red'), 'items[0].colour known-key'],
  ['refuses keys of another item type', (d) => (d.items[0].min = 1), 'items[0].min known-key'],
  ['refuses a key with the name of an inherited property', (d) => (d.items[0].constructor = 1), 'items[0].constructor known-key'],
  ['refuses another schema', (d) => (d.schema = 2), 'schema one-of'],
  ['requires a valid id', (d) => (d.id = 'a b'), 'id name'],
  ['refuses anything before a version', (d) => (d.version = 'v1.2.3'), 'version version'],
  ['refuses anything after a version', (d) => (d.version = '1.2.3-beta'), 'version version'],
  ['requires a full version', (d) => (d.version = '1.0'), 'version version'],
  ['requires a language tag', (d) => (d.language = 'english!'), 'language language-tag'],
  ['requires one language tag, not a list', (d) => (d.language = ['en', 'de']), 'language language-tag'],
  ['requires a title that is not blank', (d) => (d.title = ' '), 'title text'],
  ['refuses an unknown order of entry', (d) => (d.entryMode = 'random'), 'entryMode one-of'],
  ['refuses a list as the elements of its source', (d) => (d.source = { resourceType: 'Questionnaire', fhirVersion: 'R4', elements: [] }), 'source.elements object'],
  ['refuses an unknown audience', (d) => (d.audience = 'patient'), 'audience one-of'],
  ['requires a licence', (d) => delete d.licence, 'licence there'],
  ['requires the copyright', (d) => delete d.licence.copyright, 'licence.copyright there'],
  ['requires a copyright that is not blank', (d) => (d.licence.copyright = ' '), 'licence.copyright text'],
  ['requires the holder of the licence', (d) => delete d.licence.licenceHolder, 'licence.licenceHolder there'],
  ['requires a holder that is not blank', (d) => (d.licence.licenceHolder = ''), 'licence.licenceHolder text'],
  ['requires the address of the terms', (d) => delete d.licence.licenceUrl, 'licence.licenceUrl there'],
  ['requires a full address', (d) => (d.licence.licenceUrl = 'publisher.example'), 'licence.licenceUrl full-address'],
  ['refuses words before an address', (d) => (d.licence.licenceUrl = 'see https://publisher.example'), 'licence.licenceUrl full-address'],
  ['refuses a space in an address', (d) => (d.licence.licenceUrl = 'https://publisher.example a'), 'licence.licenceUrl full-address'],
  ['requires the confirmation that the text may be used', (d) => delete d.licence.licenceConfirmed, 'licence.licenceConfirmed there'],
  ['refuses false as confirmation', (d) => (d.licence.licenceConfirmed = false), 'licence.licenceConfirmed confirmed'],
  ['refuses a text as confirmation', (d) => (d.licence.licenceConfirmed = 'true'), 'licence.licenceConfirmed confirmed'],
  ['refuses an unknown key in the licence', (d) => (d.licence.text = 'MIT'), 'licence.text known-key'],
  ['requires a list of items', (d) => (d.items = {}), 'items list'],
  ['requires at least one item', (d) => ((d.items = []), delete d.scoring, delete d.result), 'items list'],
  ['refuses an unknown item type', (d) => (d.items[0].type = 'dial'), 'items[0].type one-of'],
  ['refuses the name of an inherited property as item type', (d) => (d.items[0].type = 'constructor'), 'items[0].type one-of'],
  ['refuses ids with white space at their ends', (d) => (d.items[0].id = 'c1 '), 'items[0].id text-without-space-around-it'],
  ['requires true or false', (d) => (d.items[0].reverse = 'yes'), 'items[0].reverse one-of'],
  ['requires finite weights', (d) => (d.scales.yesno.choices[0].value = NaN), 'scales.yesno.choices[0].value number'],
  [
    'refuses a reason for leaving out as the code of a choice',
    (d) => (d.scales.yesno.choices[0].code = 'unknown'),
    'scales.yesno.choices[0].code code',
  ],
  ['refuses white space in the code of a choice', (d) => (d.items[8].choices[0].code = 'more or'), 'items[8].choices[0].code code'],
  ['refuses an unknown reason for leaving out', (d) => (d.absent.bored = 'Bored'), 'absent.bored one-of'],
  ['refuses an unknown comparison', (d) => (d.items[2].when.any[0].op = '~'), 'items[2].when.any[0].op one-of'],
  [
    'requires a plain value in a comparison',
    (d) => (d.items[2].when.any[0].value = null),
    'items[2].when.any[0].value plain-value',
  ],
  ['requires days as YYYY-MM-DD', (d) => (d.items[6].min = 'today'), 'items[6].min date'],
  ['refuses a day that does not exist', (d) => (d.items[6].max = '2026-99-99'), 'items[6].max date'],
  ['refuses a leap day in a year without one', (d) => (d.items[6].max = '2026-02-29'), 'items[6].max date'],
  ['refuses a list of days as a limit', (d) => (d.items[6].max = ['2026-03-01']), 'items[6].max date'],
  ['refuses a question mark in a name', (d) => (d.words['extra?'] = 'Extra'), 'words.extra? name'],
  ['requires at least two languages in which scores are the same', (d) => (d.sameAcrossLanguages = [{ languages: ['en'], source: 'Someone 2001' }]), 'sameAcrossLanguages[0].languages list'],
  ['requires a source for that', (d) => (d.sameAcrossLanguages = [{ languages: ['en', 'de'] }]), 'sameAcrossLanguages[0].source there'],
  // options
  ['requires a wording for every value of an option', (d) => delete d.title.is.phone, 'title.is.phone there'],
  ['refuses a wording for an unknown value', (d) => (d.title.is.chat = 'Chat'), 'title.is.chat known-key'],
  ['refuses a wording by an unknown option', (d) => (d.title.by = 'place'), 'title.by single-option'],
  [
    'refuses a wording by an option with several values',
    (d) => (d.title = { by: 'parts', is: { a: 'A', b: 'B' } }),
    'title.by single-option',
  ],
  ['refuses a default that is not one of the values', (d) => (d.options.mode.default = 'chat'), 'options.mode.default one-of'],
  [
    'refuses the same in a default that depends on an option',
    (d) => (d.options.parts.default.is.phone = 'a c'),
    'options.parts.default one-of',
  ],
  [
    'refuses a default that depends on a later option',
    (d) => (d.options = { parts: d.options.parts, mode: d.options.mode }),
    'options.parts.default.by earlier-option',
  ],
  ['refuses a default that depends on itself', (d) => (d.options.mode.default = { by: 'mode', is: { video: 'video', phone: 'phone' } }), 'options.mode.default.by earlier-option'],
  ['refuses a repeated value of an option', (d) => (d.options.mode.values = ['video', 'phone', 'phone']), 'options.mode.values unique'],
  [
    'refuses spaces in the values of an option with several values',
    (d) => (d.options.parts = { values: ['a', 'b', 'c d'], default: 'a', many: true }),
    'options.parts.values free-of-spaces',
  ],
  [
    'refuses an unknown option in "only"',
    (d) => (d.items[1].only = { place: ['here'] }),
    'items[1].only.place option-values',
  ],
  [
    'refuses an unknown value in "only"',
    (d) => (d.items[1].only = { mode: ['chat'] }),
    'items[1].only.mode option-values',
  ],
  ['refuses a value beside a known one in "only"', (d) => (d.items[1].only = { mode: ['video', 'chat'] }), 'items[1].only.mode option-values'],
  ['refuses values of an option without a list in "only"', (d) => (d.items[1].only = { policy: ['open'] }), 'items[1].only.policy option-values'],
  // items
  ['refuses a repeated id', (d) => (d.items[9].id = 'gt'), 'items[9].id unique'],
  ['refuses an unknown scale', (d) => (d.items[2].items[1].scale = 'agree'), 'items[2].items[1].scale scale'],
  ['requires a scale or choices', (d) => delete d.items[8].choices, 'items[8] scale-or-choices'],
  ['refuses both a scale and choices', (d) => (d.items[8].scale = 'yesno'), 'items[8] scale-or-choices'],
  ['refuses a repeated code', (d) => (d.scales.yesno.choices[1].code = 'no'), 'scales.yesno.choices unique'],
  ['refuses a min that is not below max', (d) => (d.items[4].min = 9), 'items[4] in-order'],
  ['refuses a min day that is not before the max day', (d) => (d.items[6].max = '2025-01-01'), 'items[6] in-order'],
  ['refuses more repetitions at the start than the most', (d) => (d.items[2].repeats.min = 4), 'items[2].repeats in-order'],
  ['refuses a group that is never there', (d) => (d.items[2].repeats = { min: 0, max: 0 }), 'items[2].repeats in-order'],
  ['requires the members of a group', (d) => delete d.items[2].items, 'items[2].items there'],
  // conditions
  [
    'refuses a condition on an unknown item',
    (d) => (d.items[2].when.any[1].all[0].item = 'nothing'),
    'items[2].when.any[1].all[0].item item',
  ],
  [
    'refuses an item that depends on itself',
    (d) => (d.items[0].when = { item: 'c1', is: 'answered' }),
    'items[0].when.item free-of-itself',
  ],
  [
    'refuses a group that depends on its members',
    (d) => (d.items[2].when = { item: 'gt', is: 'answered' }),
    'items[2].when.item free-of-itself',
  ],
  // scoring
  ['refuses to score an unknown item', (d) => (d.scoring.total.items[2] = 'z'), 'scoring.total.items[2] weighted-item'],
  ['refuses to score an item without weights', (d) => (d.scoring.total.items[2] = 'd'), 'scoring.total.items[2] weighted-item'],
  [
    'refuses to score an item with several choices',
    (d) => (d.scoring.total.items[2] = 'm'),
    'scoring.total.items[2] weighted-item',
  ],
  [
    'refuses to score an item in a repeating group',
    (d) => (d.scoring.total.items[2] = 'gc'),
    'scoring.total.items[2] weighted-item',
  ],
  ['refuses to score an item twice', (d) => (d.scoring.total.items[2] = 'c1'), 'scoring.total.items unique'],
  ['refuses a scale that needs no answer', (d) => (d.scoring.scales.first.least = 0), 'scoring.scales.first.least one-of'],
  ['refuses a scale that needs more answers than it has items', (d) => (d.scoring.total.least = 4), 'scoring.total.least one-of'],
  ['refuses an unknown method', (d) => (d.scoring.total.method = 'median'), 'scoring.total.method one-of'],
  ['refuses an unknown rule for missing answers', (d) => (d.scoring.total.missing = 'skip'), 'scoring.total.missing one-of'],
  [
    'refuses to count missing answers as zero if an item cannot be zero',
    (d) => ((d.items[3].min = 1), (d.scoring.scales.first.items[1] = 'r')),
    'scoring.scales.first.missing for-items-that-can-be-zero',
  ],
  [
    'refuses the same if all its weights are below zero',
    (d) => ((d.scales.yesno.choices = [{ code: 'no', text: 'No', value: -2 }, { code: 'yes', text: 'Yes', value: -1 }]), (d.scoring.scales.heavy.bands.cuts[0].below = -3)),
    'scoring.scales.first.missing for-items-that-can-be-zero',
  ],
  ['says nothing of the cuts of a scale that can have no score', (d) => (d.scoring.scales.heavy.least = 3), 'scoring.scales.heavy.least one-of'],
  [
    'requires the weights of a weighted sum',
    (d) => delete d.scoring.scales.heavy.weights,
    'scoring.scales.heavy.weights a-number-but-0-for-each-item-of-a-weighted-sum',
  ],
  [
    'refuses weights for another method',
    (d) => (d.scoring.total.weights = { c1: 1, c2: 1, r: 1 }),
    'scoring.total.weights a-number-but-0-for-each-item-of-a-weighted-sum',
  ],
  [
    'requires a weight for every item',
    (d) => delete d.scoring.scales.heavy.weights.r,
    'scoring.scales.heavy.weights a-number-but-0-for-each-item-of-a-weighted-sum',
  ],
  ['refuses a weight of 0', (d) => (d.scoring.scales.heavy.weights.r = 0), 'scoring.scales.heavy.weights a-number-but-0-for-each-item-of-a-weighted-sum'],
  [
    'refuses a weight so large that a sum overflows',
    (d) => (d.scoring.scales.heavy.weights.r = 1e300),
    'scoring.scales.heavy.weights.r number',
  ],
  [
    'refuses a weight of an item that is not scored',
    (d) => (d.scoring.scales.heavy.weights.c2 = 1),
    'scoring.scales.heavy.weights a-number-but-0-for-each-item-of-a-weighted-sum',
  ],
  [
    'requires increasing cuts',
    (d) => d.scoring.total.bands.cuts.unshift({ band: 'lower', below: 60 }),
    'scoring.total.bands.cuts[1].below rising-and-within-the-score',
  ],
  [
    'refuses a cut in the last band',
    (d) => (d.scoring.total.bands.cuts[1].below = 80),
    'scoring.total.bands.cuts[1].below there-but-for-the-last',
  ],
  [
    'requires a cut in every other band',
    (d) => d.scoring.total.bands.cuts.unshift({ band: 'lower' }),
    'scoring.total.bands.cuts[0].below there-but-for-the-last',
  ],
  [
    'refuses a repeated band',
    (d) => (d.scoring.total.bands.cuts[1].band = 'low'),
    'scoring.total.bands.cuts unique',
  ],
  [
    'refuses a cut above the highest score',
    (d) => (d.scoring.total.bands.cuts[0].below = 101),
    'scoring.total.bands.cuts[0].below rising-and-within-the-score',
  ],
  [
    'refuses a cut below the lowest raw score',
    (d) => (d.scoring.scales.heavy.bands.cuts[0].below = -5),
    'scoring.scales.heavy.bands.cuts[0].below rising-and-within-the-score',
  ],
  [
    'refuses a cut above the highest raw score',
    (d) => (d.scoring.scales.heavy.bands.cuts[0].below = 2.1),
    'scoring.scales.heavy.bands.cuts[0].below rising-and-within-the-score',
  ],
  [
    'refuses the same in a total that needs every scale',
    (d) => ((d.scoring.total.items = ['c1', 'r']), (d.scoring.total.bands.of = 'raw'), (d.scoring.total.bands.cuts[0].below = 101)),
    'scoring.total.bands.cuts[0].below rising-and-within-the-score',
  ],
  [
    'refuses an unknown unit of cuts',
    (d) => (d.scoring.total.bands.of = 'percentile'),
    'scoring.total.bands.of one-of',
  ],
  ['requires the method by which the cuts were chosen', (d) => delete d.scoring.total.bands.method, 'scoring.total.bands.method there'],
  ['requires a full address of a source', (d) => (d.scoring.url = 'doi:'), 'scoring.url full-address'],
  ['requires the source of norms', (d) => delete d.scoring.scales.heavy.norms.source, 'scoring.scales.heavy.norms.source there'],
  ['requires norms if `normed` is true', (d) => (delete d.scoring.scales.heavy.norms, delete d.scoring.scales.first.norms), 'normed true-with-norms-only'],
  ['requires `normed` if there are norms', (d) => (d.normed = false), 'normed true-with-norms-only'],
  ['requires a standard deviation above 0', (d) => (d.scoring.scales.heavy.norms.sd = 0), 'scoring.scales.heavy.norms.sd number'],
  [
    'requires a reliability from 0 to 1',
    (d) => (d.scoring.scales.first.norms.reliability = 1.1),
    'scoring.scales.first.norms.reliability number',
  ],
  [
    'requires a reliability or a standard error of measurement',
    (d) => delete d.scoring.scales.first.norms.reliability,
    'scoring.scales.first.norms with-reliability-or-else-sem-up-to-sd',
  ],
  [
    'refuses both a reliability and a standard error of measurement',
    (d) => (d.scoring.scales.first.norms.sem = 0.2),
    'scoring.scales.first.norms with-reliability-or-else-sem-up-to-sd',
  ],
  [
    'refuses a standard error of measurement above the standard deviation',
    (d) => (d.scoring.scales.heavy.norms.sem = 3),
    'scoring.scales.heavy.norms with-reliability-or-else-sem-up-to-sd',
  ],
  [
    'requires the source of a reliable change',
    (d) => delete d.scoring.scales.first.reliableChange.source,
    'scoring.scales.first.reliableChange.source there',
  ],
  ['refuses a result about an item without weights', (d) => (d.result.items = ['read']), 'result.items[0] weighted-item'],
];

const allowed: [string, (definition: Json) => void][] = [
  ['a version of any numbers', (d) => (d.version = '10.20.30')],
  ['languages in which scores are the same', (d) => (d.sameAcrossLanguages = [{ languages: ['en', 'de'], source: 'Someone 2001', url: 'https://doi.org/10.0000/1' }])],
  ['cuts in percent of the maximum, which is the default', (d) => (d.scoring.total.bands.of = 'pomp')],
  ['the largest and the smallest weight', (d) => Object.assign(d.scales.yesno, { choices: [{ code: 'no', text: 'No', value: -1e9 }, { code: 'yes', text: 'Yes', value: 1e9 }] })],
  ['a code that begins with a reason for leaving out', (d) => (d.items[8].choices[0].code = 'unknown-to-me')],
  ['the same number of repetitions at the start and at most', (d) => (d.items[2].repeats = { min: 2, max: 2 })],
  ['a cut at the highest score', (d) => (d.scoring.scales.heavy.bands.cuts[0].below = 2)],
  ['any cut of a raw score that depends on the options', (d) => ((d.scoring.total.bands.of = 'raw'), (d.scoring.total.bands.cuts[0].below = 999))],
  [
    'the same if the options decide about a group',
    (d) => {
      d.items.push({ id: 'phone', type: 'group', text: '', only: { mode: ['phone'] }, items: [{ id: 'p', type: 'choice', scale: 'yesno', text: 'P?' }] });
      Object.assign(d.scoring.scales.heavy, { items: ['c1', 'p'], weights: { c1: 1, p: 1 } });
      d.scoring.scales.heavy.bands.cuts[0].below = 999;
    },
  ],
  ['zero for a missing answer where zero is the highest weight', (d) => ((d.scales.yesno.choices = [{ code: 'no', text: 'No', value: -1 }, { code: 'yes', text: 'Yes', value: 0 }]), (d.scoring.scales.heavy.bands.cuts[0].below = -3))],
  ['a standard error of measurement as large as the standard deviation', (d) => (d.scoring.scales.heavy.norms.sem = 2)],
];

describe('the rules of a definition', () => {
  for (const [what, change] of allowed) it(`allow ${what}`, () => assert.deepEqual(broken(change), []));

  it('say what would do', () => {
    const told = (change: (definition: Json) => void): string[] => {
      const definition = good();
      change(definition);
      const read = readDefinition(definition);
      return read.ok ? [] : read.problems.map(({ path, message }) => `${path}: ${message}`);
    };
    assert.deepEqual(told((d) => ((d.audience = 'all'), (d.items[5].min = 1e10), (d.items[7].id = 'x'.repeat(256)))), [
      'audience: Must be one of client, clinician, observer',
      'items[5].min: Must be number from -1000000000 to 1000000000',
      'items[7].id: Must be within the limit of 255 characters',
    ]);
    assert.deepEqual(told((d) => ((d.options.mode.default = 'chat'), (d.scoring.scales.first.least = 3), (d.scoring.total.bands.cuts[0].below = 101))), [
      'options.mode.default: Must be one of video, phone',
      'scoring.scales.first.least: Must be one of 1 to 2',
      'scoring.total.bands.cuts[0].below: Must be rising and within the score 0 to 100',
    ]);
  });

  for (const [rule, change, problem] of rules) {
    it(rule, () => assert.deepEqual(broken(change), [problem]));
  }
});
