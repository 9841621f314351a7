import { executeServerCommand } from '@web/test-runner-commands';
import { expect, waitUntil } from '@open-wc/testing';
import '../../src/define/fhir-questionnaire.ts';
import '../../src/define/fhir-expressions.ts';
import { keyOf } from '../../src/core/instrument/item-index.ts';
import type { AttuneQuestionnaire } from '../../src/elements/questionnaire/questionnaire.ts';
import { controlAt, itemAt } from './fixtures/fields.ts';
import { hear, mount } from './fixtures/host.ts';
import { chosenIn, inside, option, put, settled } from './fixtures/person.ts';

/** Chooses an answer from radios or from a list that opens. */
function pick(widget: Element, id: string, text: string): void {
  const item = itemAt(widget, keyOf(id, []));
  const select = item.querySelector('select');
  if (!select) return option(item, text).click();
  select.selectedIndex = [...select.options].findIndex((one) => one.text.trim() === text);
  for (const type of ['input', 'change']) select.dispatchEvent(new Event(type, { bubbles: true }));
}

/** What is chosen there. */
function picked(widget: Element, id: string): string[] {
  const item = itemAt(widget, keyOf(id, []));
  const select = item.querySelector('select');
  return select ? [...select.selectedOptions].map((one) => one.text.trim()) : chosenIn(item);
}

/** A form of HL7's SDC package, filled in by its linkIds: numbers are written, other answers are chosen. */
async function filled(name: string, answers: Record<string, number | string>): Promise<AttuneQuestionnaire> {
  const instrument = await executeServerCommand<object, string>('fhir-example', `Questionnaire-questionnaire-sdc-profile-example-${name}`);
  const widget = await mount('attune-questionnaire', { properties: { instrument, layout: 'list' } });
  await waitUntil(() => inside(widget, '[data-key]').length, 'the expressions were not loaded', { timeout: 60_000 });
  for (const [id, answer] of Object.entries(answers)) {
    if (typeof answer === 'number') put(controlAt(widget, keyOf(id, [])), String(answer));
    else pick(widget, id, answer);
    await settled(widget);
  }
  return widget;
}

// The values are those of test/fhir/expressions/examples.test.ts, in the widget. One engine is enough: the evaluator is the same.
describe('the calculated examples of HL7 in a widget', function () {
  // In a fresh clone, the server of the tests first gets the examples from npm.
  this.timeout(120_000);

  it('are computed as the forms say', async () => {
    const errors = hear(document, 'attune-error');
    const weight = await filled('weight-height-tracking-panel', { '/29463-7': 70, '/8302-2': 70 });
    expect(controlAt(weight, keyOf('/39156-5', [])).value).to.equal('22.1');

    const hunger = await filled('hunger-vital-signs', { '/88122-7': 'Never true' });
    expect(picked(hunger, '/88124-3')).to.eql(['No risk']);
    pick(hunger, '/88123-5', 'Sometimes true');
    await settled(hunger);
    expect(picked(hunger, '/88124-3')).to.eql(['At risk']);

    const given = { '/age': 55, '/46098-0': 'Male', '/smokes': 'Yes', '/8480-6': 140, '/2093-3': 220, '/2085-9': 45, '/antihypertensive': 'No' };
    const heart = await filled('framingham-hchd-lhc', given);
    expect(controlAt(heart, 'riskPercentage').value).to.equal('17.46%');
    expect(errors.filter(({ detail }) => detail.code !== 'limited-form')).to.eql([]);
  });
});
