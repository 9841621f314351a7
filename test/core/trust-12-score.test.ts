import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { leanings, resultWords } from '../../src/core/scoring/result-words.ts';
import { score } from '../../src/core/scoring/score.ts';
import type { ScaleScore } from '../../src/core/instrument/scale-score.ts';
import { trust12 } from '../../src/instruments/trust-12.ts';
import { trustPulse } from '../../src/instruments/trust-pulse.ts';
import { byWeight, settled } from './answers.ts';

const near = (actual: number, expected: number): void =>
  assert.ok(Math.abs(actual - expected) < 1e-4, `${actual} is not ${expected}`);

const pomp = (scale: ScaleScore | undefined): number => {
  assert.equal(scale?.status, 'scored');
  return scale.status === 'scored' ? scale.pomp : NaN;
};

const mixed = settled(trust12);
const positive = settled(trust12, { keying: 'positive' });
const lines = mixed.scoring!.total!.items;
const answers = (...weights: (number | undefined)[]) => byWeight(mixed, lines, weights);
const all = (weight: number) => answers(...lines.map(() => weight));
const without = (...left: string[]) => ({
  answers: answers(4, 4, 3, 2, 5, 2, 4, 3, 1, 4, 2, 5).answers.filter(({ item }) => !left.includes(item)),
});

