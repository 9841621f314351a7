import { expect } from '@open-wc/testing';
import '../../src/define/openness-check.ts';
import { questionnaireContract } from '../contract/questionnaire-contract.ts';
import { keeps, mount } from './fixtures/host.ts';
import { choose, inside, legendOf, radioGroups, send } from './fixtures/person.ts';

const tag = 'attune-openness-check';

questionnaireContract({
  tag,
  instrument: 'openness-check',
  property: { name: 'who', value: 'Dr May', shows: 'Who sees this: Dr May' },
  act: (widget) => choose(widget, 0, 1),
});

describe('<attune-openness-check>', () => {
  it('has six items', async () => {
    expect(radioGroups(await mount(tag)).map(legendOf)).to.eql([
      'My therapist treats my feelings as okay to have.',
      'I can show strong feelings in a session.',
      'I can talk about things I am ashamed of.',
      'I can tell my therapist when I disagree.',
      'My therapist asks questions that let me say more.',
      "My therapist's questions leave room for my own answer.",
    ]);
  });

  it('gives the host a profile by technique, never a total, and the client none of it', async () => {
    const widget = await mount(tag, { attributes: { result: 'words' } });
    const kept = keeps(widget);
    for (const [at, label] of ['Agree', "Can't say yet", 'Disagree', 'Agree'].entries()) await choose(widget, at, label);
    await send(widget);
    const { scales, total, band } = kept[0]!.score;
    expect([total, band]).to.eql([undefined, undefined]);
    expect(scales['validating-feelings']).to.include({ status: 'scored', method: 'mean', raw: 4, min: 1, max: 5, answered: 1, of: 2 });
    expect(scales['judgment-free']).to.include({ status: 'scored', raw: 3, answered: 2 });
    expect(scales['open-questions']).to.include({ status: 'insufficient' });
    expect(inside(widget, '[part~=result], meter').length).to.equal(0);
  });
});
