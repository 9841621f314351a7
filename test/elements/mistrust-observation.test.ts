import { expect } from '@open-wc/testing';
import '../../src/define/mistrust-observation.ts';
import { questionnaireContract } from '../contract/questionnaire-contract.ts';
import { hear, keeps, mount } from './fixtures/host.ts';
import { chosenIn, choose, inside, labelOf, legendOf, oneInside, option, question, radioGroups, radiosOf, read, send, settled } from './fixtures/person.ts';

const tag = 'attune-mistrust-observation';
const WHY = 'Other reasons to weigh before you call it mistrust';
const NEXT = 'What will you try next?';

const tick = async (widget: Element, list: string, label: string | number): Promise<void> => {
  option(question(widget, list), label).click();
  await settled(widget);
};

questionnaireContract({
  tag,
  instrument: 'mistrust-observation',
  property: { name: 'who', value: 'Dr May', shows: 'Who sees this: Dr May' },
  act: (widget) => choose(widget, 0, 1),
  rest: async (widget) => {
    for (const list of [WHY, NEXT]) await tick(widget, list, 0);
  },
});

describe('<attune-mistrust-observation>', () => {
  it('is for a clinician: no crisis notice, no concern slot, and a note that clients may read it', async () => {
    const errors = hear(document, 'attune-error');
    const widget = await mount(tag, { children: '' });
    expect(inside(widget, '[part~=crisis], [part~=concern]').length).to.equal(0);
    expect(errors.length).to.equal(0);
    expect(oneInside(widget, '[part~=intro]').textContent).to.contain(
      'Note what you saw, not what you think it means. Clients may read these notes. There is no total score.',
    );
  });

  it('asks what was observed: how often, or whether, with an example that a screen reader reads', async () => {
    const widget = await mount(tag);
    const [moved, late] = radioGroups(widget);
    expect(radiosOf(moved!).map(labelOf)).to.eql(['Not seen', 'Once or twice', 'Several times', 'Most of the session', 'Cannot say']);
    expect(radiosOf(late!).map(labelOf)).to.eql(['Not seen', 'Seen', 'Cannot say']);
    const help = widget.shadowRoot!.getElementById(moved!.getAttribute('aria-describedby')!)!;
    expect(help.textContent).to.equal('Changed the subject, joked, or kept to safe topics.');
    expect(legendOf(moved!)).to.equal('Moved away from a topic that matters to them.');
  });

  it('accepts several other reasons and several next steps, and records them in the order of the lists', async () => {
    const widget = await mount(tag);
    const kept = keeps(widget);
    for (const label of ['My own behaviour', 'Money, travel or care duties']) await tick(widget, WHY, label);
    await tick(widget, NEXT, 'Slow down');
    expect(chosenIn(question(widget, WHY))).to.eql(['Money, travel or care duties', 'My own behaviour']);
    await send(widget);
    expect(kept[0]!.response.answers).to.eql([
      { item: 'm-why', state: 'answered', values: ['money-travel-or-care-duties', 'my-own-behaviour'] },
      { item: 'm-next', state: 'answered', values: ['slow-down'] },
    ]);
  });

  it('shows a profile by indicator, never a total', async () => {
    const widget = await mount(tag, { attributes: { result: 'score' } });
    const kept = keeps(widget);
    for (const [at, label] of ['Several times', 'Seen', 'Not seen', 'Cannot say', 'Most of the session'].entries()) {
      await choose(widget, at, label);
    }
    await send(widget);
    const { scales, total } = kept[0]!.score;
    expect(total).to.equal(undefined);
    expect(Object.entries(scales).map(([key, scale]) => [key, scale.status === 'scored' ? scale.raw : scale.missing])).to.eql([
      ['avoidance', 3], ['silence', 0], ['defensiveness', ['m4']], ['questions', 3], ['steps-not-done', ['m6']],
    ]);
    expect(inside(widget, '[part~=result] dt').map(({ textContent }) => textContent)).to.eql([
      'Avoidance', 'Silence', 'Defensiveness', 'Questions', 'Steps not done',
    ]);
    expect(read(widget)).to.contain('3 (0 to 4)').and.to.contain('Not normed.');
    await expect(widget).to.be.accessible();
  });

  it('gives no score for an indicator with only one answer', async () => {
    const widget = await mount(tag);
    await choose(widget, 1, 'Seen');
    expect(widget.score!.scales.avoidance).to.include({ status: 'insufficient' });
  });
});
