import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Clinic } from '../clinic.ts';
import { deviceKey, isDeviceKey } from '../device-key.ts';
import {
  draftCookie,
  endOf,
  newDraft,
  type OwnDraft,
  readDraftCookie,
  readFormToken,
  writeDraftCookie,
  writeFormToken,
} from '../draft-token.ts';
import { type Draft, erasePart, forgetDraft, readDraft, savePart } from '../drafts.ts';
import { answer, type Failure, isJson } from '../failures.ts';
import { sendIntake } from '../intake.ts';
import { type Entry, isPart, type PartName, readLeftOut, readPart, readRefused, readUnsaved } from '../intake-parts.ts';
import { wordsOf } from '../language-of.ts';
import { PageRefusal, reasonIn } from '../page-refusal.ts';
import { intakeCheckPage } from '../pages/intake-check.ts';
import { intakeErasePage, intakeForgetPage, intakeForgottenPage, intakeUnsentPage } from '../pages/intake-confirm.ts';
import { intakeListPage, type Told } from '../pages/intake-list.ts';
import { intakePartPage } from '../pages/intake-part.ts';
import { intakeNamePage, intakeNothingPage, intakeThanksPage } from '../pages/intake-thanks.ts';
import { noteReading, readerBy } from '../readings.ts';
import { Refusal } from '../refusal.ts';
import { sendPage } from '../send-page.ts';

/** The page that follows a form, by what was stored. */
const pageAfter = { answers: '/intake/thanks', name: '/intake/thanks-for-name', nothing: '/intake/nothing' };

/** The part was not saved, and its page comes back with what the person filled in, under this draft. */
class NotSaved extends PageRefusal {
  readonly draft: string;

  constructor(statusCode: number, key: PageRefusal['key'], draft: string) {
    super(statusCode, key);
    this.draft = draft;
  }
}

const cookie = { path: '/intake', httpOnly: true, sameSite: 'lax', secure: 'auto' } as const;

type Request = FastifyRequest<{ Params: { part?: string }; Querystring: Record<string, unknown>; Body: unknown }>;

