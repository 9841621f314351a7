import { isObject } from '../../core/plain-data/shape.ts';
import { textHash } from '../../core/plain-data/text-hash.ts';
import type { Response } from '../../core/record/response.ts';
import { fromQuestionnaireResponse } from '../../fhir/in/from-questionnaire-response.ts';
import type { FhirVersion } from '../../fhir/resources.ts';
import type { Unmatched } from '../../fhir/unmatched.ts';
import { type FileContent, withContents } from './attachments.ts';
import { type Context, mergeContext, readContext, resourcesOf } from './context.ts';
import { extract } from './extract.ts';
import { type Form, readForm } from './form.ts';
import type { Message, Request } from './message.ts';
import { errorOf, issuesIn, type OutcomeIssue, outcomeOf } from './outcome.ts';
import { type About, answersOf, changedLinkIds, responseOf } from './questionnaire-response.ts';
import { readSettings, type Settings } from './settings.ts';

type Json = Readonly<Record<string, unknown>>;

/** What the page has to do, in order. */
export type Action =
  | { do: 'send'; message: Message }
  | { do: 'configure'; settings: Settings }
  /** Shows a form from the beginning: blank, or with a record. */
  | { do: 'show'; form: Form; record: Response | undefined; isReadonly: boolean; launchContext: Json }
  /** Says to the person that the form cannot be shown. */
  | { do: 'refuse' };

/** What a renderer gets from the page, because it has no clock and no randomness. */
export interface Environment {
  application: { name: string; version: string };
  newId(): string;
  /** ISO 8601 with an offset. */
  now(): string;
}

/** The version of SDC SMART Web Messaging. */
const PROTOCOL_VERSION = '1.0';

/** The most states of a record that are remembered. */
const MOST_STATES = 1000;

const RELEASES: Readonly<Record<string, FhirVersion>> = { R4: 'R4', R4B: 'R4B', R5: 'R5', '4.0': 'R4', '4.3': 'R4B', '5.0': 'R5' };

/** `R4`, `4.0.1`. */
const releaseNamed = (text: unknown): FhirVersion | undefined =>
  typeof text === 'string' ? (RELEASES[text.toUpperCase()] ?? RELEASES[/^\d+\.\d+/.exec(text)?.[0] ?? '']) : undefined;

/** The resource in a payload: at its name, or the payload itself. */
const resourceIn = (payload: Json, name: string, resourceType: string): unknown => (payload.resourceType === resourceType ? payload : payload[name]);

const isResource = (value: unknown, resourceType: string): value is Json => isObject(value) && value.resourceType === resourceType;

const containedForm = (response: Json): unknown =>
  Array.isArray(response.contained) ? response.contained.find((one) => isResource(one, 'Questionnaire')) : undefined;

const isFinished = ({ status }: Json): boolean => status !== undefined && status !== 'in-progress';

/** The hash of what the host has of a record: its answers, and whether it is completed. */
const stateOf = (record: Response | null): number => textHash(`${record?.status === 'completed'} ${answersOf(record)}`);

/**
 * The renderer's side of SDC SMART Web Messaging. It says what the page has to do about each request, and what the host is told about
 * what the person does. It never throws, and knows no page.
 */
export class Renderer {
  readonly #environment: Environment;
  #told: FhirVersion | undefined;
  #settings: Settings = {};
  #context: Context = {};
  #form: Form | undefined;
  #displayed: Json | undefined;
  /** What the displayed response has and the record does not. */
  #unmatched: readonly Unmatched[] = [];
  /** The record that the host was told about last. */
  #last: Response | null = null;
  /** What is in the files of a record that was sent. */
  #contents: readonly FileContent[] = [];
  /** The states of the record that the host has from us, or we from the host. None of them is newer than what stands. */
  readonly #known = new Set<number>();

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  /** The host may begin too. */
  greet(): Message {
    return { messageType: 'status.handshake', payload: { protocolVersion: PROTOCOL_VERSION } };
  }

