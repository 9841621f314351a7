import { expect } from '@open-wc/testing';
import '../../src/define/environment-check.ts';
import { questionnaireContract } from '../contract/questionnaire-contract.ts';
import { hear, keeps, mount } from './fixtures/host.ts';
import { choose, labelOf, legendOf, radioGroups, radiosOf, read, send, settled } from './fixtures/person.ts';

const tag = 'attune-environment-check';

questionnaireContract({
  tag,
  instrument: 'environment-check',
  property: { name: 'mode', value: 'video', shows: 'The call was easy to join.' },
  act: (widget) => choose(widget, 0, 1),
});

describe('<attune-environment-check>', () => {
  const by = (mode?: string) => mount(tag, { attributes: { ...(mode && { mode }) } });
  const lines = (widget: Element): string[] => radioGroups(widget).map(legendOf);

  it('asks about a room by default, and about the call if it was one', async () => {
    const room = await by();
    expect(lines(room).slice(2, 4)).to.eql(['The room felt calm.', 'It seemed that no one else could hear us.']);
    for (const mode of ['video', 'phone']) {
      expect(lines(await by(mode)).slice(2, 4)).to.eql([
        'The call was easy to join.', 'I had a private place for the call.',
      ]);
    }
  });

  it('offers No, Partly, Yes, and separately Not sure', async () => {
    expect(radiosOf(radioGroups(await by())[0]!).map(labelOf)).to.eql(['No', 'Partly', 'Yes', 'Not sure']);
  });

  it('records the mode, and gives no score', async () => {
    const widget = await by('phone');
    const kept = keeps(widget);
    for (let at = 0; at < 6; at++) await choose(widget, at, 'Partly');
    await send(widget);
    const [{ response, score }] = kept as [(typeof kept)[0]];
    expect(response.instrument).to.eql({ id: 'environment-check', version: '1.0.0', options: { mode: 'phone' }, language: 'en' });
    expect(response.answers.map(({ item }) => item)).to.eql(['n1', 'n2', 'n3', 'n4', 'n5', 'n6']);
    expect(score).to.include({ status: 'unscored' }).and.not.to.have.any.keys('total', 'band');
  });

  it('keeps the form that was begun when the mode changes, reports it, and uses the new mode after reset()', async () => {
    const errors = hear(document, 'attune-error');
    const widget = await by();
    await choose(widget, 2, 'Yes');
    Object.assign(widget, { mode: 'video' });
    await settled(widget);
    expect(read(widget)).to.contain('The room felt calm.');
    expect(widget.value!.answers.length).to.equal(1);
    expect(errors.map(({ detail }) => detail.code)).to.eql(['instrument-in-use']);
    widget.reset();
    await settled(widget);
    expect(read(widget)).to.contain('The call was easy to join.');
  });

  it('reports an unknown mode', async () => {
    const errors = hear(document, 'attune-error');
    await by('carrier pigeon');
    expect(errors.map(({ detail }) => detail.code)).to.eql(['bad-instrument']);
    expect(errors[0]!.detail.message).to.contain('options.mode');
  });
});
