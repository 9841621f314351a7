import { expect } from '@open-wc/testing';
import '../../src/define/fhir-questionnaire.ts';
import type { AttuneQuestionnaire } from '../../src/elements/questionnaire/questionnaire.ts';
import { form, item } from './fixtures/fhir-forms.ts';
import { itemAt, valuesOf } from './fixtures/fields.ts';
import { keeps, mount } from './fixtures/host.ts';
import { choose, click, field, inside, option, press, put, question, read, send, settled, type } from './fixtures/person.ts';

const whenSo = { enableWhen: [{ question: 'smoke', operator: '=', answerBoolean: true }], disabledDisplay: 'protected' };
const smoking = form([
  item('smoke', 'boolean', 'Do you smoke?'),
  { ...item('often', 'string', 'How often?'), ...whenSo },
  { ...item('what', 'choice', 'What do you smoke?'), ...whenSo, answerOption: [{ valueString: 'Pipe' }, { valueString: 'Cigars' }] },
  { ...item('more', 'group', 'More about it'), ...whenSo, item: [item('since', 'integer', 'Since which year?')] },
]);
const reason = 'Because of your other answers, you can skip this.';

const given = (): Promise<AttuneQuestionnaire> => mount('attune-questionnaire', { properties: { instrument: smoking, layout: 'list' } });

describe('a question that is shown while it is not asked', () => {
  it('says why it cannot be answered, and takes no answer by keys or mouse', async () => {
    const widget = await given();
    expect(read(widget).split(reason)).to.have.length(4);
    await type(field(widget, 'How often?'), 'Daily');
    await click(option(question(widget, 'What do you smoke?'), 'Pipe'));
    option(question(widget, 'What do you smoke?'), 'Cigars').focus();
    await press('Space');
    await type(field(widget, 'Since which year?'), '1990');
    await settled(widget);
    expect([field(widget, 'How often?').value, field(widget, 'Since which year?').value, inside(widget, 'input:checked').length, widget.value]).to.eql(['', '', 0, null]);
  });

  it('looks as if it takes no answer, as long as it takes none', async () => {
    const widget = await given();
    const frame = (): string => getComputedStyle(itemAt(widget, 'what').querySelector('[part~=options]')!).borderStyle;
    expect(frame()).to.equal('dashed');
    await choose(widget, 'Do you smoke?', 'Yes');
    expect(frame()).to.equal('solid');
  });

  it('can be answered as soon as it is asked, and the answer is not sent if it is not asked any more', async () => {
    const widget = await given();
    const kept = keeps(widget);
    await choose(widget, 'Do you smoke?', 'Yes');
    expect(read(widget)).not.to.contain(reason);
    put(field(widget, 'How often?'), 'Daily');
    await choose(widget, 'What do you smoke?', 'Pipe');
    put(field(widget, 'Since which year?'), '1990');
    await settled(widget);
    expect([valuesOf(widget, 'often'), valuesOf(widget, 'what'), valuesOf(widget, 'since')]).to.eql([['Daily'], ['Pipe'], [1990]]);
    await choose(widget, 'Do you smoke?', 'No');
    expect([itemAt(widget, 'often').querySelector('input')!.value, field(widget, 'How often?').readOnly]).to.eql(['Daily', true]);
    await send(widget);
    expect(kept[0]!.response.answers).to.eql([{ item: 'smoke', state: 'answered', values: [false] }]);
  });
});
