import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Clinic } from '../clinic.ts';
import { accessOf } from '../fhir/access.ts';
import { checkCondition, keepBundle, resourceIn } from '../fhir/bundle.ts';
import { capabilityStatement } from '../fhir/capability.ts';
import { keepObservation, keepResponse, noteAnswered } from '../fhir/keep-resource.ts';
import { fhirJson } from '../fhir/outcome.ts';
import { readPatient } from '../fhir/read-patient.ts';
import { readQuestionnaire, searchQuestionnaires } from '../fhir/read-questionnaires.ts';
import { readResource, searchResources } from '../fhir/read-records.ts';
import { etagOf } from '../fhir/resources-of.ts';
import type { Given } from '../fhir/search.ts';
import type { Searched } from '../fhir/search-parameters.ts';
import { Refusal } from '../refusal.ts';

/** Enough for a transaction of a whole sitting, in which every item has its text. */
const bundleLimit = 1024 * 1024;

const searched: Searched[] = ['QuestionnaireResponse', 'Observation'];

/** The FHIR API: the same records as on the clinic's pages, for whoever may read or send them there. */
export async function fhirRoutes(server: FastifyInstance, clinic: Clinic): Promise<void> {
  const { database } = clinic;
  const since = new Date();
  const forwards = !!clinic.fhir.forward;
  await server.register(
    async (fhir) => {
      fhir.addContentTypeParser('application/fhir+json', { parseAs: 'string', bodyLimit: bundleLimit }, fhir.getDefaultJsonParser('error', 'error'));
      fhir.addHook('preHandler', async (request) => checkFormat(request));
      fhir.setNotFoundHandler(({ method }) => {
        if (method !== 'GET' && method !== 'POST' && method !== 'HEAD') throw new Refusal(405, 'The clinic changes and deletes nothing by FHIR.');
        throw new Refusal(404, 'The clinic has no such type of resource, or no such operation.');
      });

      fhir.get('/metadata', async (request, reply) => send(reply, capabilityStatement(baseOf(request), since)));

      fhir.get<{ Params: { id: string } }>('/Patient/:id', async (request, reply) =>
        send(reply, await readPatient(database, accessOf(request, clinic), request.params.id)));
      fhir.get<{ Params: { id: string } }>('/Questionnaire/:id', async (request, reply) =>
        send(reply, await readQuestionnaire(database, accessOf(request, clinic), request.params.id)));

      const search = async (request: FastifyRequest, type: 'Questionnaire' | Searched): Promise<object> => {
        const access = accessOf(request, clinic);
        const wanted = { given: givenIn(request), base: baseOf(request), lenient: prefers(request, 'handling=lenient') };
        return type === 'Questionnaire'
          ? searchQuestionnaires(database, access, wanted)
          : searchResources(database, access, { ...wanted, type });
      };
      for (const type of ['Questionnaire', ...searched] as const) {
        fhir.get(`/${type}`, async (request, reply) => send(reply, await search(request, type)));
        // So that what is searched for is in no address.
        fhir.post(`/${type}/_search`, async (request, reply) => send(reply, await search(request, type)));
      }

      for (const type of searched) {
        fhir.get<{ Params: { id: string } }>(`/${type}/:id`, async (request, reply) => {
          const served = await readResource(database, accessOf(request, clinic), { type, id: request.params.id });
          const etag = etagOf(served.meta.versionId);
          reply.header('etag', etag).header('last-modified', new Date(served.meta.lastUpdated).toUTCString());
          return request.headers['if-none-match'] === etag ? reply.code(304).send() : send(reply, served);
        });
        fhir.post(`/${type}`, { bodyLimit: bundleLimit }, async (request, reply) => {
          const sending = { access: accessOf(request, clinic), forwards };
          const sent = resourceIn(request.body);
          if (sent.resourceType !== type) throw new Refusal(422, `The body is no ${type}.`);
          checkCondition(request.headers['if-none-exist'], sent);
          const isMinimal = prefers(request, 'return=minimal');
          const { isNew, served } = await database.transaction(async (queries) => {
            const kept = await (sent.resourceType === 'Observation' ? keepObservation(queries, sent, sending, new Set()) : keepResponse(queries, sent, sending));
            if (!isMinimal) await noteAnswered(queries, sending, [kept]);
            return kept;
          });
          const { id, meta } = served;
          reply.code(isNew ? 201 : 200).header('location', `${baseOf(request)}/${type}/${id}`).header('etag', etagOf(meta.versionId));
          return isMinimal ? reply.type(fhirJson).send() : send(reply, served);
        });
      }

      fhir.post('/', { bodyLimit: bundleLimit }, async (request, reply) => {
        const sending = { access: accessOf(request, clinic), forwards, representation: prefers(request, 'return=representation') };
        return send(reply, await keepBundle(database, request.body, sending));
      });
    },
    { prefix: '/fhir' },
  );
}

const send = (reply: FastifyReply, resource: object): FastifyReply => reply.type(fhirJson).send(JSON.stringify(resource));

/** The address of the API, as the request reached it. */
const baseOf = ({ protocol, host }: FastifyRequest): string => `${protocol}://${host}/fhir`;

const prefers = ({ headers }: FastifyRequest, preference: string): boolean =>
  [headers.prefer ?? ''].flat().join(',').split(/[,;]/).some((each) => each.trim() === preference);

/** The parameters in the address, and those in a form. A body of another type has none. */
function givenIn({ url, body, headers }: FastifyRequest): Given {
  const query = url.includes('?') ? url.slice(url.indexOf('?') + 1) : '';
  const isForm = headers['content-type']?.startsWith('application/x-www-form-urlencoded');
  const inForm = isForm ? Object.entries(Object(body) as Record<string, string | string[]>) : [];
  return [...new URLSearchParams(query), ...inForm.flatMap(([name, value]) => [value].flat().map((each) => [name, each] as const))];
}

const formats = /^(\*\/\*|application\/\*|application\/(fhir\+)?json|text\/json|json)$/;

/** Refuses a request for anything but JSON. `_format` counts more than the header. */
function checkFormat(request: FastifyRequest): void {
  const wanted = givenIn(request).findLast(([name]) => name === '_format')?.[1] ?? request.headers.accept ?? '*/*';
  // A + in an address is a blank.
  const types = wanted.split(',').map((type) => (type.split(';')[0] ?? '').trim().replace(' ', '+').toLowerCase());
  // A browser that opens the address asks for a page, and gets JSON, as everything else does that takes anything.
  if (!types.some((type) => formats.test(type))) throw new Refusal(406, 'The clinic answers FHIR in JSON only.');
}
