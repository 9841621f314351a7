import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fill } from '../../src/core/plain-data/fill.ts';
import type { Instrument, Item } from '../../src/core/instrument/instrument.ts';
import { indexItems } from '../../src/core/instrument/item-index.ts';
import { readDefinition } from '../../src/core/instrument/read-definition.ts';
import {
  benefitsCheck,
  boundaryClarity,
  countertransferenceReflection,
  empathyChecklist,
  environmentCheck,
  listInstruments,
  milestones,
  mistrustObservation,
  opennessCheck,
  progressCheckIn,
  rapportCheck,
  progressJournal,
  trust12,
  trustPulse,
  whyTrust,
} from '../../src/instruments/index.ts';
import { everyForm, settled } from '../core/answers.ts';

const eachItem = (instrument: Instrument): Item[] => [...indexItems(instrument).values()].map(({ item }) => item);

const text = (instrument: Instrument, id: string): string | undefined =>
  eachItem(instrument).find((item) => item.id === id)?.text;

for (const definition of listInstruments()) {
  describe(definition.id, () => {
    it('is a valid definition', () => {
      const read = readDefinition(definition);
      assert.deepEqual(read.ok ? [] : read.problems, []);
      for (const { options, ...form } of everyForm(definition)) {
        const fixed = Object.entries(options).map(([name, value]) => [name, { values: [value], default: value }]);
        const again = readDefinition({ ...form, options: Object.fromEntries(fixed) });
        assert.deepEqual(again.ok ? [] : again.problems, [], JSON.stringify(options));
      }
    });

    it('has empty wording only for hidden items and repeating groups, and is not normed', () => {
      for (const form of everyForm(definition)) {
        const withoutText = eachItem(form).filter((item) => !item.text);
        assert.ok(withoutText.every((item) => item.hidden || (item.type === 'group' && item.repeats)));
        assert.equal(form.normed, false);
      }
    });
  });
}

describe('trust-12', () => {
  it('has twelve lines in both keyings, four of them reversed in mixed keying', () => {
    for (const form of everyForm(trust12)) {
      const lines = form.items.filter((item) => item.type === 'choice');
      assert.equal(lines.length, 12);
      assert.deepEqual(
        lines.filter((line) => line.reverse).map(({ id }) => id),
        form.options.keying === 'mixed' ? ['t04', 't06', 't09', 't11'] : [],
      );
      assert.deepEqual(
        lines.map(({ id }) => id),
        form.scoring!.total!.items,
      );
      for (const [facet, { items }] of Object.entries(form.scoring!.scales!)) {
        assert.deepEqual(
          items,
          lines.filter(({ tags }) => tags?.facet === facet).map(({ id }) => id),
        );
      }
    }
  });

  it('does not count or score items other than the twelve lines', () => {
    const { items } = settled(trust12);
    assert.deepEqual(
      items.slice(12).map(({ id, type, optional }) => [id, type, optional]),
      [
        ['t-now', 'rating', undefined],
        ['t-help', 'text', true],
      ],
    );
  });
});

describe('trust-pulse', () => {
  it('has the wording of trust-12 after a session', () => {
    const [session, pulse] = [settled(trust12), settled(trustPulse)];
    assert.deepEqual(
      pulse.items.map(({ id }) => id),
      ['t-now', 't01', 't02', 't03', 't07', 't-help'],
    );
    for (const { id, text: words } of pulse.items) assert.equal(words, text(session, id));
  });
});

describe('empathy-checklist', () => {
  it('has a wording for each of three perspectives', () => {
    const side = (perspective: string) => {
      const { audience, title } = settled(empathyChecklist, { perspective });
      return [audience, title, text(settled(empathyChecklist, { perspective }), 'e33')];
    };
    assert.deepEqual(side('client'), [
      'client',
      'What my therapist did today',
      'My therapist said something encouraging.',
    ]);
    assert.deepEqual(side('therapist'), ['clinician', 'What I did today', 'I said something encouraging.']);
    assert.deepEqual(side('observer'), [
      'observer',
      'What the therapist did',
      'The therapist said something encouraging.',
    ]);
  });

  it('offers "did not come up" for seven lines', () => {
    const items = eachItem(settled(empathyChecklist));
    assert.deepEqual(
      items.filter(({ na }) => na).map(({ id }) => id),
      ['e13', 'e21', 'e22', 'e23', 'e24', 'e31', 'e32'],
    );
  });
});

describe('boundary-clarity', () => {
  it('starts with the core topics', () => {
    assert.deepEqual(
      settled(boundaryClarity).items.map(({ id }) => id),
      ['purpose', 'dialogue', 'boundaries', 'confidentiality'],
    );
  });

  it('asks about last time only if the host sets the option', () => {
    const card = settled(boundaryClarity, { 'last-time': 'yes' });
    assert.equal(card.items[0]!.id, 'last-time');
    const asked = fill(text(card, 'last-answered')!, { 'last-question': 'Who can see {this}?' });
    assert.equal(asked, 'Last time you asked: Who can see {this}? Was it answered?');
  });

  it('offers one starter for each line', () => {
    const card = settled(boundaryClarity, { topics: boundaryClarity.options!.topics!.values!.join(' ') });
    const items = eachItem(card);
    assert.equal(items.filter(({ id }) => /^b\d\d$/.test(id)).length, 12);
    assert.equal(items.filter(({ id }) => /^b\d\d-ask$/.test(id)).length, 12);
    assert.equal(items.filter(({ id }) => /^(b\d\d|q-\w+)-first$/.test(id)).length, 20);
  });
});

