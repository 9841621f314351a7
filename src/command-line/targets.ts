/** What a value of a kind can become. The first one is usual. */
export const targets = {
  record: ['bundle', 'response', 'observation'],
  definition: ['questionnaire'],
  questionnaire: ['definition', 'translations'],
  response: ['record', 'bundle', 'response', 'observation'],
} as const;

export type TargetOf<K extends keyof typeof targets> = (typeof targets)[K][number];

/** What a value is to become. Undefined if `to` names something that it cannot become. */
export const chosenTarget = <K extends keyof typeof targets>(kind: K, to: string | undefined): TargetOf<K> | undefined =>
  targets[kind].find((word) => word === (to ?? targets[kind][0]));

export const cannotBecome = (kind: keyof typeof targets, to: string | undefined): string =>
  `a ${kind === 'response' ? 'QuestionnaireResponse' : kind} cannot become ${to}, only ${targets[kind].join(' or ')}`;
