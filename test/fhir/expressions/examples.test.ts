import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Value } from '../../../src/core/instrument/instrument.ts';
import { fromQuestionnaire } from '../../../src/fhir/index.ts';
import { corpus } from '../../../tools/fhir-corpus.mjs';
import { answers, keys } from '../../core/fixtures/session-view.ts';
import type { Json } from '../in/read.ts';
import { filling } from './asked.ts';

const questionnaires = corpus() as { name: string; resource: Json }[];

/** A form of the package, filled in. */
function filled(name: string, given: Record<string, Value>) {
  const found = questionnaires.find((one) => one.name === `Questionnaire-questionnaire-sdc-profile-example-${name}`);
  assert.ok(found, name);
  const opened = filling(found.resource);
  for (const [item, value] of Object.entries(given)) {
    const outcome = opened.session.answer(item, [value]);
    assert.ok(outcome.ok, `${item}: ${JSON.stringify(outcome)}`);
  }
  return { ...opened, values: () => answers(opened.session) };
}

/** The risk as the formula in the form has it, for a man of at most 70 years. */
function riskOfMan({ age, cholesterol, hdl, systolic, treated, smokes }: Record<string, number>): number {
  const { log, exp } = Math;
  const sum =
    52.00961 * (log(age!) - 3.8926095) +
    20.014077 * (log(cholesterol!) - 5.3441475) -
    0.905964 * (log(hdl!) - 3.7731132) +
    1.305784 * (log(systolic!) - 4.8618212) +
    0.241549 * (treated! - 0.1180474) +
    12.096316 * (smokes! - 0.335602) -
    4.605038 * (log(age!) * log(cholesterol!) - 20.8111562) -
    2.84367 * (log(age!) * smokes! - 1.2890301) -
    2.93323 * (log(age!) * log(age!) - 15.2144965);
  return 1 - 0.9402 ** exp(sum);
}

describe('the calculated examples of HL7', () => {
  it('body mass index, from kilograms and inches', () => {
    const { values, problems } = filled('weight-height-tracking-panel', { '/29463-7': 70, '/8302-2': 70 });
    assert.deepEqual(values()['/39156-5'], [22.1]);
    assert.deepEqual(problems(), []);
  });

  it('the risk of hard coronary heart disease, with variables', () => {
    const { session, values, problems } = filled('framingham-hchd-lhc', { '/age': 55, '/46098-0': 'LA2-8', '/smokes': 'Y', '/8480-6': 140, '/2093-3': 220, '/2085-9': 45 });
    assert.equal(values().riskDecimal, undefined);
    session.answer('/antihypertensive', ['N']);
    const risk = riskOfMan({ age: 55, cholesterol: 220, hdl: 45, systolic: 140, treated: 0, smokes: 1 });
    assert.ok(Math.abs(Number(values().riskDecimal![0]) - risk) < 1e-9);
    assert.deepEqual(values().riskPercentage, [`${(risk * 100).toFixed(2)}%`]);
    assert.deepEqual(problems(), []);
  });

  it('the risk of hunger, as one of the choices of the form', () => {
    const { session, values, problems } = filled('hunger-vital-signs', { '/88122-7': 'LA28398-8' });
    assert.deepEqual(values()['/88124-3'], ['LA19983-8']);
    session.answer('/88123-5', ['LA6729-3']);
    assert.deepEqual(values()['/88124-3'], ['LA19952-3']);
    assert.deepEqual(problems(), []);
  });

  it('the sum of weights that only a code system elsewhere has: it is zero', () => {
    const { session, values, problems } = filled('item-weight', { '1.1': 'LA6571-9', '1.2': 'LA6570-1' });
    assert.deepEqual(values()['6'], [0]);
    session.clear('1.1');
    assert.deepEqual(problems(), []);
  });

  it('a condition on two answers names items that the form does not have, so its item is not asked', () => {
    const { session, problems } = filled('form-behavior', {});
    assert.ok(!keys(session).some((key) => key.startsWith('4~2e~2~2e~6')));
    // Texts that need a patient, whom nobody gave here.
    assert.deepEqual(problems().map((problem) => problem.split(':')[0]), ['2.7.1.dynamic', '3.5.dynamic']);
  });
});

describe('the total of PHQ-9 in the examples', () => {
  const form = questionnaires.find(({ name }) => name === 'Questionnaire-questionnaire-sdc-profile-example-PHQ9')!;
  const texts = ['Not at all', 'Not at all', 'Not at all', 'Several days', 'More than half the days', 'Several days', 'Nearly every day', 'More than half the days', 'Several days'];

  /** Answers as the response in the package has them, by their texts: its codes are not those of the form. */
  function total(questionnaire: Json): unknown {
    const { session, instrument, problems } = filling(questionnaire);
    const [group] = instrument.items as { items: { id: string; choices: { code: string; text: string }[] }[] }[];
    texts.forEach((text, i) => {
      const { id, choices } = group!.items[i]!;
      session.answer(id, [choices.find((choice) => choice.text === text)!.code]);
    });
    assert.deepEqual(problems(), []);
    return answers(session)['H1/TS'];
  }

  // The response of the package has 13. Its expression selects items at the top level, and the questions are in a group.
  it('is blank, because its expression selects no question', () => assert.equal(total(form.resource), undefined));

  // The weights of the package are 0, 1, 2 and 4: 3 * 0 + 3 * 1 + 2 * 2 + 4. So no reading of them gives 13.
  it('is the sum of the weights if the expression selects the questions', () => {
    const text = JSON.stringify(form.resource).replace("%resource.item.where(linkId!='H1/TS')", "%resource.item.item.where(linkId!='H1/TS')");
    assert.deepEqual(total(JSON.parse(text) as Json), [{ value: 11 }]);
  });
});

describe('every Questionnaire of the packages', () => {
  it('can be opened with an evaluator', () => {
    for (const { name, resource } of questionnaires) {
      if (!fromQuestionnaire(resource).instrument) continue;
      const { session } = filling(resource);
      assert.ok(session.current.instances, name);
    }
  });
});
