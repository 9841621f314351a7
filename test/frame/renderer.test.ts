import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Response } from '../../src/core/record/response.ts';
import { readMessage } from '../../src/frame/messaging/message.ts';
import { diagnosticsOf, type Json, record, response, Talk, walk } from './conversation.ts';

const sam = record([['1.1', 'Sam']]);

describe('a message of the host', () => {
  it('is a request, a reply, or for somebody else', () => {
    const request = { messagingHandle: 'h', messageId: '1', messageType: 'x', payload: {} };
    assert.equal(readMessage(request, 'h').kind, 'request');
    assert.equal(readMessage({ messageId: '1', responseToMessageId: '2', payload: {} }, 'h').kind, 'reply');
    assert.equal(readMessage({ ...request, responseToMessageId: '2' }, 'h').kind, 'reply');
    for (const other of [
      { ...request, messagingHandle: 'g' },
      { ...request, messagingHandle: 'g', responseToMessageId: '2' },
      { ...request, messagingHandle: undefined },
      { ...request, messageId: 1 },
      { ...request, messageType: null },
      { ...request, responseToMessageId: null },
      'x',
      null,
      [request],
    ]) {
      assert.equal(readMessage(other, 'h').kind, 'foreign', JSON.stringify(other));
    }
  });

  it('gets an error in the form of its type if it has no payload, or is not known', () => {
    const talk = new Talk();
    for (const payload of [null, 'x', 7, [], { big: 10n }]) {
      for (const type of ['sdc.configure', 'sdc.configureContext', 'sdc.displayQuestionnaire', 'sdc.displayQuestionnaireResponse']) {
        const { payload: answer } = talk.say(type, payload);
        assert.equal(answer.status, 'error', type);
        assert.equal((answer.outcome as Json).resourceType, 'OperationOutcome');
      }
    }
    for (const type of ['sdc.requestCurrentQuestionnaireResponse', 'sdc.requestExtract']) {
      const { payload } = talk.say(type, 'x');
      assert.deepEqual([payload.status, diagnosticsOf(payload)], [undefined, ['payload must be an object']]);
    }
    assert.deepEqual(diagnosticsOf(talk.say('sdc.fly').payload), ['sdc.fly is not supported']);
    assert.equal(talk.say('__proto__').payload.status, 'error');
  });

  it('is answered if the page has an error', () => {
    const { renderer } = new Talk();
    const answers = ['sdc.displayQuestionnaire', 'sdc.requestExtract'].map((messageType) => renderer.failed({ messageId: 'm', messageType, payload: {} }));
    assert.deepEqual(answers.map(({ responseToMessageId, payload }) => [responseToMessageId, (payload as Json).status]), [['m', 'error'], ['m', undefined]]);
    for (const { payload } of answers) assert.deepEqual(diagnosticsOf(payload as Json), ['The page has an error. Its console has more']);
  });

  it('is answered whatever it contains', () => {
    const types = ['status.handshake', 'sdc.configure', 'sdc.configureContext', 'sdc.displayQuestionnaire', 'sdc.displayQuestionnaireResponse', 'sdc.requestCurrentQuestionnaireResponse', 'sdc.requestExtract', 'x'];
    const any = fc.anything({ withBigInt: true, withDate: true, withMap: true, withSparseArray: true });
    const part = fc.oneof(any, fc.constant(walk), fc.constant(response()), fc.record({ resourceType: fc.constantFrom('Questionnaire', 'QuestionnaireResponse'), item: any }));
    const payload = fc.oneof(
      any,
      fc.dictionary(fc.constantFrom('questionnaire', 'questionnaireResponse', 'context', 'configuration', 'terminologyServer', 'fhirVersion'), part),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...types), payload), { maxLength: 6 }), (requests) => {
        const talk = new Talk();
        for (const [type, payload] of requests) talk.say(type, payload, sam);
      }),
    );
  });
});

