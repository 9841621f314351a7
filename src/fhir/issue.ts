/** What an emitted resource does not say, or says in another way. */
export interface Issue {
  /** The id of the item, or the path in the instrument or the record. */
  path: string;
  code: IssueCode;
  /** The code in plain English, for a developer. */
  message: string;
}

const messages = {
  'answered-twice': 'The record has two answers at this place. The first one is emitted.',
  'bands-not-said': 'FHIR has no place for the bands of a score, so they are not emitted.',
  'condition-left-out': 'The condition depends on an answer that stays in the widget. FHIR asks the item always.',
  'condition-not-said': 'FHIR cannot say this condition. FHIR asks the item always.',
  'draft-not-scored': 'Nobody has reviewed this translation, so its answers are not scored.',
  'empty-group': 'All items of this group stay in the widget. The group is not emitted.',
  'file-not-emitted': 'The answer describes a file. Its content is not emitted.',
  'follow-up-beside': 'A follow-up is asked once, also if its question is left out. FHIR asks it in each answer, so it follows its question.',
  'format-not-said': 'FHIR has no keyboard for this format.',
  'initial-repetitions': 'FHIR cannot say how many repetitions are shown first.',
  'kept-in-the-widget': 'The answer stays in the widget, so the item is not emitted.',
  'no-such-place': 'The instrument has no question at this place. The answer is not emitted.',
  'no-unit-not-said': 'FHIR cannot say that a quantity has no unit. Other renderers let the person write one.',
  'not-its-form': 'The record names another instrument, version, option or language than the instrument that was given.',
  'number-too-large': 'A FHIR integer has 32 bits. The number is emitted as a decimal.',
  'pattern-message-not-said': 'FHIR has no place for the message about a text that does not match the pattern.',
  'reasons-not-offered': 'FHIR has no standard way to offer reasons for leaving an item out. Other renderers only allow a blank.',
  'required-left-out': 'The person left a required item out with a reason. A validator can refuse that.',
  'required-without-reasons': 'Attune also accepts a reason for leaving the item out. FHIR requires an answer.',
  'reverse-not-said': 'The item has no options that could have a reversed weight. Only the calculated scores reverse it.',
  'score-not-said': 'FHIRPath cannot calculate this score: an item is not emitted or repeats, or the form has too few of them.',
  'slider-labels-not-said': 'FHIR has texts for the ends of a slider only.',
  'slider-step-not-said': 'FHIR allows whole numbers only as the step of a slider.',
  'text-not-filled-in': 'The text contains an earlier answer. The Questionnaire has its name in braces.',
  'unknown-code': 'The instrument has no such choice. The code is emitted without its text.',
  'value-of-another-type': 'The value is not of the type of its item. It is not emitted.',
  'weights-not-said': 'An item with several answers is not scored, so its choices have no weights.',
} as const;

export type IssueCode = keyof typeof messages;

export const issueCodes = Object.keys(messages) as IssueCode[];

/** Adds an issue to a list. */
export type Tell = (path: string, code: IssueCode) => void;

export const tellInto =
  (issues: Issue[]): Tell =>
  (path, code) => {
    issues.push({ path, code, message: messages[code] });
  };
