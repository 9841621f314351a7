import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import axe, { type AxeResults, type RunOptions } from 'axe-core';
import type { Browser, ElementHandle, Frame } from 'puppeteer-core';
import { response, walk } from '../frame/conversation.ts';
import { engines } from './engines.ts';
import { type Heard, type HostPage, openHostPage } from './frame/host-page.ts';
import { find, press, sees } from './visit.ts';

type Json = Record<string, unknown>;
const widget = 'attune-questionnaire';
const CHANGED = 'sdc.ui.changedQuestionnaireResponse';
const HEIGHT = 'attune.ui.changedHeight';
const [{ launch, skip }] = engines;

const answersIn = (payload: Json): [unknown, unknown][] => {
  const { item = [] } = payload.questionnaireResponse as { item?: { linkId: string; answer: Json[] }[] };
  return item.map(({ linkId, answer }) => [linkId, Object.values(answer[0]!)[0]]);
};
const issuesIn = (payload: Json): string[] => ((payload.outcome as { issue: { diagnostics: string }[] } | undefined)?.issue ?? []).map(({ diagnostics }) => diagnostics);

/** What the pages printed, but for what a clinic has to do: its own help, and a review of safety messages. */
const saidBy = ({ said }: HostPage): string[] => said.filter((line) => !/no-crisis-slot|safety messages not reviewed/.test(line));

