import { expect } from '@open-wc/testing';
import '../../src/define/fhir-questionnaire.ts';
import type { AttuneQuestionnaire } from '../../src/elements/questionnaire/questionnaire.ts';
import { fromQuestionnaire, toQuestionnaireResponse } from '../../src/fhir/index.ts';
import { resolveInstrument } from '../../src/core/instrument/resolve-instrument.ts';
import { hear, keeps, mount } from './fixtures/host.ts';
import { button, choose, field, inside, legendOf, put, radioGroups, read, send, settled } from './fixtures/person.ts';

/** A form of a clinic, as its FHIR server has it. */
const questionnaire = {
  resourceType: 'Questionnaire',
  url: 'https://clinic.example/fhir/Questionnaire/sleep',
  version: '2.1',
  status: 'active',
  language: 'en',
  title: 'How you sleep',
  publisher: 'Harbour Clinic',
  copyright: '2026 Harbour Clinic',
  item: [
    {
      linkId: '1.2',
      type: 'choice',
      text: 'How did you sleep last night?',
      answerOption: [
        { valueCoding: { system: 'https://clinic.example/fhir/sleep', code: 'well', display: 'Well' } },
        { valueCoding: { system: 'https://clinic.example/fhir/sleep', code: 'badly', display: 'Badly' } },
      ],
    },
    {
      linkId: '/why',
      type: 'string',
      text: 'What kept you awake?',
      repeats: true,
      enableWhen: [{ question: '1.2', operator: '=', answerCoding: { system: 'https://clinic.example/fhir/sleep', code: 'badly' } }],
    },
    {
      linkId: 'card',
      type: 'string',
      text: 'The number of your card',
      extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/regex', valueString: '[A-Z]{2}\\d+' }],
    },
  ],
};
const limited = {
  ...questionnaire,
  item: [
    ...questionnaire.item,
    {
      linkId: 'chart',
      type: 'string',
      text: 'Where does it hurt?',
      extension: [{ url: 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-itemMedia', valueAttachment: { url: 'https://clinic.example/body.png' } }],
    },
  ],
};
const given = (instrument: object): Promise<AttuneQuestionnaire> => mount('attune-questionnaire', { properties: { instrument } });

/** A text in German beside a text. */
const inGerman = (content: string): object => ({
  extension: [
    {
      url: 'http://hl7.org/fhir/StructureDefinition/translation',
      extension: [
        { url: 'lang', valueCode: 'de' },
        { url: 'content', valueString: content },
      ],
    },
  ],
});
const translated = {
  ...questionnaire,
  _title: inGerman('Wie Sie schlafen'),
  item: [{ linkId: 'day', type: 'string', text: 'How was your day?', _text: inGerman('Wie war Ihr Tag?') }],
};

describe('a FHIR Questionnaire that a page gives', () => {
  it('is shown in the language of the page, if it has that language in itself', async () => {
    const widget = await mount<AttuneQuestionnaire>('attune-questionnaire', { properties: { instrument: translated }, attributes: { lang: 'de-AT' } });
    const kept = keeps(widget);
    expect(read(widget)).to.contain('Wie Sie schlafen').and.contain('Wie war Ihr Tag?').and.not.contain('How was your day?');
    put(field(widget, 'Wie war Ihr Tag?'), 'Gut');
    await settled(widget);
    expect(widget.value!.instrument.translation).to.eql({ language: 'de', revision: 1, standing: 'draft' });
    widget.lang = 'en';
    await settled(widget);
    expect(read(widget)).to.contain('How was your day?');
    expect(field(widget, 'How was your day?').value).to.equal('Gut');
    await send(widget);
    expect(kept[0]!.response.answers).to.eql([{ item: 'day', state: 'answered', values: ['Gut'] }]);
  });

  it('is shown in its own language, if a translation lacks a text', async () => {
    const { _title, ...incomplete } = translated;
    const widget = await mount('attune-questionnaire', { properties: { instrument: incomplete }, attributes: { lang: 'de' } });
    expect(read(widget)).to.contain('How was your day?');
    expect(inside(widget, '[part=limited]')).to.eql([]);
  });

  it('is presented, with its copyright', async () => {
    const widget = await given(questionnaire);
    expect(read(widget)).to.contain('How you sleep').and.contain('2026 Harbour Clinic').and.contain('The number of your card');
    expect(radioGroups(widget).map(legendOf)).to.eql(['How did you sleep last night?']);
    expect(inside(widget, '[part=limited]')).to.eql([]);
  });

  it('is read from a child script too', async () => {
    const children = `<p slot="crisis">Call 0800 111.</p><script type="application/fhir+json">${JSON.stringify(questionnaire)}</script>`;
    expect(read(await mount('attune-questionnaire', { children }))).to.contain('How did you sleep last night?');
  });

  it('is filled in, and its answers go back as a QuestionnaireResponse', async () => {
    const widget = await given(questionnaire);
    const kept = keeps(widget);
    expect(read(widget)).not.to.contain('What kept you awake?');
    await choose(widget, 0, 'Badly');
    put(field(widget, 'What kept you awake?'), 'Noise');
    await settled(widget);
    button(widget, '+ What kept you awake?').click();
    await settled(widget);
    const boxes = inside<HTMLInputElement>(widget, '[data-key^="/why."] > :is(input, textarea)');
    expect(boxes).to.have.length(2);
    put(boxes[1]!, 'Light');
    put(field(widget, 'The number of your card'), 'AB12');
    await send(widget);
    const { instrument } = fromQuestionnaire(questionnaire);
    const resolved = resolveInstrument(instrument!);
    if (!resolved.ok) throw new Error('the definition is not complete');
    const { resource } = toQuestionnaireResponse(kept[0]!.response, resolved.instrument, { fhirVersion: 'R4' });
    expect(resource.questionnaire).to.equal('https://clinic.example/fhir/Questionnaire/sleep|2.1');
    expect(resource.item!.map(({ linkId, answer }) => [linkId, answer])).to.eql([
      ['1.2', [{ valueCoding: { system: 'https://clinic.example/fhir/sleep', code: 'badly', display: 'Badly' } }]],
      ['/why', [{ valueString: 'Noise' }, { valueString: 'Light' }]],
      ['card', [{ valueString: 'AB12' }]],
    ]);
  });

  it('with a pattern keeps a text that does not match, and says so', async () => {
    const widget = await given(questionnaire);
    put(field(widget, 'The number of your card'), 'twelve');
    await send(widget);
    expect(read(widget)).to.contain('This is not written in the form that is needed here.');
    expect(field(widget, 'The number of your card').value).to.equal('twelve');
  });

  it('that asks for more than the widget can show is presented with a note for the person and a report for the page', async () => {
    const widget = await given(questionnaire);
    const errors = hear(widget, 'attune-error');
    widget.instrument = limited;
    await settled(widget);
    expect(read(widget)).to.contain('Some parts of this form are shown differently here, or are missing.');
    expect(errors.map(({ detail }) => detail.code)).to.eql(['limited-form']);
    expect(errors[0]!.detail.message).to.contain('chart');
    widget.instrument = { ...limited };
    await settled(widget);
    expect(errors, 'an equal form is reported once').to.have.length(1);
  });

  it('that is broken is refused with its places, and another resource too', async () => {
    const widget = await given(questionnaire);
    const errors = hear(widget, 'attune-error');
    widget.instrument = { ...questionnaire, item: [] };
    await settled(widget);
    widget.instrument = { resourceType: 'Patient' };
    await settled(widget);
    expect(errors.map(({ detail }) => detail.code)).to.eql(['bad-instrument', 'bad-instrument']);
    expect(errors[0]!.detail.message).to.contain('No items');
    expect(read(widget), 'the last good form stays').to.contain('How did you sleep last night?');
  });
});