  /** `record`: what is on screen, `null` if nothing is answered. */
  receive({ messageId, messageType, payload }: Request, record: Response | null): Action[] {
    const answer: Call['answer'] = (payload) => ({ do: 'send', message: { messageType, responseToMessageId: messageId, payload } });
    const fail: Call['fail'] = (...issues) => [answer(failure(messageType, issues))];
    const call = { answer, fail, record };
    const use = (method: (payload: Json, call: Call) => Action[]): Action[] =>
      payload ? method.call(this, payload, call) : fail(errorOf('invalid', 'payload must be an object'));
    switch (messageType) {
      case 'status.handshake':
        return use(this.#handshake);
      case 'sdc.configure':
        return use(this.#configure);
      case 'sdc.configureContext':
        return use(this.#configureContext);
      case 'sdc.displayQuestionnaire':
        return use(this.#display);
      case 'sdc.displayQuestionnaireResponse':
        return use(this.#displayResponse);
      case 'sdc.requestCurrentQuestionnaireResponse':
        return use(this.#current);
      case 'sdc.requestExtract':
        return use(this.#extract);
      default:
        return fail(errorOf('not-supported', `${messageType.slice(0, 100)} is not supported`));
    }
  }

  /** The answer to a request that the page could not do because of an error of ours. */
  failed({ messageId, messageType }: Request): Message {
    return { messageType, responseToMessageId: messageId, payload: failure(messageType, [errorOf('exception', 'The page has an error. Its console has more')]) };
  }

  /** The person has answered, left out or erased something. */
  changed(record: Response | null): Message[] {
    const state = stateOf(record);
    // `done` tells what was sent, with the content of its files.
    if (record?.status === 'completed') return [];
    return this.#form && state !== stateOf(this.#last) ? [this.#changed(this.#form, record)] : [];
  }

  #changed(form: Form, record: Response | null): Message {
    const changed = changedLinkIds(this.#last, record);
    this.#last = record;
    this.#remember(stateOf(record));
    const payload = { questionnaireResponse: this.#responseOf(form, record), ...(changed.length && { changedLinkIds: changed }) };
    return { messageType: 'sdc.ui.changedQuestionnaireResponse', payload };
  }

  /** The focus is in a question. */
  focused(linkId: string): Message {
    return { messageType: 'sdc.ui.changedFocus', payload: { linkId } };
  }

  /** The person has sent the form, perhaps once more. */
  done(record: Response, contents: readonly FileContent[] = []): Message[] {
    this.#contents = contents;
    return this.#form ? [this.#changed(this.#form, record), { messageType: 'ui.done', payload: {} }] : [];
  }

  #remember(state: number): void {
    this.#known.add(state);
    if (this.#known.size > MOST_STATES) this.#known.delete(this.#known.values().next().value!);
  }

  #responseOf(form: Form, record: Response | null): Json {
    const about: About = { fhirVersion: this.#told ?? form.fhirVersion, context: this.#context, displayed: this.#displayed, unmatched: this.#unmatched };
    return withContents(responseOf(form, record, about), this.#contents);
  }

  #handshake(payload: Json, { answer }: Call): Action[] {
    this.#told = releaseNamed(payload.fhirVersion);
    const { application } = this.#environment;
    return [answer({ application, capabilities: { extraction: true, focusChangeNotifications: true } })];
  }

  #configure(payload: Json, { answer, fail }: Call): Action[] {
    const { settings, issues } = readSettings(payload);
    if (issues.some(({ severity }) => severity === 'error')) return fail(...issues);
    this.#settings = settings;
    return [{ do: 'configure', settings }, answer(success(issues))];
  }

  #configureContext(payload: Json, { answer, fail }: Call): Action[] {
    const read = readContext(payload.context);
    if (!read.ok) return fail(errorOf('invalid', `${read.path} is not of the type that the protocol requires`));
    this.#context = read.context;
    return [answer(success([]))];
  }

  #display(payload: Json, { answer, fail }: Call): Action[] {
    const questionnaire = resourceIn(payload, 'questionnaire', 'Questionnaire');
    if (!isResource(questionnaire, 'Questionnaire')) return fail(errorOf('required', 'questionnaire must be a Questionnaire'));
    const response = payload.questionnaireResponse ?? undefined;
    if (response !== undefined && !isResource(response, 'QuestionnaireResponse')) return fail(errorOf('invalid', 'questionnaireResponse must be a QuestionnaireResponse'));
    const context = readContext(payload.context);
    if (!context.ok) return fail(errorOf('invalid', `${context.path} is not of the type that the protocol requires`));
    const read = readForm(questionnaire);
    if (!read.ok) return this.#refuse(answer, read.issues);
    this.#context = mergeContext(this.#context, context.context);
    return this.#show(read.form, response, { answer, fail });
  }

  #displayResponse(payload: Json, call: Call): Action[] {
    const { answer, fail } = call;
    const response = resourceIn(payload, 'questionnaireResponse', 'QuestionnaireResponse');
    if (!isResource(response, 'QuestionnaireResponse')) return fail(errorOf('required', 'questionnaireResponse must be a QuestionnaireResponse'));
    const given = (payload !== response && payload.questionnaire) || containedForm(response);
    if (given !== undefined && !isResource(given, 'Questionnaire')) return fail(errorOf('invalid', 'questionnaire must be a Questionnaire'));
    const isOther = given !== undefined && JSON.stringify(given) !== JSON.stringify(this.#form?.resource);
    const read = isOther ? readForm(given) : undefined;
    if (read && !read.ok) return this.#refuse(answer, read.issues);
    const form = read?.form ?? this.#form;
    if (!form) return fail(errorOf('not-found', 'The Questionnaire is not known. Display it before, or send it with the response'));
    const { source } = form.instrument;
    const url = typeof response.questionnaire === 'string' ? response.questionnaire.split('|')[0] : undefined;
    if (!isOther && url && source?.url && url !== source.url) {
      return fail(errorOf('not-found', `The response was given to another Questionnaire than the one that is displayed: ${url.slice(0, 200)}`));
    }
    return this.#show(form, response, call, isOther);
  }

  /** Shows a form. A response that the host has from us, or that we have from it, changes nothing: the person may have gone on since. */
  #show(form: Form, response: Json | undefined, { answer, fail }: Pick<Call, 'answer' | 'fail'>, isNew = true): Action[] {
    const { newId, now } = this.#environment;
    const read = response && fromQuestionnaireResponse(response, form.instrument, { id: newId(), startedAt: now() });
    const record = read?.response;
    if (read && !record) return fail(...issuesIn(read.issues, 'error'));
    const state = record && stateOf(record);
    const issues = issuesIn([...(isNew ? form.issues : []), ...(read?.issues ?? [])], 'warning');
    if (state !== undefined && !isNew && this.#known.has(state)) return [answer(success(issues))];
    this.#form = form;
    this.#displayed = response;
    this.#unmatched = read ? [...read.unmatched, ...read.originals] : [];
    this.#last = record ?? null;
    this.#contents = [];
    this.#known.clear();
    if (state !== undefined) this.#known.add(state);
    const isReadonly = this.#settings.readonly ?? (response ? isFinished(response) : false);
    return [{ do: 'show', form, record, isReadonly, launchContext: resourcesOf(this.#context) }, answer(success(issues))];
  }

  #refuse(answer: Call['answer'], issues: Parameters<typeof issuesIn>[0]): Action[] {
    this.#form = undefined;
    this.#displayed = undefined;
    this.#unmatched = [];
    this.#last = null;
    this.#known.clear();
    return [{ do: 'refuse' }, answer({ status: 'error', outcome: outcomeOf(issuesIn(issues, 'error')) })];
  }

  #current(_: Json, { answer, fail, record }: Call): Action[] {
    if (!this.#form) return fail(errorOf('not-found', 'No Questionnaire is displayed'));
    this.#remember(stateOf(record));
    return [answer({ questionnaireResponse: this.#responseOf(this.#form, record) })];
  }

  #extract(payload: Json, { answer, fail, record }: Call): Action[] {
    const { questionnaire, questionnaireResponse: response } = payload;
    if (questionnaire !== undefined && !isResource(questionnaire, 'Questionnaire')) return fail(errorOf('invalid', 'questionnaire must be a Questionnaire'));
    if (response !== undefined && !isResource(response, 'QuestionnaireResponse')) return fail(errorOf('invalid', 'questionnaireResponse must be a QuestionnaireResponse'));
    const read = questionnaire && readForm(questionnaire);
    if (read && !read.ok) return fail(...issuesIn(read.issues, 'error'));
    const given = response ?? (this.#form && this.#responseOf(this.#form, record));
    const form = read?.form ?? this.#form;
    if (!form || !given) return fail(errorOf('not-found', 'No Questionnaire is displayed'));
    return [answer(extract(form, given, { fhirVersion: this.#told ?? form.fhirVersion, newId: this.#environment.newId }))];
  }
}

/** One request: how to answer it, and the record on screen. */
interface Call {
  answer(payload: object): Action;
  fail(...issues: OutcomeIssue[]): Action[];
  record: Response | null;
}

const success = (issues: readonly OutcomeIssue[]): object => {
  const outcome = outcomeOf(issues);
  return { status: 'success', ...(outcome && { outcome }) };
};

/** An error in the form that the protocol has for the type of the message. */
const failure = (messageType: string, issues: readonly OutcomeIssue[]): object => ({
  ...(!messageType.startsWith('sdc.request') && { status: 'error' }),
  outcome: outcomeOf(issues),
});
