import { fhir } from '../../text/locales/en/fhir.ts';
import type { FullTextView } from './item-type-view.ts';
import { text } from './text.ts';

/** Texts that can also have a form of their own, which the words about an answer that does not have it can say. */
export const anyText: FullTextView = {
  ...text,
  messages: { ...text.messages, fhir },
  problem: (item, t, fault, given) =>
    fault === 'like-its-pattern' ? (item.pattern?.message ?? t('fhir.errorPattern')) : text.problem!(item, t, fault, given),
};
