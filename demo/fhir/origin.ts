import type { QuestionnaireResponse, Reference } from 'attune-elements/fhir';
import type { Queries } from '../database/database.ts';
import { PageRefusal } from '../page-refusal.ts';
import { Refusal } from '../refusal.ts';
import { readSession } from '../sessions.ts';
import { isStorable } from '../storable.ts';
import type { Pass } from '../tokens.ts';
import type { Access } from './access.ts';

type About = Pick<QuestionnaireResponse, 'subject' | 'encounter'>;

/** The client and the session that a resource is about, if whoever sends it may store a record there. Throws a `Refusal` else. */
export async function originOf(queries: Queries, access: Access, { subject, encounter }: About): Promise<Pass> {
  const client = subject === undefined ? undefined : await clientOf(queries, subject);
  const session = encounter === undefined ? undefined : sessionIn(encounter);
  if (access.who !== 'client') {
    if (client === undefined) throw new Refusal(422, 'The subject is no client of the clinic: give the reference Patient/[id].');
    if (session !== undefined && !(await readSession(queries, { client, session }))) {
      throw new Refusal(422, 'The encounter is no session of this client.');
    }
    return { client, ...(session !== undefined && { session }) };
  }
  if (access.may !== 'send') throw new Refusal(403, 'The token of a person’s own page reads. The token of the page after a session sends.');
  const { pass } = access;
  if (!(await readSession(queries, pass))) throw new PageRefusal(404, 'unknownSession');
  if (subject !== undefined && client !== pass.client) throw new Refusal(403, 'The record is about another client.');
  if (session !== undefined && session !== pass.session) throw new Refusal(403, 'The record is about another session.');
  return pass;
}

/** A client by the reference that this API answers, or by their id as an identifier without a system. */
async function clientOf(queries: Queries, subject: Reference): Promise<string | undefined> {
  const { reference, identifier } = partsOf(subject, 'subject');
  const [, fhirId] = /^Patient\/([\da-f-]{36})$/.exec(reference ?? '') ?? [];
  const [found] = await queries.query<{ id: string }>(
    'select id from clients where fhir_id::text = $1 or ($1::text is null and id = $2)',
    [fhirId ?? null, reference === undefined && identifier !== undefined ? identifier : null],
  );
  return found?.id;
}

function sessionIn(encounter: Reference): string {
  const { reference, identifier } = partsOf(encounter, 'encounter');
  if (reference !== undefined || identifier === undefined) {
    throw new Refusal(422, 'The encounter must be the id of a session, as an identifier without a system.');
  }
  return identifier;
}

/** Refuses what the clinic could not give back, such as a name beside a reference. */
function partsOf(sent: Reference, name: string): { reference?: string; identifier?: string } {
  const { reference, type, identifier, ...more } = Object(sent) as Reference;
  const { value, ...moreOfIdentifier } = (identifier ?? {}) as { value?: unknown };
  const kept = [...Object.keys(more), ...Object.keys(moreOfIdentifier)];
  if (kept.length || (type !== undefined && type !== 'Patient' && type !== 'Encounter')) {
    throw new Refusal(422, `The ${name} has parts that the clinic does not store. It takes a reference, or an identifier without a system.`);
  }
  const texts = [reference, value].filter((text) => text !== undefined);
  if (!texts.every((text) => typeof text === 'string' && isStorable(text))) throw new Refusal(422, `The ${name} is no text.`);
  return { ...(reference !== undefined && { reference }), ...(value !== undefined && { identifier: value as string }) };
}
