import { expect } from '@open-wc/testing';
import '../../src/define/empathy-checklist.ts';
import { questionnaireContract } from '../contract/questionnaire-contract.ts';
import { hear, keeps, mount } from './fixtures/host.ts';
import { activate, choose, inside, labelOf, legendOf, option, question, radioGroups, radiosOf, read, send, settled } from './fixtures/person.ts';

const tag = 'attune-empathy-checklist';

questionnaireContract({
  tag,
  instrument: 'empathy-checklist',
  property: { name: 'perspective', value: 'therapist', shows: 'What I did today' },
  act: (widget) => choose(widget, 0, 1),
});

describe('<attune-empathy-checklist>', () => {
  const by = (perspective: string, more: Record<string, string> = {}) =>
    mount(tag, { attributes: { perspective, ...more } });
  const boxes = (widget: Element): HTMLInputElement[] => inside(widget, 'input[type=checkbox]');

  it('asks the client by component', async () => {
    const widget = await by('client');
    expect(inside(widget, '[part~=group-title]').map((title) => title.textContent)).to.eql([
      'Active listening', 'Emotional validation', 'Supportive responses',
    ]);
    expect(radioGroups(widget).length).to.equal(12);
    expect(legendOf(radioGroups(widget)[0]!)).to.equal('My therapist let me finish before they spoke.');
  });

  for (const [perspective, title, line] of [
    ['therapist', 'What I did today', 'I let the client finish before I spoke.'],
    ['observer', 'What the therapist did', 'The therapist let the client finish before they spoke.'],
  ] as const) {
    it(`is worded for the ${perspective}, without a crisis notice or "more of this"`, async () => {
      const widget = await by(perspective);
      expect(read(widget)).to.contain(title).and.to.contain(line);
      expect(boxes(widget).length).to.equal(0);
      expect(inside(widget, '[part~=crisis], [part~=concern]').length).to.equal(0);
      await choose(widget, 0, 1);
      expect(widget.value!.instrument.options).to.eql({ perspective });
    });
  }

  it('shows each tick once in a copy, below its line', async () => {
    const widget = await by('client');
    await choose(widget, 0, 1);
    boxes(widget)[0]!.click();
    await settled(widget);
    await activate(widget, 'Keep a copy');
    const lines = inside(widget, '[part=answers] > *');
    const ticked = lines.findIndex(({ textContent }) => textContent === 'I would like more of this');
    const [line, answer, more] = lines.slice(ticked - 2);
    expect([line, answer, more].map((part) => part!.localName)).to.eql(['dt', 'dd', 'dd']);
    expect(line!.textContent).to.equal('My therapist let me finish before they spoke.');
    expect(read(widget).split('I would like more of this').length).to.equal(2);
  });

  it('lets the client tick "I would like more of this", which is never ticked in advance and never required', async () => {
    const widget = await by('client', { required: '' });
    const kept = keeps(widget);
    expect(boxes(widget).length).to.equal(12);
    expect(boxes(widget).some(({ checked }) => checked)).to.equal(false);
    expect(labelOf(boxes(widget)[0]!)).to.equal('I would like more of this');
    boxes(widget)[0]!.click();
    await settled(widget);
    expect(widget.value!.answers).to.eql([{ item: 'e11-more', state: 'answered', values: ['more'] }]);
    expect(read(widget)).to.contain('0 of 12 answered');
    boxes(widget)[0]!.click();
    await settled(widget);
    expect(widget.value).to.equal(null);
    boxes(widget)[0]!.click();
    for (let at = 0; at < 12; at++) await choose(widget, at, 'Partly');
    await send(widget);
    expect(kept[0]!.response.answers.length).to.equal(13);
  });

  it('names the line of each box for screen readers', async () => {
    const widget = await by('client');
    const [box] = boxes(widget);
    const name = box!.closest('[role=group]')!.getAttribute('aria-labelledby')!;
    expect(widget.shadowRoot!.getElementById(name)!.textContent).to.equal('My therapist let me finish before they spoke.');
  });

  it('offers "Did not come up" only for lines about an occasion that may be missing', async () => {
    const widget = await by('client');
    const offered = (legend: string): boolean => radiosOf(question(widget, legend)).map(labelOf).includes('Did not come up');
    expect(offered('My therapist let me finish')).to.equal(false);
    expect(offered('My therapist put a feeling')).to.equal(true);
    option(question(widget, 'My therapist put a feeling'), 'Did not come up').click();
    await settled(widget);
    expect(widget.value!.answers).to.eql([{ item: 'e21', state: 'not-applicable' }]);
  });

  for (const perspective of ['therapist', 'observer']) {
    it(`shows the ${perspective} a profile by component after sending, and that it is not normed`, async () => {
      const widget = await by(perspective, { result: 'score' });
      keeps(widget);
      for (let at = 0; at < 8; at++) await choose(widget, at, at < 4 ? 'Yes' : 'Partly');
      await send(widget);
      const result = inside(widget, '[part~=result]')[0]!;
      const text = result.textContent!.replace(/\s+/g, ' ');
      expect(text).to.contain('Active listening').and.to.contain('Supportive responses');
      expect([...result.querySelectorAll('meter')].map(({ value }) => value)).to.eql([100, 50]);
      expect(text).to.match(/Supportive responses .*Missing: 4\./);
      // Styles separate a number from its bar: a build may remove the white space of the template.
      for (const meter of result.querySelectorAll('meter')) {
        const number = document.createRange();
        const words = [...meter.parentElement!.childNodes].find((node) => node instanceof Text && /\d/.test(node.data)) as Text;
        const from = words.data.search(/\d/);
        number.setStart(words, from);
        number.setEnd(words, from + 1);
        const gap = number.getBoundingClientRect().left - meter.getBoundingClientRect().right;
        expect(gap).to.be.at.least(7);
      }
      expect(text).to.contain('Not normed. It does not diagnose or predict.');
      await expect(widget).to.be.accessible();
    });
  }

  it('shows the client no profile, and reports it to the host', async () => {
    const errors = hear(document, 'attune-error');
    const widget = await by('client', { result: 'score' });
    keeps(widget);
    await choose(widget, 0, 'Yes');
    await send(widget);
    expect(inside(widget, '[part~=result], meter').length).to.equal(0);
    expect(errors.map(({ detail }) => detail.code)).to.eql(['result-refused']);
  });

  it('names the component of each page when it shows one page at a time', async () => {
    const widget = await by('client', { layout: 'paged' });
    expect(read(widget)).to.contain('Active listening');
    await activate(widget, 'Next');
    expect(read(widget)).to.contain('Active listening').and.to.contain('Page 2 of 6');
  });
});