describe('status.handshake', () => {
  it('says who we are and what we can', () => {
    const { payload } = new Talk().say('status.handshake', { protocolVersion: '1.0', fhirVersion: 'R4' });
    assert.deepEqual(payload, { application: { name: 'Attune', version: '1.2.3' }, capabilities: { extraction: true, focusChangeNotifications: true } });
  });

  it('decides the release of the responses', () => {
    for (const [fhirVersion, isList] of [['R4', false], ['R5', true], ['5.0.0', true], ['4.0.1', false], ['R9', false], [7, false]] as const) {
      const talk = new Talk();
      talk.say('status.handshake', { fhirVersion });
      talk.say('sdc.displayQuestionnaire', { questionnaire: walk });
      const { questionnaireResponse } = talk.say('sdc.requestCurrentQuestionnaireResponse', {}, sam).payload as { questionnaireResponse: Json };
      assert.equal(Array.isArray(questionnaireResponse.identifier), isList, String(fhirVersion));
    }
  });
});

describe('sdc.configure', () => {
  it('sets what the host knows, and says what has no effect', () => {
    const { actions, payload } = new Talk().say('sdc.configure', {
      terminologyServer: 'https://tx.example',
      configuration: { language: 'de', who: 'Your therapist', theme: { '--attune-accent': '#4a5fc1' }, spinner: true },
    });
    assert.deepEqual(actions[0], { do: 'configure', settings: { language: 'de', who: 'Your therapist', theme: { '--attune-accent': '#4a5fc1' } } });
    assert.equal(payload.status, 'success');
    assert.deepEqual(diagnosticsOf(payload), ['terminologyServer is not used, because this page makes no request', 'configuration.spinner is not known here']);
  });

  it('uses nothing of what has a mistake', () => {
    for (const configuration of [{ language: 'not a tag', who: 'x' }, { who: 7 }, { readonly: 'yes' }, { theme: { color: 'red' } }, { theme: 'red' }, [], 'x']) {
      const { actions, payload } = new Talk().say('sdc.configure', { configuration });
      assert.equal(payload.status, 'error', JSON.stringify(configuration));
      assert.equal(actions.length, 1);
    }
    assert.equal(new Talk().say('sdc.configure', { dataServer: 7 }).payload.status, 'error');
  });
});

describe('sdc.configureContext', () => {
  const subject = { reference: 'Patient/7' };
  const current = (talk: Talk): Json => talk.say('sdc.requestCurrentQuestionnaireResponse', {}, sam).payload.questionnaireResponse as Json;

  it('says whom each response is about; a display message adds to it, another one replaces it', () => {
    const talk = new Talk();
    talk.say('sdc.configureContext', { context: { subject, author: { reference: 'Practitioner/1' } } });
    talk.say('sdc.displayQuestionnaire', { questionnaire: walk, context: { encounter: { reference: 'Encounter/3' } } });
    const { subject: whom, encounter, author } = current(talk);
    assert.deepEqual([whom, encounter, author], [subject, { reference: 'Encounter/3' }, { reference: 'Practitioner/1' }]);
    talk.say('sdc.configureContext', {});
    assert.equal(current(talk).subject, undefined);
  });

  it('refuses what is no context, and keeps the earlier one', () => {
    const talk = new Talk();
    talk.say('sdc.configureContext', { context: { subject } });
    for (const context of [7, { subject: 'Patient/7' }, { launchContext: {} }, { launchContext: [{ name: 7 }] }, { launchContext: [{ name: 'x', contentResource: 'y' }] }]) {
      assert.equal(talk.say('sdc.configureContext', { context }).payload.status, 'error', JSON.stringify(context));
      assert.equal(talk.say('sdc.displayQuestionnaire', { questionnaire: walk, context }).payload.status, 'error');
    }
    talk.say('sdc.displayQuestionnaire', { questionnaire: walk });
    assert.deepEqual(current(talk).subject, subject);
  });
});

