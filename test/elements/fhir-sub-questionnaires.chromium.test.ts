import { expect, waitUntil } from '@open-wc/testing';
import '../../src/define/fhir-questionnaire.ts';
import type { AttuneQuestionnaire } from '../../src/elements/questionnaire/questionnaire.ts';
import { form, item, sdc } from './fixtures/fhir-forms.ts';
import { valuesOf } from './fixtures/fields.ts';
import { hear, mount } from './fixtures/host.ts';
import { field, put, read, settled } from './fixtures/person.ts';

const part = (valueCanonical: string) => item('part', 'display', 'This part is not there', sdc('subQuestionnaire', { valueCanonical }));
const whole = form([item('name', 'string', 'Your name'), part('urn:contact')]);
const contact = form([item('phone', 'string', 'Your phone number'), part('urn:town')]);
const town = form([item('town', 'string', 'Your town')]);
const note = 'Some parts of this form are shown differently here, or are missing.';

const given = (subQuestionnaire: (canonical: string) => Promise<unknown>): Promise<AttuneQuestionnaire> =>
  mount('attune-questionnaire', { properties: { instrument: whole, layout: 'list', fhirContext: { subQuestionnaire } } });

describe('a form that is made of others', () => {
  it('is shown when all of them are there, each requested once', async () => {
    const errors = hear(document, 'attune-error');
    const asked: string[] = [];
    let answer = (): void => {};
    const ready = new Promise<void>((resolve) => (answer = resolve));
    const widget = await given(async (canonical) => {
      asked.push(canonical);
      await ready;
      return { 'urn:contact': contact, 'urn:town': town }[canonical];
    });
    expect(read(widget)).not.to.contain('Your name');
    answer();
    await waitUntil(() => read(widget).includes('Your town'), 'a part is missing');
    expect([read(widget).includes('Your name'), read(widget).includes('not there'), asked]).to.eql([true, false, ['urn:contact', 'urn:town']]);
    put(field(widget, 'Your town'), 'Ulm');
    await settled(widget);
    expect([valuesOf(widget, 'town'), errors]).to.eql([['Ulm'], []]);
  });

  it('is shown without the part that does not come, and says so', async () => {
    const errors = hear(document, 'attune-error');
    const widget = await given(() => Promise.reject(new Error('503')));
    await waitUntil(() => read(widget).includes('Your name'));
    expect(read(widget)).to.contain('This part is not there').and.contain(note);
    expect(errors.map(({ detail }) => [detail.code, detail.message.includes('Sub questionnaire not inserted')])).to.eql([['limited-form', true]]);
  });
});
