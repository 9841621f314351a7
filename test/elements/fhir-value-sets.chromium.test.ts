import { expect, waitUntil } from '@open-wc/testing';
import '../../src/define/fhir-questionnaire.ts';
import type { AttuneQuestionnaire } from '../../src/elements/questionnaire/questionnaire.ts';
import type { Response } from '../../src/core/record/response.ts';
import { hear, keeps, mount } from './fixtures/host.ts';
import { field, inside, put, read, send, settled } from './fixtures/person.ts';

const canonical = 'https://clinic.example/ValueSet/helpers|2';
const preferred = (valueUrl: string) => [{ url: 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-preferredTerminologyServer', valueUrl }];
const question = (linkId: string, text: string) => ({ linkId, text, type: 'choice', answerValueSet: canonical });
const form = {
  resourceType: 'Questionnaire',
  status: 'active',
  url: 'https://clinic.example/Questionnaire/helpers',
  title: 'Who helps you',
  item: [question('who', 'Who helps you most?'), question('else', 'Who else helps you?'), { linkId: 'name', text: 'Your name', type: 'string' }],
};
const valueSet = {
  resourceType: 'ValueSet',
  expansion: { contains: [{ system: 'https://clinic.example/helpers', code: 'friend', display: 'A friend' }, { system: 'https://clinic.example/helpers', code: 'nurse', display: 'A nurse' }] },
};
const note = 'Some parts of this form are shown differently here, or are missing.';

const waiting = 'Some lists of answers are still on their way.';

const given = (expandValueSet: (canonical: string, options: object) => Promise<unknown>, instrument: object = form): Promise<AttuneQuestionnaire> =>
  mount('attune-questionnaire', { properties: { instrument, layout: 'list', fhirContext: { expandValueSet } } });
const labels = (widget: Element, text: string): HTMLElement[] => inside(widget, 'label').filter(({ textContent }) => textContent?.includes(text)) as HTMLElement[];

/** A record of a person who answered while the list was not known. */
async function inWords(instrument: object = form): Promise<Response> {
  const widget = await given(() => new Promise(() => {}), instrument);
  for (const [label, word] of [['Who helps you most?', 'My aunt'], ['Who else helps you?', 'A neighbour'], ['Your name', 'Ann']] as const) {
    if (read(widget).includes(label)) put(field(widget, label), word);
  }
  await settled(widget);
  const record = widget.value!;
  widget.remove();
  return record;
}

/** A terminology server that answers when the test says so. */
function slowServer() {
  const asked: string[] = [];
  let resolve!: (valueSet: unknown) => void;
  let reject!: (error: Error) => void;
  const answer = new Promise((...settle) => ([resolve, reject] = settle));
  return { asked, resolve, reject, expand: (one: string) => (asked.push(one), answer) };
}

describe('a value set that the page expands', () => {
  it('is requested once with its version, and its choices are offered when it comes, without a report', async () => {
    const errors = hear(document, 'attune-error');
    const server = slowServer();
    const widget = await given(server.expand);
    expect(read(widget)).to.contain('Who helps you most?').and.contain(waiting).and.not.contain(note);
    server.resolve(valueSet);
    await waitUntil(() => labels(widget, 'A nurse').length > 0);
    expect(read(widget)).not.to.contain(waiting);
    const kept = keeps(widget);
    for (const label of labels(widget, 'A nurse')) label.click();
    await settled(widget);
    await send(widget);
    expect(kept[0]!.response.answers).to.eql(['who', 'else'].map((item) => ({ item, state: 'answered', values: ['nurse'] })));
    expect(server.asked).to.eql([canonical]);
    expect(errors).to.eql([]);
  });

  it('comes late: nothing changes under the hands of a person who has begun, and the page is told', async () => {
    const errors = hear(document, 'attune-error');
    const server = slowServer();
    const widget = await given(server.expand);
    put(field(widget, 'Your name'), 'Ann');
    put(field(widget, 'Who helps you most?'), 'My aunt');
    await settled(widget);
    server.resolve(valueSet);
    await waitUntil(() => errors.length > 0);
    expect(errors.map(({ detail }) => detail.code)).to.eql(['instrument-in-use']);
    expect(['Your name', 'Who helps you most?'].map((label) => field(widget, label).value)).to.eql(['Ann', 'My aunt']);
    expect(widget.value?.answers).to.have.length(2);
  });

  it('does not come: the page and the person are told, and the person answers in words', async () => {
    const errors = hear(document, 'attune-error');
    const server = slowServer();
    const widget = await given(server.expand);
    server.reject(new Error('503'));
    await waitUntil(() => read(widget).includes(note));
    expect(errors.map(({ detail }) => detail.code)).to.eql(['limited-form']);
    expect(errors[0]!.detail.message).to.contain(canonical);
    const kept = keeps(widget);
    put(field(widget, 'Who helps you most?'), 'My aunt');
    await settled(widget);
    await send(widget);
    expect(kept[0]!.response.answers).to.have.length(1);
  });

  it('that does not come is requested again, and its choices are offered when it is there', async () => {
    const errors = hear(document, 'attune-error');
    let requests = 0;
    const widget = await given(() => (requests++ ? Promise.resolve(valueSet) : Promise.reject(new Error('offline'))));
    await waitUntil(() => read(widget).includes(note));
    expect(read(widget)).not.to.contain(waiting);
    await waitUntil(() => labels(widget, 'A nurse').length > 0, 'it was not requested again', { timeout: 8000 });
    expect([requests, read(widget).includes(note)]).to.eql([2, false]);
    expect(errors.map(({ detail }) => detail.code)).to.eql(['limited-form']);
  });

  it('is requested with the server that the form names, for one question or for all', async () => {
    const [who, other] = [question('who', 'Who?'), { ...question('other', 'And who?'), answerValueSet: 'urn:other' }];
    const servers: unknown[] = [];
    const expand = (one: string, options: object) => (servers.push([one, options]), Promise.resolve(valueSet));
    const widget = await given(expand, { ...form, extension: preferred('https://all.example/fhir'), item: [{ ...who, extension: preferred('https://one.example/fhir') }, other] });
    await waitUntil(() => labels(widget, 'A nurse').length === 2);
    expect(servers).to.eql([[canonical, { preferredTerminologyServer: 'https://one.example/fhir' }], ['urn:other', { preferredTerminologyServer: 'https://all.example/fhir' }]]);
  });

  it('comes after a record that was made without it: all answers stay, and what is not in the list is shown in words', async () => {
    const errors = hear(document, 'attune-error');
    const server = slowServer();
    const widget = await given(server.expand);
    const record = await inWords();
    widget.value = record;
    await settled(widget);
    expect(field(widget, 'Who helps you most?').value).to.equal('My aunt');
    server.resolve(valueSet);
    await waitUntil(() => labels(widget, 'A nurse').length > 0);
    expect(read(widget)).to.contain('My aunt (no longer in the list)');
    expect(field(widget, 'Your name').value).to.equal('Ann');
    expect([widget.value?.id, widget.value?.answers]).to.eql([record.id, record.answers.slice(2)]);
    expect(errors.map(({ detail }) => detail.code)).to.eql(['answers-not-in-list']);
    const kept = keeps(widget);
    await send(widget);
    expect(kept, 'the person looks at it first').to.have.length(0);
    for (const label of labels(widget, 'A nurse')) label.click();
    await settled(widget);
    expect(read(widget)).not.to.contain('My aunt');
    await send(widget);
    expect(kept[0]!.response.id).to.equal(record.id);
    expect(kept[0]!.response.answers).to.have.length(3);
  });

  it('is there before a record that was made without it: all answers stay, and a word can be taken back', async () => {
    const errors = hear(document, 'attune-error');
    const widget = await given(() => Promise.resolve(valueSet));
    await waitUntil(() => labels(widget, 'A nurse').length > 0);
    const record = await inWords();
    widget.value = record;
    await settled(widget);
    expect(read(widget)).to.contain('My aunt (no longer in the list)').and.contain('A neighbour (no longer in the list)');
    expect([widget.value?.id, widget.value?.answers]).to.eql([record.id, record.answers.slice(2)]);
    expect(errors.map(({ detail }) => detail.code)).to.eql(['answers-not-in-list']);
    const undo = inside(widget, '[part~=clear]').filter((button) => getComputedStyle(button).visibility === 'visible') as HTMLElement[];
    expect(undo).to.have.length(2);
    for (const button of undo) button.click();
    await settled(widget);
    expect(read(widget)).not.to.contain('no longer in the list');
  });

  it('has other answers than the record, which the form takes in own words', async () => {
    const errors = hear(document, 'attune-error');
    const open = { ...form, item: [{ ...question('who', 'Who helps you most?'), type: 'open-choice' }, form.item[2]!] };
    const widget = await given(() => Promise.resolve(valueSet), open);
    await waitUntil(() => labels(widget, 'A nurse').length > 0);
    const record = await inWords(open);
    widget.value = record;
    await settled(widget);
    expect(widget.value?.answers).to.eql([{ item: 'who', state: 'answered', values: [{ words: 'My aunt' }] }, record.answers[1]]);
    expect(errors).to.eql([]);
  });

  it('comes after words for a question with several answers: the words stay together', async () => {
    const server = slowServer();
    const several = { ...form, item: [{ ...question('who', 'Who helps you most?'), repeats: true }, form.item[2]!] };
    const widget = await given(server.expand, several);
    const record = await inWords(several);
    widget.value = { ...record, answers: [{ item: 'who', at: [0], state: 'answered', values: ['nurse'] }, { ...record.answers[0]!, at: [1] }, record.answers[1]!] };
    await settled(widget);
    server.resolve(valueSet);
    await waitUntil(() => labels(widget, 'A nurse').length > 0);
    expect(read(widget)).to.contain('My aunt (no longer in the list)');
    expect(labels(widget, 'A nurse')[0]!.querySelector('input')!.checked).to.equal(true);
    expect(field(widget, 'Your name').value).to.equal('Ann');
  });

  it('is there, and the browser restores what was answered without it', async () => {
    const errors = hear(document, 'attune-error');
    const widget = await given(() => Promise.resolve(valueSet));
    await waitUntil(() => labels(widget, 'A nurse').length > 0);
    (widget as unknown as { formStateRestoreCallback(state: string): void }).formStateRestoreCallback(JSON.stringify(await inWords()));
    await settled(widget);
    expect(read(widget)).to.contain('My aunt (no longer in the list)');
    expect(field(widget, 'Your name').value).to.equal('Ann');
    expect(errors.map(({ detail }) => detail.code)).to.eql(['answers-not-in-list']);
  });
});
