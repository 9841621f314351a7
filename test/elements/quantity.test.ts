import { expect } from '@open-wc/testing';
import '../../src/define/fhir-questionnaire.ts';
import type { AttuneQuestionnaire } from '../../src/elements/questionnaire/questionnaire.ts';
import { controlAt, errorAt, fieldsOf, itemAt, valuesOf } from './fixtures/fields.ts';
import { keeps } from './fixtures/host.ts';
import { activate, inside, press, put, send, settled, type } from './fixtures/person.ts';

const quantity = (item: string, placed: Parameters<typeof fieldsOf>[0] = {}) => fieldsOf({ only: [item], ...placed });
const unit = (widget: Element, item: string): HTMLSelectElement => controlAt<HTMLSelectElement>(widget, item, '.measure label [part=input]');
const write = async (widget: AttuneQuestionnaire, item: string, text: string): Promise<void> => {
  put(controlAt(widget, item), text);
  await settled(widget);
};
const nameOf = (widget: Element, control: Element): string => widget.shadowRoot!.getElementById(control.getAttribute('aria-labelledby')!)!.textContent;

describe('a quantity', () => {
  it('in a fixed unit is a number with that unit, which is named and described', async () => {
    const widget = await quantity('weight');
    await write(widget, 'weight', '72,5');
    expect(valuesOf(widget, 'weight')).to.eql([{ value: 72.5, unit: 'kg', system: 'http://unitsofmeasure.org', code: 'kg' }]);
    const control = controlAt(widget, 'weight');
    expect(nameOf(widget, control)).to.equal('How much do you weigh?');
    expect(widget.shadowRoot!.getElementById(control.getAttribute('aria-describedby')!)!.textContent).to.equal('kg');
    expect(control.inputMode).to.equal('decimal');
  });

  it('in one of several units has no unit before the person chooses one, by keyboard only', async () => {
    const widget = await quantity('dose');
    const kept = keeps(widget);
    await type(controlAt(widget, 'dose'), '5');
    await press('Tab');
    await settled(widget);
    expect(widget.validity.badInput).to.equal(true);
    await send(widget);
    expect([kept.length, errorAt(widget, 'dose')]).to.eql([0, 'Choose a unit for the number.']);
    expect([controlAt(widget, 'dose').getAttribute('aria-invalid'), unit(widget, 'dose').getAttribute('aria-invalid')]).to.eql(['false', 'true']);
    unit(widget, 'dose').focus();
    await press('ArrowDown');
    await press('ArrowDown');
    await settled(widget);
    expect(valuesOf(widget, 'dose')).to.eql([{ value: 5, unit: 'drops' }]);
    expect(errorAt(widget, 'dose')).to.equal(undefined);
  });

  it('is one group with the question as its name, and each control has a name', async () => {
    const widget = await quantity('dose');
    const group = itemAt(widget, 'dose').querySelector('fieldset')!;
    expect(group.querySelector('legend')!.textContent).to.equal('How much do you take?');
    expect(nameOf(widget, controlAt(widget, 'dose'))).to.equal('How much do you take?');
    expect(unit(widget, 'dose').labels[0]!.textContent!.trim()).to.match(/^Unit/);
  });

  it('in a unit of the person has a field for the unit, which may stay empty', async () => {
    const widget = await quantity('water');
    await write(widget, 'water', '3');
    expect(valuesOf(widget, 'water')).to.eql([{ value: 3 }]);
    put(unit(widget, 'water') as unknown as HTMLInputElement, 'glasses');
    await settled(widget);
    expect(valuesOf(widget, 'water')).to.eql([{ value: 3, unit: 'glasses' }]);
  });

  it('that is no number stays in the field with its unit, is explained, and is not sent', async () => {
    const widget = await quantity('dose');
    const kept = keeps(widget);
    unit(widget, 'dose').selectedIndex = 1;
    await write(widget, 'dose', 'a few');
    await send(widget);
    expect([kept.length, errorAt(widget, 'dose')]).to.eql([0, 'Write a number.']);
    expect([controlAt(widget, 'dose').value, unit(widget, 'dose').selectedOptions[0]!.text]).to.eql(['a few', 'mg']);
  });

  it('says its limits and its decimal places', async () => {
    const widget = await quantity('weight');
    await write(widget, 'weight', '5');
    await send(widget);
    expect(errorAt(widget, 'weight')).to.equal('Write a number from 20 to 300.');
    await write(widget, 'weight', '70.25');
    await send(widget);
    expect(errorAt(widget, 'weight')).to.equal('Write at most 1 decimal place.');
  });

  it('is restored, is in the copy, is blank after emptying, and can be left out', async () => {
    const one = await quantity('dose');
    unit(one, 'dose').selectedIndex = 2;
    await write(one, 'dose', '12');
    const widget = await quantity('dose', { properties: { value: one.value, required: true } });
    expect([controlAt(widget, 'dose').value, unit(widget, 'dose').selectedOptions[0]!.text]).to.eql(['12', 'drops']);
    await activate(widget, 'Keep a copy');
    expect(inside(widget, '[part=answers] dd')[0]!.textContent).to.equal('12 drops');
    await activate(widget, 'Close');
    await write(widget, 'dose', '');
    expect(widget.value).to.equal(null);
    await write(widget, 'dose', '3');
    itemAt(widget, 'dose').querySelector<HTMLInputElement>('[part=leave-out] input')!.click();
    await settled(widget);
    expect(widget.value!.answers).to.eql([{ item: 'dose', state: 'declined' }]);
    expect(controlAt(widget, 'dose').value).to.equal('');
  });

  it('cannot be changed if the widget is readonly', async () => {
    const one = await quantity('dose');
    unit(one, 'dose').selectedIndex = 2;
    await write(one, 'dose', '12');
    const widget = await quantity('dose', { properties: { value: one.value, readonly: true } });
    await type(controlAt(widget, 'dose'), '3');
    expect([controlAt(widget, 'dose').value, unit(widget, 'dose').disabled]).to.eql(['12', true]);
  });
});
