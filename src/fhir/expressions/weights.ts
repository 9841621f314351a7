import type { Instrument } from '../../core/instrument/instrument.ts';
import { indexItems } from '../../core/instrument/item-index.ts';
import { weightsOfItem } from '../../core/instrument/item-weights.ts';
import { optionsOf } from '../../core/instrument/value.ts';
import { choiceFor } from '../in/value.ts';
import { optionValues } from '../option-values.ts';

/** A node of a resource while `fhirpath` evaluates. */
export interface ResourceNode {
  data: unknown;
  _data?: unknown;
  parentResNode?: ResourceNode | null;
}

interface Extended {
  extension?: { url?: string; valueDecimal?: number; valueInteger?: number }[];
}

const WEIGHT = /\/(?:itemWeight|ordinalValue|codesystem-ordinalValue|valueset-ordinalValue)$/;

/** The weight that stands at the value itself. */
function ownWeight(data: unknown): number | undefined {
  const { extension } = Object(data) as Extended;
  const found = Array.isArray(extension) ? extension.find(({ url }) => url && WEIGHT.test(url)) : undefined;
  return found?.valueDecimal ?? found?.valueInteger;
}

/** The linkId of the item around a node, if the node is an answer or its value. */
function linkIdOf(node: ResourceNode): string | undefined {
  let around: ResourceNode | null | undefined = node;
  for (let i = 0; around && i < 3; i++, around = around.parentResNode) {
    const { linkId } = Object(around.data) as { linkId?: unknown };
    if (i && typeof linkId === 'string') return linkId;
  }
  return undefined;
}

/** The value of an answer, which is the node or in it. */
function valueOf(data: unknown): unknown {
  const name = Object.keys(Object(data) as object).find((key) => /^value[A-Z]/.test(key));
  return name ? (data as Record<string, unknown>)[name] : data;
}

/**
 * `weight()` and `ordinal()` of SDC. The weights of choices are those of the instrument, also of value sets that the host has expanded.
 * The functions of `fhirpath` would ask a terminology server for a choice without a weight, and remember weights by the URL of the
 * Questionnaire. A value without a weight has none here.
 */
export function weightsIn(instrument: Instrument): (nodes: readonly ResourceNode[]) => number[] {
  const index = indexItems(instrument);
  const weightOf = (node: ResourceNode): number | undefined => {
    const own = ownWeight(node.data) ?? ownWeight(node._data);
    if (own !== undefined) return own;
    const item = index.get(linkIdOf(node) ?? '')?.item;
    if (!item) return undefined;
    const options = optionsOf(instrument, item);
    const value = valueOf(node.data);
    const choice = choiceFor(options.map(({ text = '', ...option }) => ({ ...option, text, code: String(option.code) })), { type: '', value }, optionValues(item));
    const code = options.find((option) => String(option.code) === choice?.code)?.code;
    if (code === undefined) return undefined;
    const { reverse } = item as { reverse?: boolean };
    return reverse ? weightsOfItem(item, instrument.scales, code)?.keyed : choice?.value;
  };
  return (nodes) => nodes.flatMap((node) => weightOf(node) ?? []);
}
