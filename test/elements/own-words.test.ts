import { expect } from '@open-wc/testing';
import '../../src/define/fhir-questionnaire.ts';
import type { AttuneQuestionnaire } from '../../src/elements/questionnaire/questionnaire.ts';
import { controlAt, fieldsOf, itemAt, valuesOf } from './fixtures/fields.ts';
import { keeps } from './fixtures/host.ts';
import { activate, button, click, focusIsOn, inside, option, press, read, send, settled, type } from './fixtures/person.ts';

const lives = (placed: Parameters<typeof fieldsOf>[0] = {}) => fieldsOf({ only: ['lives'], ...placed });
const helps = (placed: Parameters<typeof fieldsOf>[0] = {}) => fieldsOf({ only: ['helps'], ...placed });
const town = (placed: Parameters<typeof fieldsOf>[0] = {}) => fieldsOf({ only: ['town'], ...placed });
const words = (widget: Element, item: string): HTMLInputElement => controlAt(widget, item, '.own input');
const isShown = (widget: Element, item: string): boolean => words(widget, item).offsetHeight > 0;
const tick = async (widget: AttuneQuestionnaire, item: string, label: string): Promise<void> => {
  await click(option(itemAt(widget, item), label));
  await settled(widget);
};
const checked = (widget: Element, item: string): string[] => [...itemAt(widget, item).querySelectorAll('input:checked')].map((one) => one.parentElement!.textContent);
const write = async (widget: AttuneQuestionnaire, item: string, text: string): Promise<void> => {
  await type(words(widget, item), text);
  await settled(widget);
};

describe('own words beside radios', () => {
  it('have an option of their own, the last before the reasons to leave the item out', async () => {
    const widget = await lives({ properties: { required: true } });
    const labels = [...itemAt(widget, 'lives').querySelectorAll('label:has(> input[type=radio])')].map((one) => one.textContent);
    expect(labels).to.eql(['Alone', 'With a partner', 'Other', 'Skip this one']);
  });

  it('are written in a field that appears with that option, by keyboard only', async () => {
    const widget = await lives();
    expect(isShown(widget, 'lives')).to.equal(false);
    option(itemAt(widget, 'lives'), 'Alone').focus();
    await press('Space');
    for (let i = 0; i < 2; i++) await press('ArrowDown');
    await settled(widget);
    expect([isShown(widget, 'lives'), widget.value]).to.eql([true, null]);
    expect(words(widget, 'lives').labels![0]!.textContent).to.equal('In your own words');
    await press('Tab');
    focusIsOn(words(widget, 'lives'));
    await write(widget, 'lives', 'With my cat');
    expect(valuesOf(widget, 'lives')).to.eql([{ words: 'With my cat' }]);
    expect(checked(widget, 'lives')).to.eql(['Other']);
  });

  it('are no answer as long as nothing is written, and the widget points that out', async () => {
    const widget = await lives();
    const kept = keeps(widget);
    await tick(widget, 'lives', 'Other');
    expect(read(widget)).to.contain('0 of 1 answered');
    inside<HTMLElement>(widget, '[part~=submit]')[0]!.click();
    await settled(widget);
    expect(read(widget)).to.contain('You left 1 question blank.');
    expect([kept.length, isShown(widget, 'lives')]).to.eql([0, true]);
  });

  it('stay in the field while the person corrects them, also when it is empty', async () => {
    const widget = await lives();
    await tick(widget, 'lives', 'Other');
    await write(widget, 'lives', 'x');
    await press('Backspace');
    await settled(widget);
    expect([widget.value, isShown(widget, 'lives'), checked(widget, 'lives')]).to.eql([null, true, ['Other']]);
    focusIsOn(words(widget, 'lives'));
  });

  it('give way to another option, and come back with their own', async () => {
    const widget = await lives();
    await tick(widget, 'lives', 'Other');
    await write(widget, 'lives', 'With my cat');
    await tick(widget, 'lives', 'Alone');
    expect([valuesOf(widget, 'lives'), isShown(widget, 'lives')]).to.eql([['alone'], false]);
    await tick(widget, 'lives', 'Other');
    expect([valuesOf(widget, 'lives'), isShown(widget, 'lives')]).to.eql([[{ words: 'With my cat' }], true]);
  });

  it('are gone after Undo and after a reset', async () => {
    for (const end of [(widget: AttuneQuestionnaire) => activate(widget, 'Undo'), async (widget: AttuneQuestionnaire) => (widget.reset(), settled(widget))]) {
      const widget = await lives();
      await tick(widget, 'lives', 'Other');
      await write(widget, 'lives', 'With my cat');
      await end(widget);
      expect([widget.value, isShown(widget, 'lives'), checked(widget, 'lives'), words(widget, 'lives').value]).to.eql([null, false, [], '']);
    }
  });

  it('are restored, are in the copy, and are sent', async () => {
    const one = await lives();
    await tick(one, 'lives', 'Other');
    await write(one, 'lives', 'With my cat');
    const widget = await lives({ properties: { value: one.value } });
    expect([isShown(widget, 'lives'), words(widget, 'lives').value, checked(widget, 'lives')]).to.eql([true, 'With my cat', ['Other']]);
    const kept = keeps(widget);
    await activate(widget, 'Keep a copy');
    expect(widget.shadowRoot!.querySelector('[part=answers] dd')!.textContent).to.equal('With my cat');
    await click(button(widget, 'Close'));
    await settled(widget);
    await send(widget);
    expect(valuesOf(widget, 'lives', kept[0]!.response)).to.eql([{ words: 'With my cat' }]);
  });

  it('cannot be changed if the widget is readonly', async () => {
    const one = await lives();
    await tick(one, 'lives', 'Other');
    await write(one, 'lives', 'With my cat');
    const widget = await lives({ properties: { value: one.value, readonly: true } });
    await write(widget, 'lives', 'x');
    expect(widget.value).to.eql(one.value);
  });
});

