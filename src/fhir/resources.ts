/** The releases of FHIR that are emitted. R4B differs from R4 in nothing that is emitted here. */
export type FhirVersion = 'R4' | 'R4B' | 'R5';

export interface Coding {
  _display?: Beside;
  system?: string;
  version?: string;
  code?: string;
  display?: string;
  userSelected?: boolean;
}

export interface CodeableConcept {
  coding?: Coding[];
  text?: string;
}

export interface Identifier {
  system?: string;
  value?: string;
}

export interface Reference {
  reference?: string;
  type?: string;
  identifier?: Identifier;
  display?: string;
}

export interface Expression {
  name?: string;
  language: 'text/fhirpath';
  expression: string;
}

export interface Extension {
  url: string;
  extension?: Extension[];
  valueAttachment?: Attachment;
  valueBoolean?: boolean;
  valueCode?: string;
  valueCodeableConcept?: CodeableConcept;
  valueCoding?: Coding;
  valueDate?: string;
  valueDateTime?: string;
  valueDecimal?: number;
  valueId?: string;
  valueExpression?: Expression;
  valueIdentifier?: Identifier;
  valueInteger?: number;
  valueMarkdown?: string;
  valueQuantity?: Quantity | Beside;
  valueString?: string;
  valueTime?: string;
  valueUri?: string;
  _valueDate?: Beside;
  _valueDateTime?: Beside;
  _valueDecimal?: Beside;
  _valueInteger?: Beside;
  _valueTime?: Beside;
}

/** An element with its extensions alone. */
export interface Beside {
  extension: Extension[];
}

/** A file. `size` is a number in R4, and a text in R5. */
export interface Attachment {
  extension?: Extension[];
  contentType?: string;
  data?: string;
  url?: string;
  size?: number | string;
  title?: string;
}

/** The values of an answer. One of them is there. */
export interface AnswerValue {
  valueAttachment?: Attachment;
  valueBoolean?: boolean;
  valueCoding?: Coding;
  valueDate?: string;
  valueDateTime?: string;
  valueDecimal?: number;
  valueInteger?: number;
  valueQuantity?: Quantity;
  valueReference?: Reference;
  valueString?: string;
  valueTime?: string;
  valueUri?: string;
}

export interface EnableWhen {
  question: string;
  operator: 'exists' | '=' | '!=' | '>' | '<' | '>=' | '<=';
  answerBoolean?: boolean;
  answerCoding?: Coding;
  answerDate?: string;
  answerDateTime?: string;
  answerDecimal?: number;
  answerInteger?: number;
  answerQuantity?: Quantity;
  answerString?: string;
  answerTime?: string;
}

export interface AnswerOption extends AnswerValue {
  extension?: Extension[];
  initialSelected?: boolean;
}

/** A choice has another name in R5, also one with own words beside the list. */
type ChoiceType<V extends FhirVersion> = V extends 'R5' ? 'coding' : 'choice' | 'open-choice';

type FieldType = 'attachment' | 'dateTime' | 'quantity' | 'reference' | 'url';

export interface QuestionnaireItem<V extends FhirVersion = FhirVersion> {
  extension?: Extension[];
  linkId: string;
  definition?: string;
  code?: Coding[];
  prefix?: string;
  text?: string;
  _text?: { extension: Extension[] };
  type: 'boolean' | 'date' | 'decimal' | 'display' | 'group' | 'integer' | 'string' | 'text' | 'time' | FieldType | ChoiceType<V>;
  enableWhen?: EnableWhen[];
  enableBehavior?: 'all' | 'any';
  /** Only in R5: it is shown while it is not enabled. */
  disabledDisplay?: 'protected';
  required?: boolean;
  repeats?: boolean;
  readOnly?: boolean;
  maxLength?: number;
  answerOption?: AnswerOption[];
  answerValueSet?: string;
  initial?: AnswerValue[];
  /** Only in R5: own words are possible. */
  answerConstraint?: 'optionsOrString' | 'optionsOrType';
  item?: QuestionnaireItem<V>[];
}

export type PublicationStatus = 'draft' | 'active' | 'retired' | 'unknown';

export interface UsageContext {
  code: Coding;
  valueCodeableConcept: CodeableConcept;
}

export interface Questionnaire<V extends FhirVersion = FhirVersion> {
  resourceType: 'Questionnaire';
  id: string;
  language?: string;
  extension?: Extension[];
  url: string;
  version: string;
  name: string;
  title: string;
  derivedFrom?: string[];
  status: PublicationStatus;
  publisher?: string;
  description?: string;
  useContext?: UsageContext[];
  copyright?: string;
  item?: QuestionnaireItem<V>[];
}

/** An answer: a value or, for a repetition that was left out, the reason. The items inside are in the first answer. */
export interface ResponseAnswer extends AnswerValue {
  extension?: Extension[];
  item?: QuestionnaireResponseItem[];
}

export interface QuestionnaireResponseItem {
  extension?: Extension[];
  linkId: string;
  text?: string;
  answer?: ResponseAnswer[];
  item?: QuestionnaireResponseItem[];
}

export interface QuestionnaireResponse<V extends FhirVersion = FhirVersion> {
  resourceType: 'QuestionnaireResponse';
  language?: string;
  extension?: Extension[];
  /** R5 allows several. */
  identifier: V extends 'R5' ? Identifier[] : Identifier;
  questionnaire: string;
  status: 'in-progress' | 'completed';
  subject?: Reference;
  encounter?: Reference;
  authored?: string;
  author?: Reference;
  item?: QuestionnaireResponseItem[];
}

export interface Quantity {
  value: number;
  unit?: string;
  system?: string;
  code?: string;
}

/** A value, or why there is none. */
export interface Measured {
  extension?: Extension[];
  code: CodeableConcept;
  valueQuantity?: Quantity;
  dataAbsentReason?: CodeableConcept;
}

export interface Observation extends Measured {
  resourceType: 'Observation';
  language?: string;
  identifier?: Identifier[];
  status: 'final';
  category: CodeableConcept[];
  subject?: Reference;
  encounter?: Reference;
  effectiveDateTime?: string;
  performer?: Reference[];
  method?: CodeableConcept;
  note?: { text: string }[];
  derivedFrom?: Reference[];
  component?: Measured[];
}

export interface Concept {
  code: string;
  display?: string;
  designation?: { language: string; value: string }[];
}

interface Terminology {
  id: string;
  language?: string;
  url: string;
  version: string;
  name: string;
  title: string;
  status: PublicationStatus;
  publisher?: string;
  copyright?: string;
}

export interface CodeSystem extends Terminology {
  resourceType: 'CodeSystem';
  caseSensitive: true;
  valueSet: string;
  content: 'complete';
  count: number;
  concept: Concept[];
}

export interface ValueSet extends Terminology {
  resourceType: 'ValueSet';
  compose: { include: { system: string; version: string }[] };
}

export interface BundleEntry<R> {
  fullUrl: string;
  resource: R;
  request: { method: 'POST'; url: string; ifNoneExist: string };
}

export interface Bundle<V extends FhirVersion = FhirVersion> {
  resourceType: 'Bundle';
  type: 'transaction';
  entry: BundleEntry<QuestionnaireResponse<V> | Observation>[];
}
