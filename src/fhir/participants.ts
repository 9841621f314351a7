import type { Reference } from './resources.ts';

/** Who and what a response is about. Only what is given is emitted. */
export interface Participants {
  subject?: Reference;
  encounter?: Reference;
}

/** What the host gave to the record, as an identifier without a system: whether it is the id of a resource is not known. */
const identified = (value: string | undefined): Reference | undefined => (value ? { identifier: { value } } : undefined);

/** Subject and encounter: as given now, or else as the record has them. */
export function participants(given: Participants, record: { subject?: string; encounter?: string } = {}): Participants {
  const subject = given.subject ?? identified(record.subject);
  const encounter = given.encounter ?? identified(record.encounter);
  return { ...(subject && { subject }), ...(encounter && { encounter }) };
}
