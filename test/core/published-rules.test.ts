import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Instrument } from '../../src/core/instrument/instrument.ts';
import { readDefinition } from '../../src/core/instrument/read-definition.ts';
import type { Answer } from '../../src/core/record/response.ts';
import type { ScaleScore } from '../../src/core/instrument/scale-score.ts';
import { score, type Score } from '../../src/core/scoring/score.ts';
import { optionsOf } from '../../src/core/instrument/value.ts';
import { settled } from './answers.ts';
import { type Json, careMeasure, gad7, phq9, rand36Energy, who5 } from './fixtures/published.ts';

/** Reads an instrument from the text of a file, as a host does. */
function fromText(definition: Json): Instrument {
  const read = readDefinition(JSON.parse(JSON.stringify(definition)));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return settled(read.definition);
}

type Given = number | 'not-applicable' | 'declined' | 'unknown' | undefined;

/** The score of answers with these weights, in order. Undefined leaves an item blank. */
function scoreOf(instrument: Instrument, ...given: Given[]): Score {
  const answers = instrument.items.flatMap((item, index): Answer[] => {
    const what = given[index];
    if (what === undefined) return [];
    if (typeof what === 'string') return [{ item: item.id, state: what }];
    const choice = optionsOf(instrument, item).find(({ value }) => value === what);
    assert.ok(choice, `${item.id} has no choice of ${what}`);
    return [{ item: item.id, state: 'answered', values: [choice.code] }];
  });
  return score(instrument, { answers });
}

function raw(scale: ScaleScore | undefined): number {
  assert.equal(scale?.status, 'scored');
  return (scale as { raw: number }).raw;
}

const near = (actual: number, expected: number): void =>
  assert.ok(Math.abs(actual - expected) < 1e-5, `${actual} is not ${expected}`);

/** The bands of all possible sums, each with its lowest and highest sum. */
function bandsBySum(instrument: Instrument, most: number): string[] {
  const count = instrument.items.length;
  const found = new Map<string, number[]>();
  for (let sum = 0; sum <= most * count; sum++) {
    const { total, band } = scoreOf(
      instrument,
      ...Array.from({ length: count }, (_, index) => Math.floor(sum / count) + (index < sum % count ? 1 : 0)),
    );
    assert.equal(raw(total), sum);
    found.set(band!, [...(found.get(band!) ?? []), sum]);
  }
  return [...found].map(([band, sums]) => `${band} ${sums[0]}-${sums.at(-1)}`);
}