describe('own words beside checkboxes', () => {
  it('are one more answer, and have the label that the item gives them', async () => {
    const widget = await helps();
    await tick(widget, 'helps', 'b) To walk');
    await tick(widget, 'helps', 'Other');
    expect([isShown(widget, 'helps'), valuesOf(widget, 'helps')]).to.eql([true, ['walk']]);
    expect(words(widget, 'helps').labels![0]!.textContent).to.equal('Something else');
    await write(widget, 'helps', 'Tea');
    expect(valuesOf(widget, 'helps')).to.eql(['walk', { words: 'Tea' }]);
    await tick(widget, 'helps', 'b) To walk');
    expect(valuesOf(widget, 'helps')).to.eql([{ words: 'Tea' }]);
    await tick(widget, 'helps', 'Other');
    expect([widget.value, isShown(widget, 'helps')]).to.eql([null, false]);
  });

  it('are never beside an answer that is chosen alone', async () => {
    const widget = await helps();
    await tick(widget, 'helps', 'a) To talk');
    await tick(widget, 'helps', 'Other');
    await write(widget, 'helps', 'Tea');
    await tick(widget, 'helps', 'Nothing');
    expect([valuesOf(widget, 'helps'), checked(widget, 'helps'), isShown(widget, 'helps')]).to.eql([['none'], ['Nothing'], false]);
    await tick(widget, 'helps', 'a) To talk');
    expect([valuesOf(widget, 'helps'), checked(widget, 'helps')]).to.eql([['talk'], ['a) To talk']]);
  });
});

describe('own words with a concept that the list does not have', () => {
  const withConcept = { words: 'Music', coding: { code: 'm', system: 'urn:s' } };
  const restored = async (place: typeof helps, item: string) => {
    const one = await place();
    const value = await (async () => (await tick(one, item, 'Other'), await write(one, item, 'x'), one.value!))();
    const answers = value.answers.map((answer) => ({ ...answer, values: [withConcept] }));
    return place({ properties: { value: { ...value, answers } } });
  };

  it('keep it while the person changes something else', async () => {
    const widget = await restored(helps, 'helps');
    expect([isShown(widget, 'helps'), words(widget, 'helps').value]).to.eql([true, 'Music']);
    await tick(widget, 'helps', 'b) To walk');
    expect(valuesOf(widget, 'helps')).to.eql(['walk', withConcept]);
  });

  it('lose it once the person writes others', async () => {
    for (const [place, item] of [[helps, 'helps'], [lives, 'lives']] as const) {
      const widget = await restored(place, item);
      await write(widget, item, ', loud');
      expect(valuesOf(widget, item)).to.eql([{ words: 'Music, loud' }]);
    }
  });
});