describe('sdc.displayQuestionnaire', () => {
  it('shows the form blank, and another one after it', () => {
    const talk = new Talk();
    for (const title of ['One', 'Two', 'Two']) {
      const { shown, payload } = talk.say('sdc.displayQuestionnaire', { questionnaire: { ...walk, title } }, sam);
      assert.equal(shown!.form.instrument.title, title);
      assert.deepEqual([shown!.record, shown!.isReadonly, payload], [undefined, false, { status: 'success' }]);
    }
  });

  it('also takes the Questionnaire itself as the payload', () => {
    assert.equal(new Talk().say('sdc.displayQuestionnaire', walk).shown!.form.instrument.title, 'Join the walking group');
  });

  it('shows the answers that come with it', () => {
    const { shown } = new Talk().say('sdc.displayQuestionnaire', { questionnaire: walk, questionnaireResponse: response() });
    assert.deepEqual(shown!.record!.answers, [{ item: '1.1', state: 'answered', values: ['Sam'] }]);
    assert.deepEqual([shown!.record!.id, shown!.record!.startedAt], ['r1', '2026-11-20T10:00:00Z']);
  });

  it('says what is presented in another way', () => {
    const item = [{ linkId: 'land', type: 'choice', text: 'Where?', answerValueSet: 'https://walkers.example/lands' }];
    const { payload } = new Talk().say('sdc.displayQuestionnaire', { questionnaire: { ...walk, item } });
    assert.equal(payload.status, 'success');
    assert.deepEqual((payload.outcome as Json).issue, [
      { severity: 'warning', code: 'not-supported', diagnostics: 'Value set not expanded: https://walkers.example/lands', expression: ['land'] },
    ]);
  });

  it('takes the form away if the Questionnaire cannot be presented, and says why', () => {
    const talk = new Talk();
    talk.say('sdc.displayQuestionnaire', { questionnaire: walk });
    const { actions, payload } = talk.say('sdc.displayQuestionnaire', { questionnaire: { resourceType: 'Questionnaire', item: [] } });
    assert.deepEqual(actions[0], { do: 'refuse' });
    assert.equal(payload.status, 'error');
    assert.deepEqual(diagnosticsOf(payload), ['No items']);
    assert.deepEqual(diagnosticsOf(talk.say('sdc.requestCurrentQuestionnaireResponse').payload), ['No Questionnaire is displayed']);
    assert.equal(talk.say('sdc.displayQuestionnaire', { questionnaire: walk }).payload.status, 'success');
  });

  it('keeps the form if the message has no Questionnaire', () => {
    const talk = new Talk();
    talk.say('sdc.displayQuestionnaire', { questionnaire: walk });
    for (const payload of [{}, { questionnaire: 'x' }, { questionnaire: response() }, { questionnaire: walk, questionnaireResponse: walk }]) {
      const { actions } = talk.say('sdc.displayQuestionnaire', payload);
      assert.deepEqual(actions.map((action) => action.do), ['send']);
    }
    assert.ok(talk.say('sdc.requestCurrentQuestionnaireResponse', {}, sam).payload.questionnaireResponse);
  });
});

