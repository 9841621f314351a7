import assert from 'node:assert/strict';
import type { Answer, Response } from '../../src/core/record/response.ts';
import { readMessage } from '../../src/frame/messaging/message.ts';
import { type Action, Renderer } from '../../src/frame/messaging/renderer.ts';
import { readForm } from '../../src/frame/messaging/form.ts';

export type Json = Record<string, unknown>;

/** A form that another system could have written. */
export const walk: Json = {
  resourceType: 'Questionnaire',
  url: 'https://walkers.example/fhir/Questionnaire/walk',
  version: '2.1',
  status: 'active',
  language: 'en',
  title: 'Join the walking group',
  copyright: '© 2026 Riverside Walkers',
  item: [
    { linkId: '1.1', type: 'string', text: 'What may we call you?' },
    {
      linkId: 'pace',
      type: 'choice',
      text: 'Which pace suits you?',
      answerOption: [{ valueCoding: { system: 'urn:pace', code: 'slow', display: 'Slow' } }, { valueCoding: { system: 'urn:pace', code: 'brisk', display: 'Brisk' } }],
    },
    { linkId: 'far', type: 'integer', text: 'How many kilometres do you walk?', code: [{ system: 'urn:walk', code: 'far' }] },
  ],
};

export const response = (more: Json = {}): Json => ({
  resourceType: 'QuestionnaireResponse',
  id: 'r1',
  questionnaire: 'https://walkers.example/fhir/Questionnaire/walk|2.1',
  status: 'in-progress',
  authored: '2026-11-20T10:00:00Z',
  item: [{ linkId: '1.1', answer: [{ valueString: 'Sam' }] }],
  ...more,
});

const read = readForm(walk);
assert.ok(read.ok);
const { instrument } = read.form;

/** What the person has answered on screen. */
export const record = (answers: readonly (readonly [item: string, value: string | number])[], more: Partial<Response> = {}): Response => ({
  schema: 1,
  id: 'on-screen',
  instrument: { id: instrument.id, version: instrument.version, options: {}, language: 'en' },
  status: 'in-progress',
  startedAt: '2026-11-30T09:00:00Z',
  locale: 'en',
  answers: answers.map(([item, value]): Answer => ({ item, state: 'answered', values: [value] })),
  software: { name: 'attune-elements', version: '0.0.0' },
  ...more,
});

export interface Heard {
  actions: Action[];
  /** The payload of the answer to the request. */
  payload: Json;
  /** What is shown, if anything is. */
  shown: Extract<Action, { do: 'show' }> | undefined;
}

/** A renderer, and a host that sends it messages. */
export class Talk {
  readonly renderer: Renderer;
  #ids = 0;

  constructor() {
    this.renderer = new Renderer({ application: { name: 'Attune', version: '1.2.3' }, newId: () => `new-${++this.#ids}`, now: () => '2026-11-30T10:00:00+01:00' });
  }

  /** Sends a request, and checks that it is answered once, as the protocol says. */
  say(messageType: string, payload: unknown = {}, onScreen: Response | null = null): Heard {
    const messageId = `m${++this.#ids}`;
    const received = readMessage({ messagingHandle: 'h', messageId, messageType, payload }, 'h');
    assert.ok(received.kind === 'request');
    const actions = this.renderer.receive(received.request, onScreen);
    const sent = actions.flatMap((action) => (action.do === 'send' ? [action.message] : []));
    assert.deepEqual(sent.map(({ messageType, responseToMessageId }) => [messageType, responseToMessageId]), [[messageType, messageId]]);
    const shown = actions.find((action) => action.do === 'show');
    return { actions, payload: sent[0]!.payload as Json, shown };
  }
}

/** The texts of the issues in the outcome of a payload. */
export const diagnosticsOf = ({ outcome }: Json): string[] => ((outcome as { issue: { diagnostics: string }[] } | undefined)?.issue ?? []).map(({ diagnostics }) => diagnostics);
