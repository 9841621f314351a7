import type { BandRule, Instrument, ScaleRule } from './instrument.ts';
import type { SpecialItems } from './check-items.ts';
import type { Must } from '../item-types/item-type.ts';
import { itemWeights } from './item-weights.ts';
import { scoreScale } from './scale-score.ts';

/** Checks the scoring rules and the result words against the items that they use. */
export function checkScoring(instrument: Instrument, { repeated, optional }: SpecialItems, must: Must): void {
  const { scoring = {}, result, normed } = instrument;
  const itemRanges = itemWeights(instrument, new Map());

  const checkItems = (items: string[], path: string): void => {
    must(new Set(items).size === items.length, path, 'unique');
    items.forEach((id, index) => must(itemRanges.has(id) && !repeated.has(id), `${path}[${index}]`, 'weighted-item'));
  };

  /** Each item answered with its lowest weight. */
  const lowest = new Map([...itemRanges].map(([id, range]) => [id, { ...range, weight: range.low, keyed: range.low }]));

  /** The range of the raw score. Without limits if it depends on the options. */
  const rawRange = (rule: ScaleRule): { min: number; max: number } => {
    const scored = scoreScale(rule, lowest);
    const isKnown = scored.status === 'scored' && !rule.items.some((id) => optional.has(id));
    return isKnown ? scored : { min: -Infinity, max: Infinity };
  };

  const checkBands = (rule: ScaleRule, { cuts, of }: BandRule, path: string): void => {
    const { min, max } = of === 'raw' ? rawRange(rule) : { min: 0, max: 100 };
    must(new Set(cuts.map(({ band }) => band)).size === cuts.length, path, 'unique');
    cuts.forEach(({ below }, index) => {
      const at = `${path}[${index}].below`;
      must((below === undefined) === (index === cuts.length - 1), at, 'there-but-for-the-last');
      const isCut = below === undefined || (below > (cuts[index - 1]?.below ?? min) && below <= max);
      must(isCut, at, 'rising-and-within-the-score', `${min} to ${max}`);
    });
  };

  const checkScale = (rule: ScaleRule, path: string): void => {
    const { method, items, weights = {}, least, missing, bands, norms } = rule;
    checkItems(items, `${path}.items`);
    must(least > 0 && least <= items.length, `${path}.least`, 'one-of', `1 to ${items.length}`);

    const weighed = Object.keys(weights);
    const counted = new Set(items);
    const isWeighed =
      weighed.length === (method === 'weighted' ? items.length : 0) &&
      weighed.every((id) => weights[id] && counted.has(id));
    must(isWeighed, `${path}.weights`, 'a-number-but-0-for-each-item-of-a-weighted-sum');

    const canBeZero = items.every((id) => {
      const { low = 0, high = 0 } = itemRanges.get(id) ?? {};
      return low <= 0 && high >= 0;
    });
    must(missing !== 'zero' || canBeZero, `${path}.missing`, 'for-items-that-can-be-zero');

    if (bands) checkBands(rule, bands, `${path}.bands.cuts`);
    if (norms) {
      const { reliability, sem, sd } = norms;
      const isKnown = reliability === undefined ? sem! <= sd : sem === undefined;
      must(isKnown, `${path}.norms`, 'with-reliability-or-else-sem-up-to-sd');
    }
  };

  const { scales = {}, total } = scoring;
  for (const [name, rule] of Object.entries(scales)) checkScale(rule, `scoring.scales.${name}`);
  if (total) checkScale(total, 'scoring.total');
  const hasNorms = [...Object.values(scales), total].some((rule) => rule?.norms);
  must(normed === hasNorms, 'normed', 'true-with-norms-only');
  if (result) checkItems(result.items, 'result.items');
}