/** The intake form, for anyone: a list of parts, each with a page of its own, saved one by one and then sent as a whole. */
export async function intakeRoutes(server: FastifyInstance, { database, secret, widgets, explain, fhir }: Clinic): Promise<void> {
  const ownDraft = ({ cookies }: FastifyRequest): string | undefined => readDraftCookie(cookies[draftCookie], secret);
  const keepOnDevice = (reply: FastifyReply, own: OwnDraft): void =>
    void reply.setCookie(draftCookie, writeDraftCookie(own, secret), { ...cookie, expires: own.until });

  /**
   * Lets no browser go back to the pages before this answer. Chromium shows a page from its memory, also one with `no-store`, unless
   * a cookie has changed since. So the cookie gets another end.
   */
  const leavePages = (reply: FastifyReply, id: string): void => keepOnDevice(reply, { id, until: endOf(new Date()) });

  /** A draft with nothing in it. Nothing is stored at the clinic before a part is saved. */
  const begin = (reply: FastifyReply): string => {
    const own = newDraft();
    keepOnDevice(reply, own);
    return own.id;
  };

  /** The draft of this device. If it has none, or only one that was sent, a new one begins. */
  const openDraft = async (request: FastifyRequest, reply: FastifyReply): Promise<{ id: string; draft?: Draft; wasSent: boolean }> => {
    const id = ownDraft(request);
    const draft = id === undefined ? undefined : await readDraft(database, id);
    if (id !== undefined && !draft?.sent) return { id, ...(draft && { draft }), wasSent: false };
    return { id: begin(reply), wasSent: id !== undefined };
  };

  /** Notes that a device gets back what was saved in its draft. */
  const noteFilled = async (id: string, filled: Draft['filled']): Promise<void> => {
    if (Object.keys(filled).length) await noteReading(database, { reader: readerBy('device', id), what: 'intake form', whose: [] });
  };

  /**
   * The draft that a form may change: the one of its page, if it is the one of this device. A browser sends the cookie with
   * no form of another site.
   */
  const draftOfForm = (request: Request, reply: FastifyReply): string => {
    if (!ownSites.has(request.headers['sec-fetch-site'])) throw new PageRefusal(403, 'notOurs');
    const token = readFormToken(entryOf(request)('form')[0] ?? '', secret);
    if (token === 'unsigned') throw new PageRefusal(403, 'notOurs');
    const id = ownDraft(request);
    if (token === 'expired' || id === undefined) throw new NotSaved(403, 'noCookie', id ?? begin(reply));
    if (token.id !== id) throw new NotSaved(409, 'otherDraft', id);
    return id;
  };

  const keyOf = (id: string): string => deviceKey('intake', [id], secret);

  const partOf = ({ params }: Request): PartName => {
    if (isPart(params.part ?? '')) return params.part as PartName;
    throw new PageRefusal(404, 'noPart');
  };

  server.get('/intake', async (request: Request, reply) => {
    const { id, draft, wasSent } = await openDraft(request, reply);
    const page = { filled: draft?.filled ?? {}, told: wasSent ? ('sent' as const) : told(request.query), key: keyOf(id) };
    return sendPage(reply, intakeListPage(widgets, wordsOf(request), page));
  });

  server.get('/intake/:part', async (request: Request, reply) => {
    const part = partOf(request);
    const { id, draft } = await openDraft(request, reply);
    const filled = draft?.filled ?? {};
    await noteFilled(id, filled);
    const page = { part, filled, isSaved: filled[part] !== undefined, token: writeFormToken(id, secret), key: keyOf(id) };
    return sendPage(reply, intakePartPage(widgets, wordsOf(request), page));
  });

  const savePartOf = async (request: Request, reply: FastifyReply): Promise<FastifyReply> => {
    const part = partOf(request);
    const id = draftOfForm(request, reply);
    const body = readPart(part, entryOf(request));
    if (body === undefined) {
      const before = await readDraft(database, id);
      // A widget that did not load looks like one that is blank. So nothing is erased before the person has confirmed it.
      return reply.redirect(before?.filled[part] === undefined ? `/intake?blank=${part}` : `/intake/${part}/erase?blank`, 303);
    }
    const startedAt = await database.transaction((queries) => savePart(queries, id, { part, body }));
    if (!startedAt) throw new NotSaved(409, 'wasSent', begin(reply));
    keepOnDevice(reply, { id, until: endOf(startedAt) });
    const sent = readLeftOut(part, entryOf(request));
    if (sent) {
      const page = { part, filled: { [part]: body }, isSaved: true, token: writeFormToken(id, secret), key: keyOf(id), sent };
      return sendPage(reply, intakePartPage(widgets, wordsOf(request), page));
    }
    return reply.redirect(`/intake?saved=${part}`, 303);
  };

  /** The page of the part again, with what was filled in. */
  const answerNotSaved = (error: Failure, request: Request, reply: FastifyReply): FastifyReply => {
    const refusal = explain(error, request);
    const { part = '' } = request.params;
    const id = error instanceof NotSaved ? error.draft : ownDraft(request);
    if (id === undefined || !isPart(part) || isJson(request) || !request.body) return answer(request, reply, refusal);
    const words = wordsOf(request);
    const came = readUnsaved(part, entryOf(request));
    const sent = readRefused(part, entryOf(request));
    const reason = refusal.statusCode < 500 ? reasonIn(words, refusal) : words.part.failed;
    const page = {
      part,
      filled: { [part]: came },
      isSaved: false,
      token: writeFormToken(id, secret),
      key: keyOf(id),
      problem: came === undefined && !sent ? reason : `${reason} ${words.part.again}`,
      sent,
    };
    return sendPage(reply.code(refusal.statusCode), intakePartPage(widgets, words, page));
  };

  const notSavedIfItFails = {
    errorHandler: (error: Failure, request: FastifyRequest, reply: FastifyReply) => answerNotSaved(error, request as Request, reply),
  };
  server.post('/intake/:part', notSavedIfItFails, (request, reply) => savePartOf(request as Request, reply));

  /** The same page in another language, with what is filled in. Nothing is saved, because nobody asked for that. */
  server.post('/intake/:part/language', notSavedIfItFails, async (request, reply) => {
    const part = partOf(request as Request);
    const id = draftOfForm(request as Request, reply);
    const draft = (await readDraft(database, id))?.filled ?? {};
    const saved = draft[part];
    await noteFilled(id, draft);
    const filled = { [part]: readUnsaved(part, entryOf(request as Request)) ?? saved };
    const page = { part, filled, isSaved: saved !== undefined, token: writeFormToken(id, secret), key: keyOf(id) };
    return sendPage(reply, intakePartPage(widgets, wordsOf(request), page));
  });

  server.get('/intake/:part/language', async (request: Request, reply) => reply.redirect(`/intake/${partOf(request)}`, 303));

  server.get('/intake/:part/erase', async (request: Request, reply) => {
    const { id } = await openDraft(request, reply);
    return sendPage(reply, intakeErasePage(wordsOf(request), { part: partOf(request), token: writeFormToken(id, secret), isBlank: 'blank' in request.query }));
  });

  server.post('/intake/:part/erase', async (request: Request, reply) => {
    const part = partOf(request);
    const id = draftOfForm(request, reply);
    await erasePart(database, id, part);
    leavePages(reply, id);
    return reply.redirect(`/intake?erased=${part}`, 303);
  });

  server.get('/intake/check', async (request: Request, reply) => {
    const { id, draft } = await openDraft(request, reply);
    if (!draft) return reply.redirect('/intake', 303);
    await noteFilled(id, draft.filled);
    return sendPage(reply, intakeCheckPage(wordsOf(request), draft.filled, writeFormToken(id, secret)));
  });

  const answerNotSent = (error: Failure, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const refusal = explain(error, request);
    const id = ownDraft(request);
    if (refusal.statusCode < 500 || id === undefined || isJson(request)) return answer(request, reply, refusal);
    return sendPage(reply.code(refusal.statusCode), intakeUnsentPage(wordsOf(request), writeFormToken(id, secret)));
  };

  server.post('/intake/send', { errorHandler: answerNotSent }, async (request, reply) => {
    const id = draftOfForm(request as Request, reply);
    const sent = await database.transaction((queries) => sendIntake(queries, id, !!fhir.forward));
    leavePages(reply, id);
    return reply.redirect(pageAfter[sent], 303);
  });

  server.get('/intake/forget', async (request: Request, reply) => {
    const { id } = await openDraft(request, reply);
    return sendPage(reply, intakeForgetPage(wordsOf(request), writeFormToken(id, secret)));
  });

  server.post('/intake/forget', async (request: Request, reply) => {
    const id = draftOfForm(request, reply);
    await forgetDraft(database, id);
    return reply.clearCookie(draftCookie, cookie).redirect(`/intake/forgotten?on-device=${keyOf(id)}`, 303);
  });

  server.get('/intake/forgotten', async (request: Request, reply) => {
    const key = request.query['on-device'];
    return sendPage(reply, intakeForgottenPage(widgets, wordsOf(request), isDeviceKey(key) ? key : undefined));
  });

  /** What the page after sending needs. The device still has the cookie of the form that was sent. */
  const sentBy = (request: FastifyRequest) => {
    const id = ownDraft(request);
    return { widgets, words: wordsOf(request), key: id === undefined ? undefined : keyOf(id) };
  };
  server.get(pageAfter.answers, async (request, reply) => sendPage(reply, intakeThanksPage(sentBy(request))));
  server.get(pageAfter.name, async (request, reply) => sendPage(reply, intakeNamePage(sentBy(request))));
  server.get(pageAfter.nothing, async (request, reply) => sendPage(reply, intakeNothingPage(wordsOf(request))));
}

/** A browser sends only texts, but a script can send JSON. */
function entryOf({ body }: Request): Entry {
  const entries = Object(body) as Record<string, unknown>;
  const entry = (name: string): string[] =>
    [entries[name] ?? []].flat().map((value) => {
      if (typeof value !== 'string') throw new Refusal(400, 'The form holds something else than text.');
      return value;
    });
  return Object.assign(entry, { entries });
}

/** What the address says that just happened. */
function told(query: Record<string, unknown>): Told | undefined {
  for (const what of ['saved', 'blank', 'erased'] as const) {
    const part = query[what];
    if (typeof part === 'string' && isPart(part)) return { [what]: part } as Told;
  }
  return undefined;
}

/** What a browser says about the page of a form: the clinic's own, none, or nothing at all because it is too old for that. */
const ownSites = new Set<unknown>(['same-origin', 'none', undefined]);
