import { expect } from '@open-wc/testing';
import '../../src/define/all.ts';
import { weekly } from './fixtures/courses.ts';
import { everyType, visit } from './fixtures/definitions.ts';
import { mount, place } from './fixtures/host.ts';
import { cutWords } from './fixtures/layout.ts';
import { choose, framesPassed, inside, oneInside, radiosOf, settled } from './fixtures/person.ts';

/** The first and the last session have no score, so their signs are where the days are. */
const withGaps = weekly([undefined, 75, 77, undefined, 79, 58, 68, 77, undefined]);

/** A narrow page with text of this size. */
async function narrow(width: number, fontSize: number): Promise<HTMLElement> {
  const home = await place();
  home.style.cssText = `inline-size: ${width}px; font-size: ${fontSize}px`;
  return home;
}
const boxOf = (element: Element): DOMRect => element.getBoundingClientRect();
/** The box of the words in an element, without the space around them. */
function textOf(element: Element): DOMRect {
  const range = document.createRange();
  range.selectNodeContents(element);
  return range.getBoundingClientRect();
}
const overlap = (one: DOMRect, other: DOMRect): boolean =>
  Math.min(one.right, other.right) - Math.max(one.left, other.left) > 0.5 &&
  Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 0.5;

for (const size of [16, 24, 32]) {
  describe(`text of ${size} px on a narrow page`, () => {
    it('has space for the title beside the button that hides the widget', async () => {
      for (const tag of ['attune-trust-questionnaire', 'attune-journal']) {
        for (const width of [320, 700]) {
          const widget = await mount(tag, { attributes: { 'quick-hide': '' }, into: await narrow(width, size) });
          const [title, hide] = ['h2', '[part=hide]'].map((part) => boxOf(oneInside(widget, part)));
          expect(overlap(title!, hide!), `${tag} ${width}`).to.equal(false);
          expect(title!.width, `${tag} ${width}`).to.be.at.least(width / 2);
        }
      }
    });

    it('has space between the undo button and the targets around it, and moves nothing for it', async () => {
      const into = await narrow(320, size);
      const widget = await mount('attune-questionnaire', { attributes: { layout: 'list' }, properties: { instrument: everyType }, into });
      const legends = (): number[] => inside(widget, '[part=legend]').map((legend) => boxOf(legend).top);
      const before = legends();
      await choose(widget, 'Do you sleep well?', 0);
      expect(legends()).to.eql(before);
      await choose(widget, 'How is your mood?', 0);
      const targets = inside(widget, '.options label');
      const words = inside(widget, '[part=legend]');
      const shown = inside(widget, '[part=clear]').filter((clear) => clear.checkVisibility({ visibilityProperty: true }));
      expect(shown).to.have.length(2);
      for (const clear of shown) {
        expect(boxOf(clear).height).to.be.at.least(44);
        expect(targets.filter((one) => overlap(boxOf(clear), boxOf(one)))).to.eql([]);
        expect(words.filter((one) => overlap(textOf(clear), boxOf(one)))).to.eql([]);
      }
    });

    it('has space between the undo button and follow-up questions', async () => {
      const item = { id: 'one', type: 'boolean', text: 'One', items: [{ id: 'two', type: 'boolean', text: 'Two' }] };
      const instrument = { ...everyType, id: 'followed', items: [item] };
      const widget = await mount('attune-questionnaire', { properties: { instrument }, into: await narrow(320, size) });
      const [group] = inside(widget, '[role=radiogroup]');
      radiosOf(group!)[0]!.click();
      await settled(widget);
      const [clear] = inside(widget, '[part=clear]');
      const [, under] = inside(widget, '[part=legend]');
      expect(overlap(textOf(clear!), boxOf(under!))).to.equal(false);
    });

    it('has radios and checkboxes as large as the text', async () => {
      const widget = await mount('attune-questionnaire', { properties: { instrument: everyType }, attributes: { layout: 'list' }, into: await narrow(320, size) });
      for (const input of inside(widget, '.options:not(.rating) input')) {
        expect(boxOf(input).height).to.equal(1.375 * size);
        expect(boxOf(input).width).to.equal(1.375 * size);
      }
    });

    it('breaks the words of the progress only between words', async () => {
      const widget = await mount('attune-trust-questionnaire', { into: await narrow(320, size) });
      expect(cutWords([oneInside(widget, '[part=progress] > div')])).to.eql([]);
      const longest = oneInside(widget, '[data-longest]');
      const word = Math.max(...longest.dataset.longest!.split(' ').map((one) => one.length));
      // A word that is broken makes the column narrower than its letters, of which each is at least 0.4em wide.
      expect(boxOf(longest).width).to.be.at.least(0.4 * size * word);
    });

    it('has the undo button of a slider at the end of its line', async () => {
      const widget = await mount('attune-questionnaire', { attributes: { layout: 'list' }, properties: { instrument: visit }, into: await narrow(320, size) });
      const slider = inside<HTMLInputElement>(widget, '[type=range]')[0]!;
      slider.value = '3';
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      slider.dispatchEvent(new Event('change', { bubbles: true }));
      await settled(widget);
      expect(boxOf(oneInside(widget, '[part=value] [part=clear]')).right).to.be.closeTo(boxOf(slider).right, 1);
    });

    it('has labels of the chart of trust in proportion, and no day over another or over a sign', async () => {
      for (const width of [320, 900]) {
        const into = await narrow(width, 16);
        const widget = await mount('attune-trust-trend', { children: '', properties: { audience: 'clinician', records: withGaps }, into });
        // The size may change while the chart is shown.
        into.style.fontSize = `${size}px`;
        await framesPassed();
        const labels = inside(widget, '.plot text');
        for (const label of [...labels, ...inside(widget, '.axis text')]) expect(getComputedStyle(label).fontSize).to.equal(`${0.8125 * size}px`);
        const shown = labels.filter((label) => label.checkVisibility()).map(boxOf);
        expect(shown.length).to.be.at.least(2);
        for (const one of shown) expect(shown.filter((other) => other !== one && overlap(one, other))).to.eql([]);
        const gaps = boxOf(oneInside(widget, '.plot .gap'));
        expect(gaps.height).to.be.above(0);
        for (const one of shown) expect(overlap(one, gaps)).to.equal(false);
        const section = boxOf(oneInside(widget, 'figure'));
        for (const one of shown) expect(one.bottom).to.be.at.most(section.bottom + 1);
        into.remove();
      }
    });

    it('fits the trust levels into the width of a phone, also with more space between letters and words', async () => {
      for (const spacing of ['', '; letter-spacing: .12em; word-spacing: .16em']) {
        const home = await narrow(320, size);
        home.style.cssText += spacing;
        const widget = await mount('attune-trust-levels', { attributes: { show: '' }, children: '', into: home });
        expect(home.scrollWidth).to.be.at.most(320);
        const { right } = boxOf(oneInside(widget, 'section'));
        for (const cell of inside(widget, 'th, td')) expect(boxOf(cell).right).to.be.at.most(right - 15);
      }
    });
  });
}
