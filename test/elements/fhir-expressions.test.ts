import { expect, waitUntil } from '@open-wc/testing';
import '../../src/define/fhir-questionnaire.ts';
import type { AttuneQuestionnaire } from '../../src/elements/questionnaire/questionnaire.ts';
import { hear, keeps, mount } from './fixtures/host.ts';
import { answersOfServer, fhirPath, form, item, patient, populated, sdc, weight } from './fixtures/fhir-forms.ts';
import { valuesOf } from './fixtures/fields.ts';
import { field, inside, put, read, send, settled } from './fixtures/person.ts';

const given = (instrument: object, properties: object = {}): Promise<AttuneQuestionnaire> =>
  mount('attune-questionnaire', { properties: { instrument, layout: 'list', ...properties } });

async function write(widget: Element, label: string, text: string): Promise<void> {
  put(field(widget, label), text);
  await settled(widget);
}

const note = 'Some parts of this form are shown differently here, or are missing.';

describe('a FHIR form with expressions', () => {
  let early: AttuneQuestionnaire;

  it('works without them as long as the page has nothing that evaluates them, and says so', async () => {
    const errors = hear(document, 'attune-error');
    early = await given(weight, { fhirContext: { launchContext: { patient } } });
    expect(read(early)).to.contain('What would help?').and.contain(note);
    expect(errors.map(({ detail }) => detail.code)).to.eql(['limited-form', 'bad-expression', 'bad-expression']);
    await write(early, 'Your weight in kilograms', '80');
  });

  it('takes them up when the page loads them, and keeps every answer', async () => {
    const { id } = early.value!;
    document.body.append(early);
    await import('../../src/define/fhir-expressions.ts');
    await waitUntil(() => !read(early).includes('What would help?'), 'the condition was not evaluated', { timeout: 8000 });
    expect(read(early)).not.to.contain(note);
    expect([early.value?.id, field(early, 'Your weight in kilograms').value, field(early, 'Your name').value]).to.eql([id, '80', 'Ann']);
    early.remove();
  });

  it('calculates values, asks what its conditions say, and fills in what the page knows', async () => {
    const errors = hear(document, 'attune-error');
    const widget = await given(weight, { fhirContext: { launchContext: { patient } } });
    const kept = keeps(widget);
    expect(field(widget, 'Your name').value).to.equal('Ann');
    expect(widget.value, 'nobody has answered').to.equal(null);
    expect(read(widget)).not.to.contain('What would help?');
    await write(widget, 'Your weight in kilograms', '100');
    await write(widget, 'Your height in centimetres', '180');
    expect(field(widget, 'Body mass index').value).to.equal('30.9');
    await write(widget, 'What would help?', 'A walk');
    await send(widget);
    const { response } = kept[0]!;
    expect(['name', 'bmi', 'help'].map((id) => valuesOf(widget, id, response))).to.eql([['Ann'], [30.9], ['A walk']]);
    expect(errors).to.eql([]);
  });

  it('with a broken expression tells the page and the person, and works', async () => {
    const errors = hear(document, 'attune-error');
    const widget = await given(
      form([
        item('kg', 'decimal', 'Your weight'),
        item('why', 'string', 'Why?', sdc('enableWhenExpression', fhirPath('%nobody.exists('))),
        item('sum', 'decimal', 'Sum', sdc('calculatedExpression', fhirPath("%resource.item.where(linkId='kg').answer.value + 'x'"))),
      ]),
    );
    expect(read(widget)).to.contain('Why?').and.contain(note);
    expect(errors.map(({ detail }) => [detail.code, detail.message.includes('why')])).to.eql([['bad-expression', true]]);
    await write(widget, 'Your weight', '80');
    expect(errors.map(({ detail }) => detail.message).at(-1)).to.contain('sum');
    expect(inside(widget, '[part=limited]')).to.have.length(1);
  });

  it('is filled in when the server answers, and never where the person was first', async () => {
    const errors = hear(document, 'attune-error');
    let answer = (): void => {};
    const ready = new Promise<void>((resolve) => (answer = resolve));
    const query = async (url: string): Promise<unknown> => {
      await ready;
      return answersOfServer(url);
    };
    const late = await given(populated, { fhirContext: { launchContext: { patient }, query } });
    const early = await given(populated, { fhirContext: { launchContext: { patient }, query } });
    expect(read(late)).to.contain('Bea').and.contain('Cem');
    await write(late, 'Your last weight', '79');
    await write(late, 'How often?', 'Daily');
    const { id } = late.value!;
    answer();
    await waitUntil(() => field(early, 'Your last weight').value === '81', 'nothing was filled in');
    const names = (widget: Element): string[] => inside<HTMLInputElement>(widget, '[data-key^="what."] input').map(({ value }) => value);
    expect([names(early), field(early, 'Your name').value, early.value]).to.eql([['Aspirin', 'Insulin'], 'Ann', null]);
    await settled(late);
    expect([field(late, 'Your last weight').value, names(late), late.value!.id]).to.eql(['79', [''], id]);
    expect(errors).to.eql([]);
    // Another person: nothing of the first one stays.
    early.fhirContext = { launchContext: { patient: { resourceType: 'Patient', id: '8', name: [{ given: ['Zoe'] }] } }, query };
    await waitUntil(() => field(early, 'Your name').value === 'Zoe', 'the other person is not there');
    expect([names(early), field(early, 'Your last weight').value]).to.eql([[''], '']);
  });

  it('whose server fails is there without what it wanted to know', async () => {
    const errors = hear(document, 'attune-error');
    const widget = await given(populated, { fhirContext: { launchContext: { patient }, query: () => Promise.reject(new Error('503')) } });
    await waitUntil(() => errors.length, 'nothing was reported');
    expect(errors[0]!.detail.code).to.equal('limited-form');
    expect(errors[0]!.detail.message).to.contain('503');
    expect([field(widget, 'Your name').value, field(widget, 'Your last weight').value]).to.eql(['Ann', '']);
    expect(read(widget)).not.to.contain(note);
  });
});