describe('PHQ-9', () => {
  const form = fromText(phq9);

  it('replaces two missing answers by the mean of the others', () => {
    const { total, status, missing, band } = scoreOf(form, 1, 2, undefined, 1, 1, 0, undefined, 1, 0);
    near(raw(total), 7.714286);
    assert.deepEqual([status, missing, band], ['prorated', ['q3', 'q7'], 'mild']);
  });

  it('has no score and no band with three missing answers, and gives the reason', () => {
    const { total, bandWithheld } = scoreOf(form, 1, 2, undefined, 1, 1, 0, undefined, undefined, 0);
    assert.deepEqual(total, {
      status: 'insufficient',
      missing: ['q3', 'q7', 'q8'],
      reason: '6 of 9 answered, 7 needed',
    });
    assert.equal(bandWithheld, 'insufficient');
  });

  it('has five bands of the sum', () => {
    assert.deepEqual(bandsBySum(form, 3), [
      'minimal 0-4',
      'mild 5-9',
      'moderate 10-14',
      'moderately-severe 15-19',
      'severe 20-27',
    ]);
  });

  it('puts a prorated sum below a cut into the lower band, and a sum at the cut into the higher band', () => {
    // 4 points on 7 items are 5.14 on 9 items, and 3 points are 3.86. 9 points on 8 items are 10.125, and 8 points are 9.
    assert.equal(scoreOf(form, 1, 1, 1, 1, 0, 0, 0).band, 'mild');
    assert.equal(scoreOf(form, 1, 1, 1, 0, 0, 0, 0).band, 'minimal');
    assert.equal(scoreOf(form, 2, 1, 1, 1, 1, 1, 1, 1).band, 'moderate');
    assert.equal(scoreOf(form, 1, 1, 1, 1, 1, 1, 1, 1).band, 'mild');
  });

  it('does not treat 0 as a missing answer', () => {
    const { total, status } = scoreOf(form, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    assert.deepEqual([raw(total), status], [0, 'complete']);
  });

  it('names the source of its rule and its bands', () => {
    assert.equal(
      scoreOf(form).provenance.method,
      'sum of 9 items, at least 7 answered; bands: severity by the sum, Kroenke, Spitzer & Williams 2001; Kroenke K, Spitzer RL, Williams JBW (2001). J Gen Intern Med 16, 606-613, https://doi.org/10.1046/j.1525-1497.2001.016009606.x',
    );
  });

  it('has the published threshold of reliable change', () => {
    assert.equal(form.scoring!.total!.reliableChange!.points, 6);
  });
});

describe('GAD-7', () => {
  const form = fromText(gad7);

  it('has four bands of the sum', () => {
    assert.deepEqual(bandsBySum(form, 3), ['minimal 0-4', 'mild 5-9', 'moderate 10-14', 'severe 15-21']);
  });

  it('has no score with one missing answer', () => {
    assert.deepEqual(scoreOf(form, 1, 1, 1, 1, 1, 1).total, {
      status: 'insufficient',
      missing: ['q7'],
      reason: '6 of 7 answered, 7 needed',
    });
  });

  it('has the published threshold of reliable change', () => {
    assert.equal(form.scoring!.total!.reliableChange!.points, 4);
  });
});

describe('WHO-5', () => {
  const form = fromText(who5);

  it('is 52 for a sum of 13, 0 for a sum of 0 and 100 for a sum of 25', () => {
    assert.equal(raw(scoreOf(form, 3, 3, 3, 2, 2).total), 52);
    assert.equal(raw(scoreOf(form, 0, 0, 0, 0, 0).total), 0);
    assert.equal(raw(scoreOf(form, 5, 5, 5, 5, 5).total), 100);
  });

  it('is exactly four times the sum, for every sum', () => {
    for (let sum = 0; sum <= 25; sum++) {
      const given = Array.from({ length: 5 }, (_, index) => Math.floor(sum / 5) + (index < sum % 5 ? 1 : 0));
      assert.equal(raw(scoreOf(form, ...given).total), 4 * sum);
    }
  });

  it('has no score with one missing answer', () => {
    assert.equal(scoreOf(form, 3, 3, 3, 2).status, 'insufficient');
  });
});

describe('RAND-36 energy', () => {
  const form = fromText(rand36Energy);

  it('is the mean of the recoded answers, without blank ones', () => {
    const { scales, status } = scoreOf(form, 40, 60, 40);
    near(raw(scales.energy), 46.666667);
    assert.equal(status, 'prorated');
    assert.equal((scales.energy as { pomp: number }).pomp, raw(scales.energy));
  });

  it('recodes two of its items in the opposite direction', () => {
    const first = form.items.map((item) => optionsOf(form, item)[0]!.value!);
    assert.deepEqual(first, [100, 100, 0, 0]);
    assert.equal(raw(scoreOf(form, ...first).scales.energy), 50);
  });

  it('is the same with the original list and a reversed item', () => {
    const reversed = fromText({
      ...rand36Energy,
      items: (rand36Energy.items as Json[]).map((item, index) =>
        index < 2 ? { ...item, choices: rand36Energy.items[2].choices, reverse: true } : item,
      ),
    });
    const turned = scoreOf(reversed, 60, 40, 40).scales.energy;
    assert.deepEqual(turned, scoreOf(form, 40, 60, 40).scales.energy);
  });

  it('needs answers to half of its items', () => {
    assert.equal(raw(scoreOf(form, 20, undefined, undefined, 80).scales.energy), 50);
    assert.deepEqual(scoreOf(form, 20).scales.energy, {
      status: 'insufficient',
      missing: ['q2', 'q3', 'q4'],
      reason: '1 of 4 answered, 2 needed',
    });
  });
});

describe('CARE', () => {
  const form = fromText(careMeasure);

  it('is the sum, from 10 to 50', () => {
    const ones = Array.from({ length: 10 }, () => 1);
    assert.equal(raw(scoreOf(form, ...ones).total), 10);
    assert.equal(raw(scoreOf(form, ...ones.map(() => 5)).total), 50);
    const { min, max } = scoreOf(form, ...ones).total as { min: number; max: number };
    assert.deepEqual([min, max], [10, 50]);
  });

  it('replaces up to two missing or not applicable answers by the mean of the others', () => {
    // 33 over 8 items is 4.125 each
    const { total, missing } = scoreOf(form, 5, 4, 4, 4, 'not-applicable', 4, 4, undefined, 4, 4);
    assert.equal(raw(total), 41.25);
    assert.deepEqual(missing, ['q5', 'q8']);
    assert.equal(raw(scoreOf(form, 3, 3, 3, 3, 3, 3, 3, 3, 3, 'not-applicable').total), 30);
  });

  it('has no score with three of them', () => {
    const { total } = scoreOf(form, 5, 4, 4, 4, 'not-applicable', 4, 4, undefined, 4, 'unknown');
    assert.equal(total?.status, 'insufficient');
  });
});
