import { expect } from '@open-wc/testing';
import '../../src/define/all.ts';
import { everyType } from './fixtures/definitions.ts';
import { mount, place } from './fixtures/host.ts';
import { choose, inside, oneInside, radiosOf, settled } from './fixtures/person.ts';

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
