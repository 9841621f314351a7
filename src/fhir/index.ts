export { toBundle, type BundleOptions } from './bundle.ts';
export { CANONICAL_BASE, canonicalOf, type FormIdentity } from './canonical.ts';
export { extensionDefinitions, type StructureDefinition } from './extension-definitions.ts';
export type { Issue, IssueCode } from './issue.ts';
export { toObservations, type ObservationOptions } from './observations.ts';
export type { FromQuestionnaire, FromQuestionnaireOptions } from './in/convert.ts';
export { fromQuestionnaire, fromQuestionnaireExpanded, type ExpandingOptions } from './in/from-questionnaire.ts';
export {
  fromQuestionnaireResponse,
  type FromQuestionnaireResponse,
  type FromQuestionnaireResponseOptions,
} from './in/from-questionnaire-response.ts';
export type { ReadIssue, ReadIssueCode, Severity } from './in/issue.ts';
export { assembleQuestionnaire, type Assembled, type FetchQuestionnaire } from './in/sub-questionnaires.ts';
export type { Emitted, QuestionnaireOptions } from './questionnaire.ts';
export { toQuestionnaire } from './to-questionnaire.ts';
export { toQuestionnaireResponse, type ResponseOptions } from './questionnaire-response.ts';
export type * from './resources.ts';
export type { Unmatched } from './unmatched.ts';
export { terminologyOf, type Terminology, type TerminologyOptions } from './terminology.ts';
