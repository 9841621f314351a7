import { expect } from '@open-wc/testing';
import '../../src/define/benefits-check.ts';
import { questionnaireContract } from '../contract/questionnaire-contract.ts';
import { keeps, mount } from './fixtures/host.ts';
import { activate, choose, inside, legendOf, oneInside, radioGroups, send } from './fixtures/person.ts';

const tag = 'attune-benefits-check';
const STEM = 'In the last two weeks';

questionnaireContract({
  tag,
  instrument: 'benefits-check',
  property: { name: 'who', value: 'Dr May', shows: 'Who sees this: Dr May' },
  act: (widget) => choose(widget, 0, 1),
});

describe('<attune-benefits-check>', () => {
  it('says once, above the items and in none of them, that it is about the last two weeks', async () => {
    const widget = await mount(tag);
    expect(inside(widget, '[part~=stem]').map((stem) => stem.textContent)).to.eql([STEM]);
    const [group] = radioGroups(widget);
    expect(oneInside(widget, '[part~=stem]').compareDocumentPosition(group!) & Node.DOCUMENT_POSITION_FOLLOWING).to.be.above(0);
    expect(radioGroups(widget).map(legendOf)).to.eql([
      'I can handle my problems.',
      'I can make choices that are right for me.',
      'When I get upset, I know what helps me.',
      'I feel steady again after a hard day.',
      'I want to keep working on my goals.',
      'I try out things we talk about.',
      'Therapy is worth my time.',
      'I am glad I am in therapy.',
    ]);
  });

  it('says so again on each page, and above the copy of the answers', async () => {
    const widget = await mount(tag, { attributes: { layout: 'paged' } });
    await choose(widget, 0, 'Agree');
    await activate(widget, 'Next');
    expect(oneInside(widget, '[part~=stem]').textContent).to.equal(STEM);
    await activate(widget, 'Keep a copy');
    expect(oneInside(widget, '[part~=answers]').textContent).to.match(new RegExp(`^\\s*${STEM}`));
  });

  it('gives the host a profile by benefit, never a total', async () => {
    const widget = await mount(tag);
    const kept = keeps(widget);
    for (let at = 0; at < 6; at++) await choose(widget, at, at % 2 ? 'Totally agree' : 'Agree');
    await send(widget);
    const { scales, total, status } = kept[0]!.score;
    expect(total).to.equal(undefined);
    expect(status).to.equal('insufficient');
    expect(Object.entries(scales).map(([key, scale]) => [key, scale.status === 'scored' && scale.raw])).to.eql([
      ['self-efficacy', 4.5], ['resilience', 4.5], ['motivation', 4.5], ['satisfaction', false],
    ]);
  });
});