describe('trust-12, mixed keying', () => {
  it('gives two thirds, no band and no summary if every line has the highest answer', () => {
    const { total, scales, band, bandWithheld } = score(mixed, all(5));
    assert.equal(total?.status, 'scored');
    if (total?.status === 'scored') near(total.raw, 3.666667);
    near(pomp(total), 66.6667);
    for (const facet of ['competence', 'integrity', 'reliability', 'safety']) near(pomp(scales[facet]), 66.6667);
    assert.equal(band, undefined);
    assert.equal(bandWithheld, 'uniform');

    const { towards, between, away } = leanings(mixed, all(5));
    assert.deepEqual([towards.length, between.length, away.length], [8, 0, 4]);
    const words = resultWords(mixed, all(5));
    assert.deepEqual(words, {
      kind: 'one-sided',
      text: 'Your answers do not make a clear summary. They can still help you talk.',
      provenance: mixed.result!.provenance,
    });
  });

  it('gives one third and no band if every line has the lowest answer', () => {
    near(pomp(score(mixed, all(1)).total), 33.3333);
    assert.equal(score(mixed, all(1)).bandWithheld, 'uniform');
  });

  it('gives the middle and its band if every line has the middle answer', () => {
    const scored = score(mixed, all(3));
    assert.equal(pomp(scored.total), 50);
    assert.equal(scored.band, 'moderate');
    assert.equal('bandWithheld' in scored, false);
    assert.equal(resultWords(mixed, all(3)).kind, 'summary');
  });

  it('reaches 100 and 0', () => {
    const turned = new Set(['t04', 't06', 't09', 't11']);
    const best = score(mixed, answers(...lines.map((id) => (turned.has(id) ? 1 : 5))));
    const worst = score(mixed, answers(...lines.map((id) => (turned.has(id) ? 5 : 1))));
    assert.deepEqual([pomp(best.total), best.band], [100, 'high']);
    assert.deepEqual([pomp(worst.total), worst.band], [0, 'low']);
  });

  it('scores a filled-in form by facet and in total', () => {
    const { total, scales, status, missing } = score(mixed, without());
    assert.equal(status, 'complete');
    assert.deepEqual(missing, []);
    near(pomp(scales.competence), 75);
    near(pomp(scales.integrity), 58.3333);
    near(pomp(scales.reliability), 91.6667);
    near(pomp(scales.safety), 83.3333);
    if (total?.status === 'scored') near(total.raw, 4.083333);
    near(pomp(total), 77.0833);
    const words = resultWords(mixed, without());
    assert.equal(
      words.kind === 'summary' && words.counts,
      '10 of your answers lean towards trust, 2 are in between, 0 lean away.',
    );
    assert.deepEqual(words.kind === 'summary' && words.talkAbout, []);
  });

  it('prorates two blank lines of different facets', () => {
    const { total, scales, status, missing } = score(mixed, without('t02', 't08'));
    assert.equal(status, 'prorated');
    assert.deepEqual(missing, ['t02', 't08']);
    assert.equal(total?.status, 'scored');
    if (total?.status !== 'scored') return;
    assert.deepEqual([total.answered, total.of, total.prorated], [10, 12, true]);
    near(total.raw, 4.2);
    near(total.pomp, 80);
    near(pomp(scales.competence), 75);
    near(pomp(scales.integrity), 62.5);
  });

  it('has no total with three blank lines, and scores the facets that have enough answers', () => {
    const scored = score(mixed, without('t02', 't08', 't10'));
    assert.equal(scored.status, 'insufficient');
    assert.equal(scored.total?.status, 'insufficient');
    assert.equal(scored.scales.competence?.status, 'insufficient');
    for (const facet of ['integrity', 'reliability', 'safety']) assert.equal(scored.scales[facet]?.status, 'scored');
    assert.equal(scored.band, undefined);
    assert.equal(scored.bandWithheld, 'insufficient');
    assert.deepEqual(resultWords(mixed, without('t02', 't08', 't10')), {
      kind: 'too-few',
      text: mixed.result!.tooFew,
      provenance: mixed.result!.provenance,
    });
  });

  it('has no total if a facet has no score, and names the facet', () => {
    const { total, scales, status } = score(mixed, without('t02', 't06'));
    assert.equal(status, 'insufficient');
    assert.deepEqual(total, { status: 'insufficient', missing: ['t02', 't06'], reason: 'no score for competence' });
    assert.equal(scales.competence?.status, 'insufficient');
    for (const facet of ['integrity', 'reliability', 'safety']) assert.equal(scales[facet]?.status, 'scored');
  });

  it('lists the lines that lean away from trust in their wording and order, also with a high total', () => {
    const worstSafety = answers(5, 5, 5, 5, 5, 1, 1, 5, 1, 5, 1, 1);
    const { total, scales } = score(mixed, worstSafety);
    assert.deepEqual([pomp(total), pomp(scales.safety)], [75, 0]);
    assert.deepEqual(resultWords(mixed, worstSafety), {
      kind: 'summary',
      counts: '9 of your answers lean towards trust, 0 are in between, 3 lean away.',
      list: 'You might want to talk about',
      talkAbout: [
        'I felt judged by my therapist.',
        'I could say what was on my mind without fear.',
        'My therapist will keep what I say private.',
      ],
      start: mixed.result!.start,
      provenance: mixed.result!.provenance,
    });
  });

  it('has half-open bands: 31.25 is moderate and 68.75 is high', () => {
    // 12 lines have 48 steps: 15 of 48 is 31.25 percent, and 33 of 48 is 68.75 percent.
    const steps = (reached: number) => {
      const weights = lines.map((id, index) => {
        const keyed = Math.floor(reached / 12) + (index < reached % 12 ? 1 : 0);
        return ['t04', 't06', 't09', 't11'].includes(id) ? 5 - keyed : 1 + keyed;
      });
      return score(mixed, answers(...weights)).band;
    };
    assert.deepEqual([14, 15, 32, 33].map(steps), ['low', 'moderate', 'moderate', 'high']);
  });

  it('does not score the line from 0 to 10 or the text', () => {
    const { answers: given } = without();
    const more = [...given, { item: 't-now', state: 'answered' as const, values: [0] }];
    assert.deepEqual(score(mixed, { answers: more }), score(mixed, { answers: given }));
  });

  it('names the form and the rule of the score', () => {
    assert.deepEqual(score(mixed, all(3)).provenance, {
      instrument: 'trust-12',
      version: '1.0.0',
      options: { variant: 'session', keying: 'mixed' },
      language: 'en',
      normed: false,
      method:
        'mean of 3 items, at least 2 answered; mean of 12 items, at least 10 answered, every scale scored; bands: symmetric response-anchor bands, not norms',
    });
  });
});

describe('trust-12, positive keying', () => {
  it('gives 100 and no band if every line has the highest answer', () => {
    const { items } = positive.scoring!.total!;
    const { total, bandWithheld } = score(
      positive,
      byWeight(
        positive,
        items,
        items.map(() => 5),
      ),
    );
    assert.equal(pomp(total), 100);
    assert.equal(bandWithheld, 'uniform');
  });
});

describe('trust-pulse', () => {
  const pulse = settled(trustPulse);
  const { items } = pulse.scoring!.total!;

  it('needs all four lines', () => {
    assert.equal(score(pulse, byWeight(pulse, items, [4, 4, 4])).status, 'insufficient');
    assert.equal(resultWords(pulse, byWeight(pulse, items, [4, 4, 4])).kind, 'too-few');
    assert.equal(pomp(score(pulse, byWeight(pulse, items, [5, 4, 3, 4])).total), 75);
  });

  it('has no bands, so equal answers get a summary', () => {
    const same = byWeight(pulse, items, [5, 5, 5, 5]);
    assert.equal('band' in score(pulse, same), false);
    assert.equal('bandWithheld' in score(pulse, same), false);
    assert.equal(resultWords(pulse, same).kind, 'summary');
  });
});