describe('sdc.displayQuestionnaireResponse', () => {
  it('shows the answers in the form of the message, in the contained one, or in the one on screen', () => {
    assert.ok(new Talk().say('sdc.displayQuestionnaireResponse', { questionnaire: walk, questionnaireResponse: response() }).shown!.record);
    assert.ok(new Talk().say('sdc.displayQuestionnaireResponse', { questionnaireResponse: response({ contained: [walk] }) }).shown!.record);
    const talk = new Talk();
    talk.say('sdc.displayQuestionnaire', { questionnaire: walk });
    assert.ok(talk.say('sdc.displayQuestionnaireResponse', { questionnaireResponse: response() }).shown!.record);
    assert.ok(talk.say('sdc.displayQuestionnaireResponse', response({ item: [] })).shown!.record);
  });

  it('does not guess the form', () => {
    const alone = new Talk();
    assert.match(diagnosticsOf(alone.say('sdc.displayQuestionnaireResponse', { questionnaireResponse: response() }).payload)[0]!, /^The Questionnaire is not known/);
    alone.say('sdc.displayQuestionnaire', { questionnaire: walk });
    const other = response({ questionnaire: 'https://walkers.example/fhir/Questionnaire/run' });
    const { payload, shown } = alone.say('sdc.displayQuestionnaireResponse', { questionnaireResponse: other });
    assert.deepEqual([shown, payload.status], [undefined, 'error']);
  });

  it('can only be read if it is completed, unless the host says otherwise', () => {
    const shownAs = (status: string, configuration: Json = {}): unknown => {
      const talk = new Talk();
      talk.say('sdc.configure', { configuration });
      return talk.say('sdc.displayQuestionnaireResponse', { questionnaire: walk, questionnaireResponse: response({ status }) }).shown?.isReadonly;
    };
    assert.deepEqual(['in-progress', 'completed', 'amended', 'stopped'].map((status) => shownAs(status)), [false, true, true, true]);
    assert.equal(shownAs('completed', { readonly: false }), false);
    assert.equal(shownAs('in-progress', { readonly: true }), true);
  });

  it('is refused if it was withdrawn, and names the answers that have no place', () => {
    const talk = new Talk();
    assert.deepEqual(diagnosticsOf(talk.say('sdc.displayQuestionnaireResponse', { questionnaire: walk, questionnaireResponse: response({ status: 'entered-in-error' }) }).payload), ['Entered in error']);
    const { payload, shown } = talk.say('sdc.displayQuestionnaireResponse', { questionnaire: walk, questionnaireResponse: response({ item: [{ linkId: 'gone', answer: [{ valueString: 'x' }] }] }) });
    assert.ok(shown);
    assert.match(diagnosticsOf(payload)[0]!, /^Answer without place/);
  });

  it('changes nothing if the host has it from us, although the person has gone on', () => {
    const talk = new Talk();
    talk.say('sdc.displayQuestionnaire', { questionnaire: walk });
    const [sent] = talk.renderer.changed(sam);
    const further = record([['1.1', 'Samantha']]);
    talk.renderer.changed(further);
    // Hosts give it back with changes of their own beside the answers.
    const { identifier, ...echo } = (sent!.payload as { questionnaireResponse: Json }).questionnaireResponse;
    assert.ok(identifier);
    const { actions, payload } = talk.say('sdc.displayQuestionnaireResponse', { questionnaireResponse: { ...echo, id: 'stored', meta: { tag: [] } } }, further);
    assert.deepEqual([actions.length, payload.status], [1, 'success']);
    assert.equal(talk.say('sdc.displayQuestionnaireResponse', { questionnaireResponse: { ...echo, item: [] } }, further).shown?.record?.answers.length, 0);
  });

  it('changes nothing if the host sets it again', () => {
    const talk = new Talk();
    assert.ok(talk.say('sdc.displayQuestionnaireResponse', { questionnaire: walk, questionnaireResponse: response() }).shown);
    assert.equal(talk.say('sdc.displayQuestionnaireResponse', { questionnaire: walk, questionnaireResponse: response() }, sam).shown, undefined);
    assert.equal(talk.say('sdc.displayQuestionnaireResponse', { questionnaireResponse: response({ status: 'completed' }) }, sam).shown?.isReadonly, true);
  });
});

