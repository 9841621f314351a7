import type { QuestionnaireResponse, QuestionnaireResponseItem } from '../../../src/fhir/index.ts';

type Resource = QuestionnaireResponse<'R4'>;
type ResponseItem = QuestionnaireResponseItem;

const isScore = ({ linkId }: ResponseItem): boolean => linkId.startsWith('score.');

/** The answers in a response. LHC-Forms writes the weight of an option beside each answer, as an extension. */
export function plainItems({ item = [] }: Pick<Resource, 'item'>): unknown[] {
  return item.flatMap((one) => {
    const inner = plainItems(one);
    if (isScore(one) || (!one.answer && !inner.length)) return [];
    const answer = one.answer?.map(({ valueCoding, ...value }) => {
      if (!valueCoding) return Object.fromEntries(Object.entries(value).filter(([name]) => !name.startsWith('_')));
      const { system, code, display } = valueCoding;
      return { valueCoding: { system, code, display } };
    });
    return { linkId: one.linkId, text: one.text, answer, item: inner };
  });
}

/** The calculated scores by the id of their item. */
export const scoresIn = ({ item = [] }: Resource): Record<string, number | undefined> =>
  Object.fromEntries(item.filter(isScore).map(({ linkId, answer }) => [linkId, answer?.[0]?.valueDecimal]));

const hasAnswer = ({ answer, item }: ResponseItem): boolean => !!answer?.length || !!item?.some(hasAnswer);

/** Without the groups in which nothing is answered. LHC-Forms fails if such a repetition stands before another. */
export function withoutBlankGroups(response: Resource): Resource {
  const isGroup = ({ answer, extension }: ResponseItem): boolean => !answer && !extension;
  const prune = (items: readonly ResponseItem[]): ResponseItem[] =>
    items.flatMap((one) => (isGroup(one) && !hasAnswer(one) ? [] : one.item ? { ...one, item: prune(one.item) } : one));
  return { ...response, ...(response.item && { item: prune(response.item) }) };
}
