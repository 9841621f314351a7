/** Classes, events and types. Importing this registers nothing: `attune-elements/define` does. */
export { AttuneBenefitsCheck } from './elements/benefits-check/benefits-check.ts';
export { AttuneBoundaryCard } from './elements/boundary-card/boundary-card.ts';
export { AttuneCheckIn } from './elements/check-in/check-in.ts';
export { AttuneEmpathyChecklist } from './elements/empathy-checklist/empathy-checklist.ts';
export { AttuneEnvironmentCheck } from './elements/environment-check/environment-check.ts';
export { AttuneJournal } from './elements/journal/journal.ts';
export { AttuneMilestoneBadge } from './elements/milestone-badge/milestone-badge.ts';
export { AttuneMilestones } from './elements/milestones/milestones.ts';
export { AttuneMistrustObservation } from './elements/mistrust-observation/mistrust-observation.ts';
export { AttuneOpennessCheck } from './elements/openness-check/openness-check.ts';
export { AttunePerspectiveGap } from './elements/perspective-gap/perspective-gap.ts';
export { AttuneQuestionnaire } from './elements/questionnaire/questionnaire.ts';
export { AttuneRapportCheck } from './elements/rapport-check/rapport-check.ts';
export { AttuneReflection } from './elements/reflection/reflection.ts';
export { AttuneSession } from './elements/session/session.ts';
export { AttuneTrustLevels } from './elements/trust-levels/trust-levels.ts';
export { AttuneTrustQuestionnaire } from './elements/trust-questionnaire/trust-questionnaire.ts';
export { AttuneTrustTrend } from './elements/trust-trend/trust-trend.ts';
export { AttuneUnsent } from './elements/unsent/unsent.ts';
export { AttuneWhyTrust } from './elements/why-trust/why-trust.ts';

export { AttuneAnswerEvent, type AnswerDetail } from './events/answer-event.ts';
export { AttuneErrorEvent, type ErrorDetail } from './events/error-event.ts';
export { AttuneJournalShareEvent, type JournalShareDetail } from './events/journal-share-event.ts';
export { AttuneMilestoneEvent, type MilestoneDetail } from './events/milestone-event.ts';
export { AttunePageEvent, type PageDetail } from './events/page-event.ts';
export { AttuneSavedEvent, type SavedDetail } from './events/saved-event.ts';
export { AttuneSessionSubmitEvent, type SessionSubmitDetail } from './events/session-submit-event.ts';
export { AttuneSubmitEvent, type SubmitDetail } from './events/submit-event.ts';

export type { UnsentRecord, UnsentSource } from './elements/unsent/unsent-record.ts';
export type { TrendMilestone } from './elements/trust-trend/course.ts';
export type { TrendNorms } from './elements/trust-trend/norms.ts';
export type { TrendRecord } from './elements/trust-trend/records.ts';
export { defineElement } from './ui/host/define-element.ts';
export type { Milestone } from './elements/milestones/milestone-list.ts';
export type { Catalogue, Key as MessageKey, Message, PluralForms, Strings } from './ui/text/catalogue.ts';
export type { SubmitOutcome } from './ui/handoff/submission-controller.ts';
export type {
  Answer,
  Instrument,
  InstrumentDefinition,
  Problem,
  Response,
  ScaleScore,
  Score,
} from './core/index.ts';
