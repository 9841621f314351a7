import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Refusal } from '../refusal.ts';

export const fhirJson = 'application/fhir+json; charset=utf-8';

export interface OperationOutcome {
  resourceType: 'OperationOutcome';
  issue: { severity: 'error' | 'information'; code: string; diagnostics: string; expression?: string[] }[];
}

/** FHIR's name for what a status says. */
const codes: Record<number, string> = {
  401: 'login',
  403: 'forbidden',
  404: 'not-found',
  405: 'not-supported',
  406: 'not-supported',
  409: 'conflict',
  410: 'deleted',
  413: 'too-long',
  414: 'too-long',
  415: 'not-supported',
  422: 'processing',
  500: 'exception',
};

/** A refusal as FHIR says it: an issue for each problem with its place, or one issue. No answer is in it. */
export function outcomeOf({ statusCode, message, problems }: Refusal): OperationOutcome {
  const issue = { severity: 'error' as const, code: codes[statusCode] ?? 'invalid' };
  return {
    resourceType: 'OperationOutcome',
    issue: problems.length
      ? problems.map(({ path, code }) => ({ ...issue, diagnostics: `${message} At ${path}: ${code}.`, expression: [path] }))
      : [{ ...issue, diagnostics: message }],
  };
}

export const isFhir = ({ url }: FastifyRequest): boolean => /^\/fhir(?=[/?]|$)/.test(url);

export function sendOutcome(reply: FastifyReply, refusal: Refusal): FastifyReply {
  if (refusal.statusCode === 401) reply.header('www-authenticate', 'Bearer realm="fhir"');
  return reply.code(refusal.statusCode).type(fhirJson).send(outcomeOf(refusal));
}
