import type { Json } from '../../fhir/in/read.ts';

const WAITING = /questionnaire-hidden$|usageMode$|enableWhenExpression$|entryMode$/;

const items = ({ item }: Json): Json[] => (item as Json[] | undefined) ?? [];

const loose = ({ enableWhen: _, extension, ...rest }: Json): Json => ({
  ...rest,
  ...(extension !== undefined && { extension: (extension as Json[]).filter(({ url }) => !WAITING.test(url as string)) }),
});

/** An item without conditions, and after a question what it asks when it has an answer. */
function flattened(item: Json): Json[] {
  if (item.type === 'group') return [{ ...loose(item), item: items(item).flatMap(flattened) }];
  const isHelp = ({ type, extension }: Json): boolean => type === 'display' && JSON.stringify(extension ?? []).includes('itemControl');
  const later = items(item).filter((one) => !isHelp(one));
  return [{ ...loose(item), item: items(item).filter(isHelp).map(loose) }, ...later.flatMap(flattened)];
}

/** The same Questionnaire such that it shows every item before the first answer. */
export const withoutConditions = (questionnaire: Json): Json => ({ ...loose(questionnaire), item: items(questionnaire).flatMap(flattened) });
