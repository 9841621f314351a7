import { expect } from '@open-wc/testing';
import '../../src/define/rapport-check.ts';
import { questionnaireContract } from '../contract/questionnaire-contract.ts';
import { hear, keeps, mount } from './fixtures/host.ts';
import { choose, inside, legendOf, radioGroups, read, send } from './fixtures/person.ts';

const tag = 'attune-rapport-check';

questionnaireContract({
  tag,
  instrument: 'rapport-check',
  property: { name: 'mode', value: 'phone', shows: "My therapist's tone of voice puts me at ease." },
  act: (widget) => choose(widget, 0, 1),
});

describe('<attune-rapport-check>', () => {
  const by = (mode: string, more: Record<string, string> = {}) => mount(tag, { attributes: { mode, ...more } });
  const body = "My therapist's body language puts me at ease.";
  const open = 'My therapist looks open to what I have to say.';

  for (const [mode, nonverbal, length] of [
    ['in-person', [body, open], 8],
    ['video', [body, open], 8],
    ['phone', ["My therapist's tone of voice puts me at ease."], 7],
    ['chat', [], 6],
  ] as const) {
    it(`asks only what can be seen or heard: ${mode}`, async () => {
      const lines = radioGroups(await by(mode)).map(legendOf);
      expect(lines.length).to.equal(length);
      expect(lines.filter((line) => /body language|looks open|tone of voice/.test(line))).to.eql([...nonverbal]);
    });
  }

  it('gives the host a profile by component, with one answer enough for each, and never a total', async () => {
    const widget = await by('phone');
    const kept = keeps(widget);
    await choose(widget, 0, 'Agree');
    await choose(widget, 1, 'Totally agree');
    await choose(widget, 2, 'Disagree');
    await choose(widget, 4, 'In between');
    await send(widget);
    const { scales, ...rest } = kept[0]!.score;
    expect(rest).not.to.have.any.keys('total', 'band', 'bandWithheld');
    const raw = Object.fromEntries(Object.entries(scales).map(([key, scale]) => [key, scale.status === 'scored' && scale.raw]));
    expect(raw).to.eql({ 'active-listening': 4.5, warmth: 2, nonverbal: 3, consistency: false });
  });

  it('has no component that the mode excludes', async () => {
    const widget = await by('chat');
    await choose(widget, 0, 'Agree');
    expect(Object.keys(widget.score!.scales)).to.eql(['active-listening', 'warmth', 'consistency']);
  });

  it('shows the client no number, also if the host asks for it', async () => {
    const errors = hear(document, 'attune-error');
    for (const result of ['score', 'words']) {
      const widget = await by('in-person', { result });
      keeps(widget);
      await choose(widget, 0, 'Agree');
      await send(widget);
      expect(inside(widget, '[part~=result], meter').length).to.equal(0);
      expect(read(widget)).not.to.match(/\d/);
    }
    expect(errors.map(({ detail }) => detail.code)).to.eql(['result-refused']);
  });
});
