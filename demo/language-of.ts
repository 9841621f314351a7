import type { FastifyInstance, FastifyRequest } from 'fastify';
import { acceptedLanguage, isLanguage, type Language, ownLanguage } from './languages.ts';
import { type Words, wordsIn } from './words/words.ts';

/** Remembers the language that a person chose, until the browser is closed. It holds nothing else. */
const languageCookie = 'lang';

const cookie = { path: '/', httpOnly: true, sameSite: 'lax', secure: 'auto' } as const;

/** What the person chose with this request, if anything. */
const chosen = ({ query }: FastifyRequest): unknown => (query as { lang?: unknown } | undefined)?.lang;

/** The language of a person: their choice in the address, else their last choice, else the one of their browser. */
function languageOf(request: FastifyRequest): Language {
  const { cookies, headers } = request;
  // An address that the router cannot read comes without a query and without cookies.
  const choices = [chosen(request), (cookies as FastifyRequest['cookies'] | undefined)?.[languageCookie]];
  return choices.find(isLanguage) ?? acceptedLanguage(headers['accept-language'] ?? '') ?? ownLanguage;
}

/** What the clinic says to the person who sent a request. */
export const wordsOf = (request: FastifyRequest): Words => wordsIn(languageOf(request));

/** Stores a choice in the cookie, whichever page it was made on. */
export function rememberLanguage(server: FastifyInstance): void {
  server.addHook('onRequest', async (request, reply) => {
    const choice = chosen(request);
    if (isLanguage(choice)) void reply.setCookie(languageCookie, choice, cookie);
  });
}
