import type { Instrument, Item } from '../../core/instrument/instrument.ts';
import { type IndexedItem, type ItemIndex, keyOf } from '../../core/instrument/item-index.ts';
import { isQuestion } from '../../core/item-types/index.ts';
import type { Answer } from '../../core/record/response.ts';
import { CANONICAL_BASE, canonicalOf } from '../canonical.ts';
import { choiceValues } from '../choice-value.ts';
import { fhirValues } from '../fhir-values.ts';
import { isChoice, isGroup } from '../item-kind.ts';
import type { AnswerValue } from '../resources.ts';
import { isFromQuestionnaire, sourceCanonical, tagOf } from '../source-tags.ts';

type At = readonly number[];

interface TreeItem {
  linkId: string;
  text?: string;
  item?: TreeItem[];
  answer?: TreeAnswer[];
}

type TreeAnswer = AnswerValue & { item?: TreeItem[] };

/** The answers as a QuestionnaireResponse, while they are being given. */
export interface ResponseTree {
  readonly resource: object;
  /** The item at a place. If it has no answer, this is an item that is not part of the resource. */
  itemAt(id: string, at: At): object;
}

const named = (item: Item): TreeItem => ({ linkId: item.id, ...(item.text && !tagOf(item, 'text') && { text: item.text }) });

/** Makes responses of some answers to an instrument. The time depends on the number of these answers, not on the size of the form. */
export function responseTrees(instrument: Instrument, index: ItemIndex): (answers: readonly Answer[]) => ResponseTree {
  const { fhirVersion = 'R4' } = instrument.source ?? {};
  const base = CANONICAL_BASE;
  const isNested = isFromQuestionnaire(instrument);
  const choices = new Map<string, (code: string) => AnswerValue>();
  const questionnaire = sourceCanonical(instrument) ?? canonicalOf(instrument, base);

  const valuesOf = (item: Item, answer: Answer): AnswerValue[] => {
    if (answer.state !== 'answered') return [];
    const toChoice = isChoice(item) ? (choices.get(item.id) ?? choiceValues(base, instrument, item)) : undefined;
    if (toChoice) choices.set(item.id, toChoice);
    return answer.values.flatMap((value) => fhirValues({ instrument, item, base, fhirVersion }, value, toChoice));
  };

  return (answers) => {
    const root: TreeItem[] = [];
    const resource = { resourceType: 'QuestionnaireResponse', questionnaire, status: 'in-progress', item: root };
    const nodes = new Map<string, TreeItem>();
    /** The answer that has the items of a question, by place. */
    const firstAnswers = new Map<string, TreeAnswer>();

    /** The list that has the item: of the resource, of the group around it, or of the first answer around it. */
    const listAround = ({ parent }: IndexedItem, at: At): TreeItem[] => {
      if (!parent) return root;
      const isInGroup = isGroup(parent.item);
      if (!isInGroup && !isNested) return listAround(parent, at);
      if (isInGroup) return (nodeOf(parent, at).item ??= []);
      const around = firstAnswers.get(keyOf(parent.item.id, at.slice(0, parent.groups.length))) ?? addAnswers(parent, at, [{}]);
      return (around.item ??= []);
    };

    /** Adds answers of a question at a place. The repetitions of a question are answers of one item. Returns the first one. */
    const addAnswers = (indexed: IndexedItem, at: At, values: TreeAnswer[]): TreeAnswer => {
      (nodeOf(indexed, at).answer ??= []).push(...values);
      firstAnswers.set(keyOf(indexed.item.id, at.slice(0, indexed.groups.length)), values[0]!);
      return values[0]!;
    };

    const nodeOf = (indexed: IndexedItem, at: At): TreeItem => {
      const { item, groups } = indexed;
      const isRepeatingGroup = item.repeats && !isQuestion(item);
      const own = isRepeatingGroup ? at.slice(0, groups.length + 1) : at.slice(0, item.repeats ? groups.length - 1 : groups.length);
      const key = keyOf(item.id, own);
      const known = nodes.get(key);
      if (known) return known;
      // FHIR counts repetitions by their order, so an empty one stays before the next.
      if (isRepeatingGroup && own.at(-1)! > 0) nodeOf(indexed, [...own.slice(0, -1), own.at(-1)! - 1]);
      const node = named(item);
      listAround(indexed, own).push(node);
      nodes.set(key, node);
      return node;
    };

    for (const answer of answers) {
      const { item: id, at = [] } = answer;
      const indexed = index.get(id);
      const values = indexed ? valuesOf(indexed.item, answer) : [];
      if (indexed && values.length) addAnswers(indexed, at, values);
    }

    return {
      resource,
      itemAt: (id, at) => {
        const indexed = index.get(id);
        if (!indexed) return { linkId: id };
        const { item, groups } = indexed;
        const depth = item.repeats ? (isQuestion(item) ? groups.length - 1 : groups.length + 1) : groups.length;
        return nodes.get(keyOf(id, at.slice(0, depth))) ?? named(item);
      },
    };
  };
}
