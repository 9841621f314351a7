import { expect, waitUntil } from '@open-wc/testing';
import '../../src/define/fhir-questionnaire.ts';
import '../../src/define/fhir-expressions.ts';
import type { AttuneQuestionnaire } from '../../src/elements/questionnaire/questionnaire.ts';
import { controlAt, errorAt, itemAt, valuesOf } from './fixtures/fields.ts';
import { core, fhirPath, form, item } from './fixtures/fhir-forms.ts';
import { hear, keeps, mount } from './fixtures/host.ts';
import { field, inside, oneInside, put, read, send, settled } from './fixtures/person.ts';

const answerTo = (linkId: string): string => `%resource.item.where(linkId='${linkId}').answer.value`;
const limit = (which: 'min' | 'max', type: string, expression: string): object =>
  core(`${which}Value`, { [`_value${type}`]: { extension: [core('cqf-expression', fhirPath(expression))] } });
const visit = form([
  item('nights', 'integer', 'How many nights did you stay?'),
  item('bad', 'integer', 'How many of them were bad?', limit('max', 'Integer', answerTo('nights')) as never),
  item('from', 'date', 'When did you arrive?'),
  item('until', 'date', 'When did you leave?', limit('min', 'Date', answerTo('from')) as never),
  item('odd', 'integer', 'An odd one', limit('min', 'Integer', 'memberOf(1)') as never),
]);

const given = async (): Promise<AttuneQuestionnaire> => {
  const widget = await mount<AttuneQuestionnaire>('attune-questionnaire', { properties: { instrument: visit, layout: 'list' } });
  await waitUntil(() => inside(widget, '[data-key=bad]').length, 'the form is not shown', { timeout: 8000 });
  await settled(widget);
  return widget;
};
const write = async (widget: AttuneQuestionnaire, key: string, text: string): Promise<void> => {
  put(controlAt(widget, key), text);
  await settled(widget);
};
const helpAt = (widget: Element, key: string): string => itemAt(widget, key).querySelector('[part=help]')?.textContent ?? '';

describe('limits that follow from answers', () => {
  it('are said in words as soon as they are known, also to a screen reader', async () => {
    const widget = await given();
    expect(helpAt(widget, 'bad')).to.equal('');
    await write(widget, 'nights', '7');
    expect(helpAt(widget, 'bad')).to.equal('Up to 7.');
    const box = field(widget, 'How many of them were bad?');
    expect(widget.shadowRoot!.getElementById(box.getAttribute('aria-describedby')!)!.textContent).to.equal('Up to 7.');
    await write(widget, 'from', '2026-05-04');
    expect(helpAt(widget, 'until')).to.match(/^From .*4.* on\.$/);
    await write(widget, 'nights', '3');
    expect(helpAt(widget, 'bad')).to.equal('Up to 3.');
  });

  it('keep an answer that was given before, say what is wrong with it, and do not send it', async () => {
    const widget = await given();
    const kept = keeps(widget);
    await write(widget, 'bad', '5');
    await write(widget, 'nights', '3');
    expect([valuesOf(widget, 'bad'), controlAt(widget, 'bad').value]).to.eql([[5], '5']);
    await send(widget);
    expect(kept).to.have.lengthOf(0);
    expect(errorAt(widget, 'bad')).to.equal('Write a whole number up to 3.');
    expect(oneInside(widget, '[part~=summary]').textContent).to.contain('Write a whole number up to 3.').and.contain('How many of them were bad?');
    await write(widget, 'nights', '6');
    expect(errorAt(widget, 'bad')).to.equal(undefined);
    await send(widget);
    expect(kept[0]!.response.answers).to.deep.include({ item: 'bad', state: 'answered', values: [5] });
  });

  it('of a date are in the words of the error', async () => {
    const widget = await given();
    await write(widget, 'from', '2026-05-04');
    await write(widget, 'until', '2026-05-03');
    await send(widget);
    expect(errorAt(widget, 'until')).to.match(/^Write a date\. From .*4.* on\.$/);
  });

  it('that do not work are reported, and the form can be sent', async () => {
    const errors = hear(document, 'attune-error');
    const widget = await given();
    const kept = keeps(widget);
    expect(errors.filter(({ detail }) => detail.code === 'bad-expression')).to.have.lengthOf(1);
    expect(read(widget)).to.contain('Some parts of this form');
    await write(widget, 'odd', '1');
    await send(widget);
    expect(kept[0]!.response.answers).to.deep.include({ item: 'odd', state: 'answered', values: [1] });
  });
});
