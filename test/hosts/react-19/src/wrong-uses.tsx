// Each of these must be an error. `tsc` says so if one is not.
import { AttuneMilestoneBadge, AttuneQuestionnaire, AttuneSession, AttuneTrustQuestionnaire } from 'attune-elements/react';
import type { AttunePageEvent, AttuneSubmitEvent } from 'attune-elements';
import { useRef } from 'react';

const keep = (event: AttuneSubmitEvent) => event.waitUntil(Promise.resolve(event.detail.response.id));
const turn = (event: AttunePageEvent) => event.detail.page;

export const uses = [
  // @ts-expect-error unknown length
  <AttuneTrustQuestionnaire length="long" />,
  // @ts-expect-error unknown property
  <AttuneTrustQuestionnaire langth="pulse" />,
  // @ts-expect-error not a number
  <AttuneQuestionnaire headingLevel="three" />,
  // @ts-expect-error read-only
  <AttuneQuestionnaire willValidate />,
  // @ts-expect-error a method
  <AttuneQuestionnaire reset={() => {}} />,
  // @ts-expect-error a record is no text
  <AttuneQuestionnaire value="" />,
  // @ts-expect-error no such words
  <AttuneQuestionnaire strings={{ sendd: 'Gone' }} />,
  // @ts-expect-error handler of another event
  <AttuneQuestionnaire onAttuneSubmit={turn} />,
  // @ts-expect-error a badge sends no record
  <AttuneMilestoneBadge onAttuneSubmit={keep} />,
  // @ts-expect-error a session is in no form
  <AttuneSession keepOnReset />,
  // @ts-expect-error the name in HTML
  <AttuneTrustQuestionnaire onattune-submit={keep} />,
  // @ts-expect-error React loses this event when it hydrates
  <attune-trust-questionnaire onattune-submit={keep} />,
  // @ts-expect-error unknown length
  <attune-trust-questionnaire length="long" />,
  // @ts-expect-error unknown tag
  <attune-nothing />,
];

export const OtherElement = () => {
  const widget = useRef<HTMLInputElement>(null);
  // @ts-expect-error the ref of another element
  return <AttuneTrustQuestionnaire ref={widget} />;
};