describe('several answers in own words, which a record from elsewhere can have', () => {
  const restored = async (given: readonly object[] = [{ words: 'Tea' }, { words: 'Music' }, { words: 'My cat' }]): Promise<AttuneQuestionnaire> => {
    const one = await helps();
    await tick(one, 'helps', 'b) To walk');
    const answers = one.value!.answers.map((answer) => ({ ...answer, values: ['walk', ...given] }));
    return helps({ properties: { value: { ...one.value!, answers } } });
  };
  const own = (widget: AttuneQuestionnaire): unknown[] => valuesOf(widget, 'helps')!.flatMap((value) => (typeof value === 'object' ? [(value as { words: string }).words] : []));

  it('are all shown: the first in the field, the others below it', async () => {
    const widget = await restored();
    expect(words(widget, 'helps').value).to.equal('Tea');
    expect(checked(widget, 'helps')).to.eql(['b) To walk', 'Other', 'Music', 'My cat']);
  });

  it('stay when another answer changes, and when the first is written again or taken away', async () => {
    const widget = await restored();
    await tick(widget, 'helps', 'b) To walk');
    expect(own(widget)).to.eql(['Tea', 'Music', 'My cat']);
    await write(widget, 'helps', ', hot');
    expect(own(widget)).to.eql(['Tea, hot', 'Music', 'My cat']);
    for (let i = 0; i < 'Tea, hot'.length; i++) await press('Backspace');
    await settled(widget);
    expect([own(widget), words(widget, 'helps').value]).to.eql([['Music', 'My cat'], '']);
    await tick(widget, 'helps', 'Other');
    expect([own(widget), isShown(widget, 'helps')]).to.eql([['Music', 'My cat'], false]);
  });

  it('can be taken away one by one, and taken back', async () => {
    const widget = await restored();
    option(itemAt(widget, 'helps'), 'Music').focus();
    await press('Space');
    await settled(widget);
    expect([own(widget), checked(widget, 'helps')]).to.eql([['Tea', 'My cat'], ['b) To walk', 'Other', 'My cat']]);
    focusIsOn(option(itemAt(widget, 'helps'), 'Music'));
    await press('Space');
    await settled(widget);
    expect(own(widget)).to.have.members(['Tea', 'Music', 'My cat']);
    await tick(widget, 'helps', 'Nothing');
    expect([valuesOf(widget, 'helps'), checked(widget, 'helps')]).to.eql([['none'], ['Nothing']]);
  });

  it('cannot be changed if the widget is readonly', async () => {
    const widget = await restored();
    widget.readonly = true;
    await settled(widget);
    await tick(widget, 'helps', 'Music');
    expect([own(widget), checked(widget, 'helps')]).to.eql([['Tea', 'Music', 'My cat'], ['b) To walk', 'Other', 'Music', 'My cat']]);
  });
});

describe('a list that opens', () => {
  const list = (widget: Element): HTMLSelectElement => controlAt<HTMLSelectElement>(widget, 'town');
  const pick = async (widget: AttuneQuestionnaire, label: string): Promise<void> => {
    list(widget).focus();
    await press('Home');
    while (list(widget).selectedOptions[0]!.text !== label) await press('ArrowDown');
    await settled(widget);
  };

  it('is a native one with a label, and answers by keyboard only', async () => {
    const widget = await town();
    expect([list(widget).localName, list(widget).labels![0]!.textContent]).to.eql(['select', 'Which practice is near you?']);
    expect([...list(widget).options].map(({ text, value }) => [text, value])).to.eql([['Choose one', ''], ['North', ''], ['South', ''], ['Other', '']]);
    await pick(widget, 'South');
    expect(valuesOf(widget, 'town')).to.eql(['s']);
    await pick(widget, 'Choose one');
    expect(widget.value).to.equal(null);
  });

  it('takes own words in a field below it', async () => {
    const widget = await town();
    await pick(widget, 'Other');
    expect([isShown(widget, 'town'), widget.value]).to.eql([true, null]);
    await write(widget, 'town', 'By the sea');
    expect(valuesOf(widget, 'town')).to.eql([{ words: 'By the sea' }]);
    const restored = await town({ properties: { value: widget.value } });
    expect([list(restored).selectedOptions[0]!.text, words(restored, 'town').value]).to.eql(['Other', 'By the sea']);
    await pick(widget, 'North');
    expect([valuesOf(widget, 'town'), isShown(widget, 'town')]).to.eql([['n'], false]);
  });

  it('can be left out, and cannot be changed if the widget is readonly', async () => {
    const widget = await town({ properties: { required: true } });
    await pick(widget, 'North');
    await tick(widget, 'town', 'Skip this one');
    expect(widget.value!.answers).to.eql([{ item: 'town', state: 'declined' }]);
    expect(list(widget).selectedIndex).to.equal(0);
    await pick(widget, 'South');
    widget.readonly = true;
    await settled(widget);
    expect([list(widget).disabled, list(widget).selectedOptions[0]!.text]).to.eql([true, 'South']);
  });
});