/** The subscales of a profile, with the lines of each. */
const profile = ({ scoring }: Instrument): Record<string, string[]> =>
  Object.fromEntries(Object.entries(scoring?.scales ?? {}).map(([name, { items }]) => [name, items]));

/** The lines by one of their tags, in order. */
const byTag = ({ items }: Instrument, tag: string): Record<string, string[]> => {
  const found: Record<string, string[]> = {};
  for (const { id, tags } of items) if (tags?.[tag]) (found[tags[tag]] ??= []).push(id);
  return found;
};

describe('the checks', () => {
  for (const [definition, tag] of [
    [rapportCheck, 'component'],
    [opennessCheck, 'technique'],
    [benefitsCheck, 'benefit'],
  ] as const) {
    it(`${definition.id} is a profile by ${tag}: means of two lines, of which one is enough, and no total`, () => {
      for (const form of everyForm(definition)) {
        assert.deepEqual(profile(form), byTag(form, tag));
        assert.equal(form.scoring!.total, undefined);
        for (const { method, least } of Object.values(form.scoring!.scales!)) assert.deepEqual([method, least], ['mean', 1]);
      }
    });
  }

  it('environment-check and progress-check-in have no score', () => {
    for (const definition of [environmentCheck, progressCheckIn]) assert.equal(settled(definition).scoring, undefined);
  });
});

describe('mistrust-observation', () => {
  it('is a profile by indicator that needs every line of an indicator, without a total', () => {
    const form = settled(mistrustObservation);
    assert.deepEqual(profile(form), byTag(form, 'indicator'));
    assert.equal(form.scoring!.total, undefined);
    for (const { items, least } of Object.values(form.scoring!.scales!)) assert.equal(least, items.length);
  });

  it('names the term of the source article where the wording differs', () => {
    assert.equal(settled(mistrustObservation).items[5]!.tags!.sourceTerm, 'noncompliance');
  });
});

describe('countertransference-reflection', () => {
  it('states what is sent, and marks what is not sent, for each value of its option', () => {
    const [withheld, shared, unsent] = [...everyForm(countertransferenceReflection)] as [Instrument, Instrument, Instrument];
    assert.equal(withheld.note, 'What you write in the boxes is not sent. Only your choices are.');
    assert.equal(shared.note, 'What you write in the boxes is sent with your choices.');
    for (const { type, tags } of withheld.items) assert.equal(tags!.kept, type === 'text' ? 'here' : '');
    assert.ok(shared.items.every(({ tags }) => !tags!.kept));
    assert.equal(unsent.note, 'Nothing of this is sent.');
    assert.ok(unsent.items.every(({ tags }) => tags!.kept === 'here'));
  });

  it('withholds texts by default', () => {
    assert.deepEqual(settled(countertransferenceReflection).options, { text: 'withheld' });
  });
});

describe('milestones', () => {
  it("has seventeen, of which the last is in the person's own words", () => {
    const { items } = settled(milestones);
    assert.equal(items.length, 17);
    assert.equal(items.at(-1)!.id, 'custom');
    assert.ok(
      items.every(({ type, tags }) => type === 'display' && tags?.art && ['dawn', 'sea', 'moss', 'dusk'].includes(tags.family!)),
    );
  });
});

describe('progress-journal', () => {
  it('has seven prompts, and a true statement about each place of storage', () => {
    const { items, words } = settled(progressJournal);
    assert.deepEqual(
      items.map(({ id, type, text }) => [id, type, text]),
      [
        ['j1', 'display', 'One thing I noticed about myself today.'],
        ['j2', 'display', 'A feeling I had, and what it might have been telling me.'],
        ['j3', 'display', 'Something I said out loud for the first time.'],
        ['j4', 'display', 'A small thing that went better than I thought.'],
        ['j5', 'display', 'Something I want to bring to my next session.'],
        ['j6', 'display', 'A time I asked for what I needed.'],
        ['j7', 'display', 'Words I would say to a friend who felt like this.'],
      ],
    );
    assert.deepEqual(words, {
      memory: 'This is not kept. Close the page and it is gone.',
      device:
        'Only on this device. Anyone who can unlock it may be able to read this. Your browser may delete it. Save a copy.',
      passphrase: 'Locked with your words. Lost words cannot be reset. Your browser may delete it. Save a copy.',
    });
  });
});

describe('why-trust', () => {
  it('has one source, at the row that claims a figure', () => {
    assert.deepEqual(
      whyTrust.items.map(({ tags }) => Boolean(tags?.source)),
      [false, false, false, true],
    );
  });
});