describe('what the person does', () => {
  const shown = (payload: Json = { questionnaire: walk }): Talk => {
    const talk = new Talk();
    talk.say('sdc.displayQuestionnaire', payload);
    return talk;
  };

  it('is told once, with the linkIds that changed', () => {
    const { renderer } = shown();
    const told = (answers: Parameters<typeof record>[0] | null): Json | undefined => renderer.changed(answers && record(answers))[0]?.payload as Json | undefined;
    assert.deepEqual(told([['1.1', 'Sam']])!.changedLinkIds, ['1.1']);
    assert.equal(told([['1.1', 'Sam']]), undefined);
    assert.deepEqual(told([['1.1', 'Sam'], ['far', 5]])!.changedLinkIds, ['far']);
    assert.deepEqual(told([['1.1', 'S'], ['pace', 'brisk']])!.changedLinkIds, ['1.1', 'pace', 'far']);
    const blank = told(null)!;
    assert.deepEqual(blank, {
      questionnaireResponse: { resourceType: 'QuestionnaireResponse', questionnaire: 'https://walkers.example/fhir/Questionnaire/walk|2.1', status: 'in-progress' },
      changedLinkIds: ['1.1', 'pace'],
    });
    assert.equal(told(null), undefined);
  });

  it('is a conformant response, with the codes of the form', () => {
    const [message] = shown().renderer.changed(record([['pace', 'brisk']]));
    const { questionnaireResponse: given } = message!.payload as { questionnaireResponse: Json };
    assert.equal(given.questionnaire, 'https://walkers.example/fhir/Questionnaire/walk|2.1');
    assert.deepEqual(given.item, [{ linkId: 'pace', text: 'Which pace suits you?', answer: [{ valueCoding: { system: 'urn:pace', code: 'brisk', display: 'Brisk' } }] }]);
  });

  it('leaves everything in the response that the host displayed, until the person answers anew', () => {
    const extension = [{ url: 'https://clinic.example/by', valueString: 'nurse' }];
    const questionnaire = {
      ...walk,
      item: [
        ...(walk.item as Json[]),
        { linkId: 'since', type: 'dateTime', text: 'Since when?' },
        { linkId: 'at', type: 'time', text: 'At what time?' },
        { linkId: 'land', type: 'choice', text: 'Where?', answerValueSet: 'https://walkers.example/lands' },
        { linkId: 'letter', type: 'attachment', text: 'A letter' },
        { linkId: 'photo', type: 'attachment', text: 'A photo' },
        { linkId: 'g', type: 'group', text: 'Friends', repeats: true, item: [{ linkId: 'friend', type: 'string', text: 'Name' }] },
      ],
    };
    const item = [
      { linkId: '1.1', extension, text: 'What may we call you?', answer: [{ extension, valueString: 'Sam' }] },
      { linkId: 'since', text: 'Since when?', answer: [{ valueDateTime: '2020' }] },
      { linkId: 'at', text: 'At what time?', answer: [{ valueTime: '08:30:12' }] },
      { linkId: 'land', text: 'Where?', answer: [{ valueCoding: { system: 'urn:lands', code: 'DE', display: 'Germany' } }] },
      { linkId: 'letter', text: 'A letter', answer: [{ valueAttachment: { contentType: 'text/plain', title: 'a.txt', data: 'Yg==' } }] },
      { linkId: 'photo', text: 'A photo', answer: [{ valueAttachment: { url: 'https://clinic.example/photo.jpg' } }] },
      { linkId: 'g', text: 'Friends', item: [{ linkId: 'friend', text: 'Name', answer: [{ valueString: 'Kim' }] }, { linkId: 'old', answer: [{ valueInteger: 5 }] }] },
      { linkId: 'old', answer: [{ valueString: 'x' }] },
    ];
    const given = response({ item, meta: { versionId: '3', tag: [{ code: 'x' }] } });
    const talk = new Talk();
    const { form, record: restored } = talk.say('sdc.displayQuestionnaire', { questionnaire, questionnaireResponse: given }).shown!;
    const onScreen = (answers: Response['answers'], more: Partial<Response> = {}): Response => ({ ...restored!, answers, ...more });
    const heard = (messages: readonly { payload: object }[]): Json => (messages[0]!.payload as { questionnaireResponse: Json }).questionnaireResponse;
    const current = talk.say('sdc.requestCurrentQuestionnaireResponse', {}, restored!).payload.questionnaireResponse as Json;
    assert.deepEqual([current.item, current.meta], [item, given.meta]);
    assert.equal(form.instrument.source?.fhirVersion, 'R4');

    const walks = { item: 'far', state: 'answered', values: [5] } as const;
    const [name, ...others] = item;
    const far = { linkId: 'far', text: 'How many kilometres do you walk?', answer: [{ valueInteger: 5 }] };
    assert.deepEqual(heard(talk.renderer.changed(onScreen([...restored!.answers, walks]))).item, [name, far, ...others]);
    const sent = onScreen([...restored!.answers, walks], { status: 'completed', completedAt: '2026-11-30T10:00:00Z' });
    assert.deepEqual(heard(talk.renderer.done(sent)).item, [name, far, ...others]);

    const anew = onScreen([...restored!.answers.map((answer) => (answer.item === 'land' ? { ...answer, values: ['France'] } as typeof answer : answer)), { item: 'at', state: 'answered', values: ['09:00'] }]);
    const answers = (heard(talk.renderer.changed(anew)).item as { linkId: string; answer: unknown[] }[]).filter(({ linkId }) => ['at', 'land'].includes(linkId)).map(({ answer }) => answer);
    assert.deepEqual(answers, [[{ valueTime: '09:00:00' }], [{ valueCoding: { display: 'France' } }]]);
    // What the person erases is gone, and what they never saw is not.
    assert.deepEqual((heard(talk.renderer.changed(null)).item as Json[]).map(({ linkId }) => linkId), ['since', 'at', 'photo', 'old']);
    const { questionnaireResponse } = talk.say('sdc.displayQuestionnaire', { questionnaire }).payload;
    assert.equal(questionnaireResponse, undefined);
    assert.equal((talk.say('sdc.requestCurrentQuestionnaireResponse').payload.questionnaireResponse as Json).item, undefined, 'nothing of the person before');
  });

  it('is an option of the form, also if the person reads it in another language', () => {
    const inGerman = (text: string): Json => ({
      extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/translation', extension: [{ url: 'lang', valueCode: 'de' }, { url: 'content', valueString: text }] }],
    });
    const answerOption = [{ valueString: 'Dark red', _valueString: inGerman('Dunkelrot') }, { valueString: 'Green', _valueString: inGerman('Grün') }];
    const questionnaire = { ...walk, _title: inGerman('Gruppe'), item: [{ linkId: 'c', type: 'choice', text: 'Colour?', _text: inGerman('Farbe?'), answerOption }] };
    const talk = new Talk();
    const { form } = talk.say('sdc.displayQuestionnaire', { questionnaire }).shown!;
    const { id, version } = form.instrument;
    const translation = { language: 'de', standing: 'draft', revision: 1 } as const;
    const german = record([['c', 'Dark-red']], { instrument: { id, version, options: {}, language: 'de', translation }, locale: 'de' });
    const [colour] = form.instrumentOf(german).items;
    assert.ok(colour?.type === 'choice');
    assert.equal(colour.choices?.[0]?.text, 'Dunkelrot');
    const [message] = talk.renderer.changed(german);
    const told = (message!.payload as { questionnaireResponse: Json }).questionnaireResponse;
    assert.deepEqual(told.item, [{ linkId: 'c', text: 'Farbe?', answer: [{ valueString: 'Dark red' }] }]);
    const { shown, payload } = new Talk().say('sdc.displayQuestionnaireResponse', { questionnaire, questionnaireResponse: told });
    assert.deepEqual(shown!.record!.answers, [{ item: 'c', state: 'answered', values: ['Dark-red'] }]);
    assert.equal(payload.status, 'success');
  });

  it('keeps the id and the participants of the response that the host displayed', () => {
    const extension = [{ url: 'https://clinic.example/ward', valueString: '4' }];
    const given = response({ subject: { reference: 'Patient/7', display: 'S.' }, basedOn: [{ reference: 'ServiceRequest/1' }], identifier: { value: 'x' }, extension });
    const [message] = shown({ questionnaire: walk, questionnaireResponse: given }).renderer.changed(record([['far', 3]]));
    const told = (message!.payload as { questionnaireResponse: Json }).questionnaireResponse;
    for (const name of ['id', 'subject', 'basedOn', 'identifier']) assert.deepEqual(told[name], given[name], name);
    assert.deepEqual((told.extension as Json[])[0], extension[0]);
    assert.equal((told.extension as Json[]).length, 2);
  });

  it('ends with the whole response and ui.done, also when the person sends it once more', () => {
    const { renderer } = shown();
    const sent = record([['1.1', 'Sam']], { status: 'completed', completedAt: '2026-11-30T10:00:00Z' });
    for (const messages of [renderer.done(sent), renderer.done(sent)]) {
      assert.deepEqual(messages.map(({ messageType }) => messageType), ['sdc.ui.changedQuestionnaireResponse', 'ui.done']);
      const { status, authored } = (messages[0]!.payload as { questionnaireResponse: Json }).questionnaireResponse;
      assert.deepEqual([status, authored, messages[1]!.payload], ['completed', '2026-11-30T10:00:00Z', {}]);
    }
  });

  it('has the content of the files once it is sent', () => {
    const file = (name: string) => ({ name, type: 'text/plain', size: 1, sha256: '0'.repeat(64) });
    const questionnaire = { ...walk, item: [{ linkId: 'letter', type: 'attachment', text: 'A letter', repeats: true }, { linkId: 'other', type: 'attachment', text: 'Another' }] };
    for (const fhirVersion of ['R4', 'R5']) {
      const talk = new Talk();
      talk.say('status.handshake', { fhirVersion });
      const { form } = talk.say('sdc.displayQuestionnaire', { questionnaire }).shown!;
      const { id, version } = form.instrument;
      const answers = [
        { item: 'letter', at: [0], state: 'answered' as const, values: [file('a.txt')] },
        { item: 'letter', at: [1], state: 'answered' as const, values: [file('b.txt')] },
        { item: 'other', state: 'answered' as const, values: [file('a.txt')] },
      ];
      const sent = record([], { instrument: { id, version, options: {} }, answers, status: 'completed', completedAt: '2026-11-30T10:00:00Z' });
      assert.deepEqual(talk.renderer.changed(sent), [], 'it waits for the content');
      const [message] = talk.renderer.done(sent, [{ linkId: 'letter', name: 'b.txt', size: 1, data: 'Yg==' }, { linkId: 'other', name: 'a.txt', size: 1, data: 'Yw==' }]);
      const dataIn = (resource: unknown): unknown[] =>
        (resource as { item: { answer: { valueAttachment: Json }[] }[] }).item.flatMap(({ answer }) => answer.map(({ valueAttachment: { title, data } }) => [title, data]));
      const expected = [['a.txt', undefined], ['b.txt', 'Yg=='], ['a.txt', 'Yw==']];
      assert.deepEqual(dataIn((message!.payload as Json).questionnaireResponse), expected);
      assert.deepEqual(dataIn(talk.say('sdc.requestCurrentQuestionnaireResponse', {}, sent).payload.questionnaireResponse), expected);
    }
  });

  it('keeps the files of a displayed response apart from new ones of the same name', () => {
    const questionnaire = { ...walk, item: [{ linkId: 'letter', type: 'attachment', text: 'A letter', repeats: true }] };
    const answer = [{ valueAttachment: { contentType: 'text/plain', title: 'a.txt', data: 'Yg==' } }];
    const talk = new Talk();
    const { record: restored } = talk.say('sdc.displayQuestionnaire', { questionnaire, questionnaireResponse: response({ item: [{ linkId: 'letter', answer }] }) }).shown!;
    const another = { item: 'letter', at: [1], state: 'answered' as const, values: [{ name: 'a.txt', type: 'text/plain', size: 1, sha256: '0'.repeat(64) }] };
    const sent: Response = { ...restored!, answers: [...restored!.answers, another], status: 'completed', completedAt: '2026-11-30T10:00:00Z' };
    const [message] = talk.renderer.done(sent, [{ linkId: 'letter', name: 'a.txt', size: 1, data: 'Yw==' }]);
    const { item } = (message!.payload as { questionnaireResponse: { item: { answer: { valueAttachment: Json }[] }[] } }).questionnaireResponse;
    assert.deepEqual(item[0]!.answer.map(({ valueAttachment }) => valueAttachment.data), ['Yg==', 'Yw==']);
  });
});
