// Each of these must be an error. `tsc` says so if one is not.
import 'attune-elements/solid';
import type { AttunePageEvent } from 'attune-elements';
import type { Response } from 'attune-elements';

const turn = (event: AttunePageEvent) => event.detail.page;
declare const record: Response;

export const uses = () => [
  // @ts-expect-error unknown length
  <attune-trust-questionnaire length="long" />,
  // @ts-expect-error unknown property
  <attune-trust-questionnaire langth="pulse" />,
  // @ts-expect-error not a number
  <attune-questionnaire heading-level="three" />,
  // @ts-expect-error read-only
  <attune-questionnaire willValidate={true} />,
  // @ts-expect-error an object as an attribute: a server would write it as a text
  <attune-questionnaire value={record} />,
  // @ts-expect-error a record is no text
  <attune-questionnaire prop:value="" />,
  // @ts-expect-error no such words
  <attune-questionnaire prop:strings={{ sendd: 'Gone' }} />,
  // @ts-expect-error listener of another event
  <attune-questionnaire on:attune-submit={turn} />,
  // @ts-expect-error without the colon
  <attune-questionnaire onattune-submit={() => {}} />,
  // @ts-expect-error unknown tag
  <attune-nothing />,
];
