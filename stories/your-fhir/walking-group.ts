const HL7 = 'http://hl7.org/fhir/StructureDefinition';
const UCUM = 'http://unitsofmeasure.org';
const SYSTEM = 'https://walkers.example/fhir/CodeSystem/walking-group';

const control = (code: string): object => ({
  url: `${HL7}/questionnaire-itemControl`,
  valueCodeableConcept: { coding: [{ system: 'http://hl7.org/fhir/questionnaire-item-control', code }] },
});
const options = (...texts: string[]): object[] =>
  texts.map((display) => ({ valueCoding: { system: SYSTEM, code: display.toLowerCase().replaceAll(' ', '-'), display } }));

/** A Questionnaire as another system would write it, with many item types, and with two parts that are reported. */
export const walkingGroup = {
  resourceType: 'Questionnaire',
  url: 'https://walkers.example/fhir/Questionnaire/walking-group',
  version: '2.1',
  status: 'active',
  language: 'en',
  title: 'Join the walking group',
  publisher: 'Riverside Walkers',
  copyright: '© 2026 Riverside Walkers',
  item: [
    { linkId: 'hello', type: 'display', text: 'The group walks every Tuesday. These questions help us to choose a way that suits you.' },
    {
      linkId: '1', prefix: '1.', type: 'group', text: 'About you',
      item: [
        { linkId: '1.1', prefix: '1.1', type: 'string', text: 'What may we call you?', required: true, maxLength: 60 },
        { linkId: '1.2', prefix: '1.2', type: 'date', text: 'From which day would you like to walk with us?' },
        {
          linkId: '1.3', prefix: '1.3', type: 'quantity', text: 'How far do you like to walk?',
          extension: [
            { url: `${HL7}/questionnaire-unitOption`, valueCoding: { system: UCUM, code: 'km', display: 'km' } },
            { url: `${HL7}/questionnaire-unitOption`, valueCoding: { system: UCUM, code: '[mi_i]', display: 'miles' } },
          ],
        },
        { linkId: '1.4', prefix: '1.4', type: 'integer', text: 'On how many days a week do you walk?', extension: [{ url: `${HL7}/minValue`, valueInteger: 0 }, { url: `${HL7}/maxValue`, valueInteger: 7 }] },
      ],
    },
    {
      linkId: '2', prefix: '2.', type: 'group', text: 'The way',
      item: [
        { linkId: '2.1', prefix: '2.1', type: 'choice', text: 'Which pace suits you?', extension: [control('radio-button')], answerOption: options('Slow', 'Steady', 'Brisk') },
        { linkId: '2.2', prefix: '2.2', type: 'choice', text: 'Where do you start from?', extension: [control('drop-down')], answerOption: options('The bridge', 'The mill', 'The old station') },
        {
          linkId: '2.3', prefix: '2.3', type: 'open-choice', repeats: true, text: 'What do you enjoy on the way?', extension: [control('check-box')],
          answerOption: options('The river', 'Birds', 'Company'),
        },
        { linkId: '2.4', prefix: '2.4', type: 'boolean', text: 'Do you bring a dog?' },
        { linkId: '2.5', prefix: '2.5', type: 'string', text: 'What is its name?', enableWhen: [{ question: '2.4', operator: '=', answerBoolean: true }] },
        { linkId: '2.6', prefix: '2.6', type: 'choice', text: 'In which country do you live?', answerValueSet: 'http://hl7.org/fhir/ValueSet/iso3166-1-2' },
      ],
    },
    {
      linkId: '3', prefix: '3.', type: 'group', repeats: true, text: 'Somebody who walks with you',
      item: [
        { linkId: '3.1', type: 'string', text: 'Their name' },
        { linkId: '3.2', type: 'boolean', text: 'Is it their first walk?' },
      ],
    },
    {
      linkId: '4', prefix: '4.', type: 'text', text: 'Is there anything else that we should know?',
      extension: [{ url: 'https://walkers.example/fhir/StructureDefinition/kept-by', valueString: 'The leader of the group' }],
    },
  ],
};
