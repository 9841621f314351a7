import { expect } from '@open-wc/testing';
import '../../src/define/fhir-questionnaire.ts';
import '../../src/define/fhir-expressions.ts';
import type { AttuneQuestionnaire } from '../../src/elements/questionnaire/questionnaire.ts';
import { core, fhirPath, form, item, sdc } from './fixtures/fhir-forms.ts';
import { valuesOf } from './fixtures/fields.ts';
import { hear, keeps, mount } from './fixtures/host.ts';
import { click, chosenIn, field, focusIsOn, inside, labelOf, option, press, put, question, radiosOf, read, send, sendButton, settled } from './fixtures/person.ts';

const answersTo = (linkId: string): string => `%resource.item.where(linkId='${linkId}').answer.value`;
const coding = (code: string) => ({ system: 'urn:body', code, display: `The ${code}` });
const control = (code: string) => core('questionnaire-itemControl', { valueCodeableConcept: { coding: [{ code }] } });
const toggle = sdc('answerOptionsToggleExpression', {
  extension: [{ url: 'option', valueCoding: coding('leg') }, { url: 'expression', ...fhirPath(`${answersTo('name')}.exists()`) }],
});
const parts = ['arm', 'leg', 'head'].map((code) => ({ valueCoding: coding(code) }));
const hurts = { ...item('hurts', 'choice', 'Where does it hurt?', toggle), repeats: true, answerOption: parts };
const from = sdc('answerExpression', fhirPath(answersTo('hurts')));
const about = { extension: [core('cqf-expression', fhirPath(`'Where is it worst, ' + ${answersTo('name')} + '?'`))] };
const body = form([
  item('name', 'string', 'Your name'),
  hurts,
  { ...item('worst', 'choice', 'Where is it worst?', from), _text: about },
  { ...item('next', 'choice', 'Where is it nearly as bad?', from, control('drop-down')) },
  { ...item('also', 'choice', 'Where was it first?', from, control('autocomplete')) },
]);

const given = async (): Promise<AttuneQuestionnaire> => {
  const widget = await mount<AttuneQuestionnaire>('attune-questionnaire', { properties: { instrument: body, layout: 'list' } });
  for (let i = 0; i < 200 && !inside(widget, '[data-key=hurts]').length; i++) await new Promise((done) => void setTimeout(done, 20));
  return widget;
};
const boxes = (widget: Element, text: string): string[] => radiosOf(question(widget, text)).map(labelOf);
const tick = async (widget: Element, text: string, label: string): Promise<void> => {
  await click(option(question(widget, text), label));
  await settled(widget);
};
const HURTS = 'Where does it hurt?';
const WORST = 'Where is it worst';

describe('choices that follow from answers', () => {
  it('are in radios, in a list that opens and in a field with suggestions, and their answers are sent with their coding', async () => {
    const errors = hear(document, 'attune-error');
    const widget = await given();
    const kept = keeps(widget);
    expect(read(widget)).to.contain('There is nothing to choose from yet');
    const heightOf = (): number => inside(widget, '[data-key=worst] [part~=options]')[0]!.getBoundingClientRect().height;
    expect(heightOf(), 'an empty list has no frame').to.equal(0);
    await tick(widget, HURTS, 'The arm');
    await tick(widget, HURTS, 'The head');
    expect(boxes(widget, WORST)).to.eql(['The arm', 'The head']);
    await tick(widget, WORST, 'The head');
    const list = field(widget, 'Where is it nearly as bad?') as unknown as HTMLSelectElement;
    expect([...list.options].map(({ text }) => text)).to.eql(['Choose one', 'The arm', 'The head']);
    list.selectedIndex = 1;
    list.dispatchEvent(new Event('input', { bubbles: true }));
    list.dispatchEvent(new Event('change', { bubbles: true }));
    put(field(widget, 'Where was it first?'), 'the head');
    await settled(widget);
    await send(widget);
    const [worst, next, also] = ['worst', 'next', 'also'].map((id) => valuesOf(widget, id, kept[0]!.response));
    const words = (code: string) => [{ coding: coding(code), words: `The ${code}` }];
    expect([worst, next, also]).to.eql([words('head'), words('arm'), words('head')]);
    expect(errors).to.eql([]);
  });

  it('that go away leave the answer there, marked. It is pointed out once, and can be sent', async () => {
    const widget = await given();
    const kept = keeps(widget);
    await tick(widget, HURTS, 'The arm');
    await tick(widget, WORST, 'The arm');
    await tick(widget, HURTS, 'The arm');
    expect([boxes(widget, WORST), chosenIn(question(widget, WORST))]).to.eql([['The arm (no longer in the list)'], ['The arm (no longer in the list)']]);
    sendButton(widget).click();
    await settled(widget);
    expect([kept.length, read(widget).includes('Please look at')]).to.eql([0, true]);
    await send(widget);
    expect(valuesOf(widget, 'worst', kept[0]!.response)).to.eql([{ coding: coding('arm'), words: 'The arm' }]);
  });

  it('keep the focus on the answer that the person has just chosen', async () => {
    const widget = await given();
    for (const label of ['The arm', 'The head']) await tick(widget, HURTS, label);
    await tick(widget, WORST, 'The arm');
    await tick(widget, HURTS, 'The arm');
    expect(boxes(widget, WORST)).to.eql(['The head', 'The arm (no longer in the list)']);
    option(question(widget, WORST), 'The arm (no longer in the list)').focus();
    await press('ArrowUp');
    await settled(widget);
    expect(boxes(widget, WORST)).to.eql(['The head']);
    focusIsOn(option(question(widget, WORST), 'The head'));
    expect(chosenIn(question(widget, WORST))).to.eql(['The head']);
  });

  it('are offered while their toggle is on, and the text has the name in it', async () => {
    const widget = await given();
    expect(boxes(widget, HURTS)).to.eql(['The arm', 'The head']);
    put(field(widget, 'Your name'), 'Ann');
    await settled(widget);
    expect(boxes(widget, HURTS)).to.eql(['The arm', 'The leg', 'The head']);
    expect(read(widget)).to.contain('Where is it worst, Ann?');
    await tick(widget, HURTS, 'The leg');
    put(field(widget, 'Your name'), '');
    await settled(widget);
    expect([boxes(widget, HURTS), valuesOf(widget, 'hurts')]).to.eql([['The arm', 'The leg (no longer in the list)', 'The head'], ['leg']]);
    expect(field(widget, 'Your name')).to.equal(widget.shadowRoot!.activeElement);
  });

  it('refuse what is typed and in no list, and do not call it an answer that was there', async () => {
    const widget = await given();
    await tick(widget, HURTS, 'The arm');
    put(field(widget, 'Where was it first?'), 'The knee');
    await settled(widget);
    sendButton(widget).click();
    await settled(widget);
    expect(read(widget)).to.contain('Choose an answer from the list.').and.not.contain('no longer');
    expect(field(widget, 'Where was it first?').value).to.equal('The knee');
  });
});