describe('the page for the frame of another product', { skip }, () => {
  let browser: Browser;
  let host: HostPage;

  before(async () => {
    browser = await launch();
  });
  after(() => browser?.close());
  beforeEach(async () => {
    host = await openHostPage(browser);
  });
  afterEach(() => host.close());

  const opened = async (name = 'form', payload: Json = { questionnaire: walk }, options?: Parameters<HostPage['open']>[1]): Promise<Frame> => {
    const frame = await host.open(name, options);
    assert.equal((await host.ask(name, 'sdc.displayQuestionnaire', payload)).status, 'success');
    return frame;
  };

  const conversation = async (name: string): Promise<[string, Json][]> => {
    const payloads: [string, Json][] = [
      ['status.handshake', { protocolVersion: '1.0', fhirVersion: 'R4' }],
      ['sdc.configure', { terminologyServer: 'https://tx.example' }],
      ['sdc.configureContext', { context: { subject: { reference: 'Patient/7' } } }],
      ['sdc.displayQuestionnaire', { questionnaire: walk, questionnaireResponse: response() }],
      ['sdc.displayQuestionnaireResponse', { questionnaireResponse: response({ id: 'r2', item: [{ linkId: 'far', answer: [{ valueInteger: 5 }] }] }) }],
      ['sdc.requestCurrentQuestionnaireResponse', {}],
      ['sdc.requestExtract', {}],
      ['sdc.displayQuestionnaire', { questionnaire: 'none' }],
      ['sdc.configureContext', { context: 7 }],
    ];
    const answers: [string, Json][] = [];
    for (const [type, payload] of payloads) answers.push([type, await host.ask(name, type, payload)]);
    return answers;
  };

  it('answers a host as the renderer does that is made of the client alone', async () => {
    await host.open('ours');
    await host.open('theirs', { page: 'peer' });
    const [ours, theirs] = [await conversation('ours'), await conversation('theirs')];
    const shapeOf = ([type, { status, ...rest }]: [string, Json]): unknown => [type, status, 'outcome' in rest && status !== 'success', !!rest.questionnaireResponse, !!rest.application];
    assert.deepEqual(ours.map(shapeOf), theirs.map(shapeOf));
    assert.deepEqual(answersIn(ours[5]![1]), answersIn(theirs[5]![1]));
    const kinds = new Set((await host.heard(undefined, 'ours')).map(({ kind, message }) => `${kind} ${kind === 'reply' ? '' : message.messageType}`.trim()));
    assert.deepEqual([...kinds].sort(), [`request ${HEIGHT}`, 'reply', 'request status.handshake'].sort());
    assert.deepEqual(saidBy(host), []);
  });

  for (const [where, sandbox] of [['in a frame', {}], ['in a frame with sandbox="allow-scripts"', { sandbox: 'allow-scripts' }]] as const) {
    it(`is filled in by keyboard and sent, ${where}`, async () => {
      const frame = await opened('form', { questionnaire: walk, context: { subject: { reference: 'Patient/7' } } }, { parameters: { lang: 'en' }, ...sandbox });
      const { keyboard } = host.tab;
      await (await find(frame, widget, { words: 'What may we call you?' })).click();
      await keyboard.type('Sam');
      await host.hears(CHANGED, 1);
      await keyboard.press('Tab');
      await keyboard.press('Space');
      await keyboard.press('ArrowDown');
      await sees(frame, widget, 'Brisk');
      const before = await host.ask('form', 'sdc.requestCurrentQuestionnaireResponse');
      assert.deepEqual(answersIn(before), [['1.1', 'Sam'], ['pace', { system: 'urn:pace', code: 'brisk', display: 'Brisk' }]]);
      await press(frame, widget, 'Send');
      await press(frame, widget, 'Finish and send what I have');
      await host.hears('ui.done', 1);
      const events = (await host.heard()).filter(({ kind }) => kind === 'event').map(({ message }) => message);
      assert.deepEqual(events.map(({ messageType }) => messageType).slice(-2), [CHANGED, 'ui.done']);
      const states = events.filter(({ messageType }) => messageType === CHANGED).map(({ payload }) => payload);
      const { status, subject } = states.at(-1)!.questionnaireResponse as Json;
      assert.deepEqual([status, subject], ['completed', { reference: 'Patient/7' }]);
      // Each state has what the person had done by then, and no more.
      assert.deepEqual(answersIn(states[0]!).map(([linkId]) => linkId), ['1.1']);
      assert.ok(states.length <= 7, `${states.length} messages for 3 letters, 2 keys and sending`);
      const focused = (await host.heard('sdc.ui.changedFocus')).map(({ message }) => message.payload.linkId);
      assert.deepEqual(focused.slice(0, 2), ['1.1', 'pace']);
      // A host may ask for the response when the person is done.
      assert.equal(((await host.ask('form', 'sdc.requestCurrentQuestionnaireResponse')).questionnaireResponse as Json).status, 'completed');
      assert.deepEqual(new Set((await host.heard()).map(({ origin }) => origin)), new Set(['sandbox' in sandbox ? 'null' : host.address]));
      assert.deepEqual(saidBy(host), []);
      const files = host.requests.filter((url) => url.startsWith(host.address)).map((url) => new URL(url).pathname);
      assert.deepEqual(files, ['/a/b/c/index.html', '/a/b/c/frame.css', '/a/b/c/frame.js']);
    });
  }

  it('hears nobody but its host, and tells nothing to anybody else', async () => {
    const elsewhere = await host.open('elsewhere', { parameters: { messaging_origin: 'https://clinic.example' } });
    await host.open('form');
    const request = { messageId: 'x', messageType: 'sdc.displayQuestionnaire', payload: { questionnaire: walk } };
    await host.post('elsewhere', { ...request, messagingHandle: 'handle of elsewhere' });
    await host.post('form', { ...request, messagingHandle: 'handle of elsewhere' });
    // Another window of the host's own origin.
    await host.tab.evaluate((data) => {
      const other = document.createElement('iframe');
      document.body.append(other);
      const target = document.querySelector<HTMLIFrameElement>('#form')!.contentWindow!;
      const send = new (other.contentWindow as unknown as { Function: FunctionConstructor }).Function('target', 'data', 'target.postMessage(data, "*")') as (...values: unknown[]) => void;
      send(target, data);
    }, { ...request, messagingHandle: 'handle of form' });
    await host.ask('form', 'status.handshake');
    assert.deepEqual(await host.heard(undefined, 'elsewhere'), []);
    assert.deepEqual((await host.heard(undefined, 'form')).filter(({ message }) => message.responseToMessageId === 'x'), []);
    await sees(elsewhere, undefined, 'The form will be here in a moment.');
  });

  it('says that there is nothing to see if no host has opened it', async () => {
    for (const parameters of [{ messaging_handle: '' }, { messaging_origin: 'null' }, { messaging_origin: '*' }, { messaging_origin: 'javascript:alert(1)' }, { messaging_origin: '' }]) {
      const frame = await host.open(`alone${Math.random().toString(36).slice(2)}`, { parameters });
      await sees(frame, undefined, 'This page shows a form inside another page.');
    }
    assert.deepEqual(await host.heard(), []);
  });

  it('two on one page do not disturb each other', async () => {
    const one = await opened('one');
    const two = await opened('two', { questionnaire: { ...walk, title: 'The second form' } });
    await sees(two, widget, 'The second form');
    await (await find(one, widget, { words: 'What may we call you?' })).click();
    await host.tab.keyboard.type('Sam');
    await host.hears(CHANGED, 1);
    assert.deepEqual(answersIn(await host.ask('two', 'sdc.requestCurrentQuestionnaireResponse')), []);
    assert.deepEqual(answersIn(await host.ask('one', 'sdc.requestCurrentQuestionnaireResponse')), [['1.1', 'Sam']]);
    assert.deepEqual((await host.heard(CHANGED)).map(({ from, message }) => [from, message.messagingHandle]).filter(([from]) => from !== 'one'), []);
  });

  it('answers messages with mistakes, says in words that a form cannot be shown, and then shows the next one', async () => {
    const frame = await opened();
    for (const [type, payload] of [['sdc.displayQuestionnaire', 'x'], ['sdc.displayQuestionnaire', { questionnaire: 7 }], ['sdc.displayQuestionnaireResponse', {}], ['sdc.configure', null], ['sdc.unheard-of', {}]] as const) {
      const answer = await host.ask('form', type, payload);
      assert.deepEqual([answer.status, (answer.outcome as Json).resourceType], ['error', 'OperationOutcome'], type);
    }
    await sees(frame, widget, 'Join the walking group');
    const refused = await host.ask('form', 'sdc.displayQuestionnaire', { questionnaire: { resourceType: 'Questionnaire', status: 'draft', item: [] } });
    assert.deepEqual([refused.status, issuesIn(refused)], ['error', ['No items']]);
    const alert = await frame.waitForSelector('[role=alert]');
    assert.equal(await alert!.evaluate(({ textContent }) => textContent), 'This form cannot be shown. Please tell the people who gave it to you.');
    await host.ask('form', 'sdc.displayQuestionnaire', { questionnaire: { ...walk, title: 'The next form' } });
    await sees(frame, widget, 'The next form');
    assert.deepEqual(saidBy(host), []);
  });

  it('shows a completed response to read, without a button to send', async () => {
    const frame = await opened('form', { questionnaire: walk, questionnaireResponse: response({ status: 'completed' }) });
    const field = await find(frame, widget, { words: 'What may we call you?' });
    await field.click();
    await host.tab.keyboard.type('more');
    assert.deepEqual(answersIn(await host.ask('form', 'sdc.requestCurrentQuestionnaireResponse')), [['1.1', 'Sam']]);
    const { shown, buttons } = await frame.$eval(widget, ({ shadowRoot }) => ({
      shown: shadowRoot!.querySelector('input')!.value,
      buttons: [...shadowRoot!.querySelectorAll('button')].filter((one) => one.getClientRects().length).map(({ textContent }) => textContent!.trim()),
    }));
    assert.equal(shown, 'Sam');
    assert.ok(!buttons.some((words) => /send/i.test(words)), buttons.join());
    assert.deepEqual(await host.heard(CHANGED), []);
  });

  it('keeps what the person has written since, if the host gives an earlier response back', async () => {
    const frame = await opened();
    await (await find(frame, widget, { words: 'What may we call you?' })).click();
    await host.tab.keyboard.type('S');
    const [earlier] = await host.hears(CHANGED, 1);
    await host.tab.keyboard.type('am');
    await host.hears(CHANGED, 2);
    assert.equal((await host.ask('form', 'sdc.displayQuestionnaireResponse', earlier!.message.payload)).status, 'success');
    await host.tab.keyboard.type('antha');
    await sees(frame, undefined, 'The page around this form gets each answer at once');
    assert.deepEqual(answersIn(await host.ask('form', 'sdc.requestCurrentQuestionnaireResponse')), [['1.1', 'Samantha']]);
  });

  it('tells the person if the host could not take the form, and sends it again', async () => {
    const frame = await opened('form', { questionnaire: walk, questionnaireResponse: response() });
    await host.answer('ui.done', { status: 'error', statusDetail: { text: 'Down' } });
    await press(frame, widget, 'Send');
    await press(frame, widget, 'Finish and send what I have');
    await sees(frame, widget, 'This did not send. Your answers are still here.');
    await host.answer('ui.done', { status: 'success' });
    await press(frame, widget, 'Try again');
    const [first, second] = await host.hears('ui.done', 2);
    assert.ok(first && second);
    const ids = (await host.heard(CHANGED)).map(({ message }) => (message.payload.questionnaireResponse as Json).id);
    assert.deepEqual(new Set(ids), new Set(['r1']));
  });

  it('sends the content of a file that the person has chosen', async () => {
    const frame = await opened('form', { questionnaire: { ...walk, item: [{ linkId: 'letter', type: 'attachment', text: 'A letter' }] } }, { sandbox: 'allow-scripts' });
    const field = await frame.waitForSelector(`${widget} >>> input[type=file]`);
    const letter = fileURLToPath(new URL('../../LICENSE', import.meta.url));
    await (field as unknown as ElementHandle<HTMLInputElement>).uploadFile(letter);
    const [chosen] = await host.hears(CHANGED, 1);
    const attachmentIn = ({ message }: Heard): Json => answersIn(message.payload)[0]![1] as Json;
    const { title, size, data } = attachmentIn(chosen!);
    assert.deepEqual([title, size, data], ['LICENSE', readFileSync(letter).length, undefined]);
    await press(frame, widget, 'Send');
    await host.hears('ui.done', 1);
    assert.equal(attachmentIn((await host.heard(CHANGED)).at(-1)!).data, readFileSync(letter).toString('base64'));
    assert.deepEqual(saidBy(host), []);
  });

  it('evaluates expressions, and loads what does that only for a form that has some', async () => {
    const expression = (name: string, text: string): Json => ({ url: `http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-${name}`, valueExpression: { language: 'text/fhirpath', expression: text } });
    const item = [
      { linkId: 'who', type: 'string', text: 'Who are you?', extension: [expression('initialExpression', '%patient.name.given')] },
      { linkId: 'a', type: 'integer', text: 'First' },
      { linkId: 'b', type: 'integer', text: 'Sum', readOnly: true, extension: [expression('calculatedExpression', "%resource.item.where(linkId='a').answer.value + 1")] },
    ];
    const launchContext = [{ name: 'patient', contentResource: { resourceType: 'Patient', name: [{ given: ['Sam'] }] } }];
    const isLoaded = (): boolean => host.requests.some((url) => url.endsWith('/expressions.js'));
    const frame = await opened('form', { questionnaire: walk }, { sandbox: 'allow-scripts' });
    assert.ok(!isLoaded());
    const extension = [{ url: 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-launchContext', extension: [{ url: 'name', valueCoding: { code: 'patient' } }, { url: 'type', valueCode: 'Patient' }] }];
    const shown = await host.ask('form', 'sdc.displayQuestionnaire', { questionnaire: { ...walk, extension, item }, context: { launchContext } });
    assert.deepEqual([shown.status, issuesIn(shown), isLoaded()], ['success', [], true]);
    await (await find(frame, widget, { words: 'First' })).click();
    await host.tab.keyboard.type('4');
    await host.tab.keyboard.press('Tab');
    await host.hears(CHANGED, 1);
    await frame.waitForFunction((tag) => [...document.querySelector(tag)!.shadowRoot!.querySelectorAll('input')].map(({ value }) => value).join() === 'Sam,4,5', {}, widget);
    assert.deepEqual(answersIn(await host.ask('form', 'sdc.requestCurrentQuestionnaireResponse')).filter(([linkId]) => linkId !== 'who'), [['a', 4], ['b', 5]]);
    assert.deepEqual(saidBy(host), []);
  });

  for (const [where, sandbox] of [['in a frame', {}], ['in a frame with sandbox="allow-scripts"', { sandbox: 'allow-scripts' }]] as const) {
    it(`shows texts with markup without their scripts, and loads what does that only for a form that has some, ${where}`, async () => {
      const beside = (name: string, value: Json): Json => ({ extension: [{ url: `http://hl7.org/fhir/StructureDefinition/${name}`, ...value }] });
      const item = [
        { linkId: 'far', type: 'integer', text: 'How far?', _text: beside('rendering-markdown', { valueMarkdown: 'How **far**?' }) },
        { linkId: 'why', type: 'string', text: 'Why?', _text: beside('rendering-xhtml', { valueString: '<div xmlns="http://www.w3.org/1999/xhtml"><em>Why</em>?<script>top.run = true</script><img src="https://elsewhere.example/a.png" alt="A hill"/></div>' }) },
      ];
      const isLoaded = (): boolean => host.requests.some((url) => url.endsWith('/markup.js'));
      const frame = await opened('form', { questionnaire: walk }, sandbox);
      assert.ok(!isLoaded());
      const shown = await host.ask('form', 'sdc.displayQuestionnaire', { questionnaire: { ...walk, item } });
      assert.deepEqual([shown.status, issuesIn(shown), isLoaded()], ['success', [], true]);
      const markup = (): Promise<unknown> =>
        frame.evaluate((tag) => [...document.querySelector(tag)!.shadowRoot!.querySelectorAll('[part=legend]')].map((legend) => [legend.textContent?.trim(), legend.querySelector('strong, em')?.textContent, legend.querySelectorAll('script, img').length]), widget);
      assert.deepEqual(await markup(), [['How far?', 'far', 0], ['Why?A hill', 'Why', 0]]);
      assert.ok(!host.requests.some((url) => url.includes('elsewhere')));
      assert.deepEqual(saidBy(host), []);
    });
  }

  it('speaks the language that the host asks for, from right to left too', async () => {
    const title = { _title: { extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/translation', extension: [{ url: 'lang', valueCode: 'he' }, { url: 'content', valueString: 'קבוצת הליכה' }] }] } };
    const frame = await opened('form', { questionnaire: { ...walk, ...title } }, { parameters: { lang: 'de-AT' }, sandbox: 'allow-scripts' });
    const language = (): Promise<unknown> => frame.evaluate(() => [document.documentElement.lang, document.documentElement.dir, document.title]);
    assert.deepEqual(await language(), ['de-AT', 'ltr', 'Formular']);
    await sees(frame, widget, 'Senden');
    await sees(frame, undefined, 'noch bevor Sie das Formular senden');
    assert.equal((await host.ask('form', 'sdc.configure', { configuration: { language: 'he', crisis: 'התקשרו 1201', theme: { '--attune-accent': '#1f6170' } } })).status, 'success');
    assert.deepEqual(await language(), ['he', 'rtl', 'טופס']);
    await sees(frame, widget, 'לשלוח');
    assert.equal(await frame.$eval('[slot=crisis]', ({ textContent }) => textContent), 'התקשרו 1201');
    // A language without a file: the words of the page are in English, and say so.
    assert.equal((await host.ask('form', 'sdc.configure', { configuration: { language: 'nl' } })).status, 'success');
    assert.deepEqual(await frame.$eval('.note', (note) => [document.documentElement.lang, note.getAttribute('lang'), note.getAttribute('dir')]), ['nl', 'en', 'ltr']);
    assert.deepEqual(saidBy(host), []);
  });

  it('tells its height, and stops when the host has set it', async () => {
    const frame = await opened('form', { questionnaire: walk }, { isFitted: true });
    const settled = async (): Promise<number> => {
      for (let before = -1; ; ) {
        const { length } = await host.heard(HEIGHT);
        if (length === before) return length;
        before = length;
        await new Promise((done) => void setTimeout(done, 400));
      }
    };
    const count = await settled();
    assert.ok(count <= 6, `${count} messages`);
    const fits = (): Promise<boolean> => frame.evaluate(() => document.documentElement.scrollHeight <= window.innerHeight);
    assert.ok(await fits());
    const tall = await host.tab.$eval('#form', ({ clientHeight }) => clientHeight);
    await host.ask('form', 'sdc.displayQuestionnaire', { questionnaire: { ...walk, item: (walk.item as Json[]).slice(0, 1) } });
    assert.ok((await settled()) <= count + 4);
    assert.ok(await fits());
    assert.ok((await host.tab.$eval('#form', ({ clientHeight }) => clientHeight)) < tall - 50, 'a shorter form makes the frame lower');
  });

  it('has no violation of axe, and does not scroll sideways at 320 px', async () => {
    const frame = await opened('form', { questionnaire: walk }, { width: 320 });
    const violations = async (): Promise<string[]> => {
      await frame.evaluate(axe.source);
      return frame.evaluate(async () => {
        const { axe } = window as unknown as { axe: { run: (options: RunOptions) => Promise<AxeResults> } };
        // The page that has the frame in it has the first heading.
        return (await axe.run({ rules: { 'page-has-heading-one': { enabled: false } } })).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.flat().join(' ')).join(', ')}`);
      });
    };
    await sees(frame, widget, 'Which pace suits you?');
    assert.deepEqual(await violations(), []);
    assert.ok((await frame.evaluate(() => document.documentElement.scrollWidth)) <= 320);
    await host.ask('form', 'sdc.displayQuestionnaire', { questionnaire: { resourceType: 'Questionnaire', item: [] } });
    assert.deepEqual(await violations(), []);
  });
});
