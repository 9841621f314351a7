import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import '../../src/define/all.ts';
import type { InstrumentDefinition } from '../../src/core/instrument/definition.ts';
import { contrast } from './fixtures/contrast.ts';
import { everyType } from './fixtures/definitions.ts';
import { mount } from './fixtures/host.ts';
import { boxOf, container, isChromium, resized } from './fixtures/layout.ts';
import { choose, inside, labelOf, oneInside, radioGroups, radiosOf, settled } from './fixtures/person.ts';

const scaled: InstrumentDefinition = {
  ...everyType,
  id: 'scaled',
  items: [
    { id: 'a', type: 'choice', scale: 'often', text: 'A' },
    { id: 'b', type: 'choice', scale: 'often', text: 'B' },
    { id: 'own', type: 'choice', text: 'C', choices: [{ code: 'x', text: 'X' }, { code: 'y', text: 'Y' }] },
    { id: 'mood', type: 'rating', text: 'How is your mood?', min: 0, max: 10, minText: 'Bad', maxText: 'Good' },
    { id: 'name', type: 'text', line: true, text: 'A name for it' },
  ],
};

async function shown(width: number, attributes: Record<string, string> = {}, scheme = 'light'): Promise<HTMLElement> {
  const into = await container(width, `color-scheme: ${scheme}`);
  const widget = await mount('attune-questionnaire', { attributes, properties: { instrument: scaled }, into });
  await resized(widget);
  return widget;
}
const answered = async (width: number, attributes: Record<string, string> = {}, scheme?: string): Promise<HTMLElement> => {
  const widget = await shown(width, {}, scheme);
  for (let at = 0; at < 4; at++) await choose(widget, at, 1);
  for (const [name, value] of Object.entries(attributes)) widget.setAttribute(name, value);
  await settled(widget);
  return widget;
};
const labels = (widget: Element): HTMLElement[] => radioGroups(widget).flatMap((group) => radiosOf(group).map((radio) => radio.labels![0]!));
const looks = (parts: readonly HTMLElement[], ...names: string[]): string[] =>
  parts.map((part) => names.map((name) => getComputedStyle(part).getPropertyValue(name)).join(' '));

describe('the states of an option', () => {
  for (const width of [900, 320]) {
    it(`has another background if it is chosen, and moves nothing: ${width} px`, async () => {
      const widget = await answered(width);
      for (const group of radioGroups(widget)) {
        const [other, chosen] = radiosOf(group).map((radio) => getComputedStyle(radio.labels![0]!).backgroundColor);
        expect(chosen).to.not.equal(other);
        const [others, own] = radiosOf(group).map((radio) => getComputedStyle(radio.labels![0]!).fontWeight);
        expect(own).to.equal(others);
      }
    });

    for (const scheme of ['light', 'dark']) {
      it(`has text that can be read, live, disabled and read only: ${width} px, ${scheme}`, async () => {
        for (const attributes of [{}, { disabled: '' }, { readonly: '' }] as Record<string, string>[]) {
          const widget = await answered(width, attributes, scheme);
          // In a matrix, the text of an option is above its column.
          const texts = [...labels(widget).filter((label) => getComputedStyle(label).textIndent === '0px'), ...inside<HTMLElement>(widget, '[part=legend], [part=ends] span, .heads span')];
          for (const text of texts) expect(contrast(text, 'color'), `${text.textContent} ${Object.keys(attributes)}`).to.be.at.least(4.5);
          widget.parentElement!.remove();
        }
      });
    }

    it(`looks different if it cannot be chosen: ${width} px`, async () => {
      const names = ['color', 'border-top-color', 'background-color', 'border-top-style', 'background-image'];
      const live = await answered(width);
      const parts = (widget: Element): HTMLElement[] => radioGroups(widget).flatMap(radiosOf);
      const seen = looks(parts(live), ...names).map((own, i) => `${own} ${looks(labels(live), ...names)[i]}`);
      for (const state of ['disabled', 'readonly']) {
        const widget = await answered(width, { [state]: '' });
        const now = looks(parts(widget), ...names).map((own, i) => `${own} ${looks(labels(widget), ...names)[i]}`);
        now.forEach((look, i) => expect(look, `${state} ${labelOf(parts(widget)[i] as HTMLInputElement)}`).to.not.equal(seen[i]));
        const { color, borderTopStyle } = getComputedStyle(oneInside(widget, 'input[part=input]'));
        const free = getComputedStyle(oneInside(live, 'input[part=input]'));
        expect([color, borderTopStyle]).to.not.eql([free.color, free.borderTopStyle]);
        // What was chosen can still be seen.
        for (const group of radioGroups(widget)) {
          const [other, chosen] = radiosOf(group).map((radio) => getComputedStyle(radio.labels![0]!).backgroundColor);
          expect(chosen, state).to.not.equal(other);
        }
      }
    });
  }
});

describe('a rating from 0 to 10', () => {
  it('has joined cells of at least 44 x 44 px on a phone of 320 px: six and five', async () => {
    const widget = await shown(320);
    const cells = radiosOf(radioGroups(widget)[3]!).slice(0, 11).map((radio) => boxOf(radio.labels![0]!));
    for (const { width, height } of cells) {
      expect(width).to.be.at.least(44);
      expect(height).to.be.at.least(44);
    }
    const tops = cells.map(({ top }) => Math.round(top));
    expect([tops.filter((top) => top === tops[0]).length, tops.filter((top) => top === tops[10]).length]).to.eql([6, 5]);
    for (const i of [1, 2, 3, 4, 5, 7, 8, 9, 10]) expect(cells[i]!.left - cells[i - 1]!.right).to.be.within(-1.5, 0.5);
  });

  it('is one line in a wide container, with the meaning of both ends in sight', async () => {
    const widget = await shown(900);
    const cells = radiosOf(radioGroups(widget)[3]!).slice(0, 11).map((radio) => boxOf(radio.labels![0]!));
    expect(new Set(cells.map(({ top }) => Math.round(top))).size).to.equal(1);
    const ends = [...oneInside(widget, '[part=ends]').children];
    expect(ends.map(({ textContent }) => textContent)).to.eql(['0 = Bad', '10 = Good']);
    for (const end of ends) expect(boxOf(end).height).to.be.above(10);
  });
});

if (isChromium) {
  describe('in forced colours', () => {
    beforeEach(() => executeServerCommand('forced-colors', true));
    afterEach(() => executeServerCommand('forced-colors', false));

    for (const width of [900, 320]) {
      it(`options, cells, fields and the progress keep their borders, and the chosen ones a mark: ${width} px`, async () => {
        expect(matchMedia('(forced-colors: active)').matches).to.equal(true);
        const widget = await answered(width);
        const lists = inside<HTMLElement>(widget, '.options').filter((list) => !list.closest('.run:not(.stacked)') || width < 500);
        const boxes = [...lists, ...inside<HTMLElement>(widget, '.options input:not(.rating input), input[part=input]')];
        expect(boxes.length).to.be.above(10);
        for (const box of boxes) {
          const { borderTopWidth, borderTopStyle, borderTopColor } = getComputedStyle(box);
          expect(parseFloat(borderTopWidth), box.outerHTML.slice(0, 80)).to.be.above(0);
          expect(borderTopStyle).to.equal('solid');
          expect(borderTopColor).to.not.equal(getComputedStyle(widget).backgroundColor);
        }
        for (const cell of inside(widget, '.rating [part=option]')) {
          const { borderInlineStartWidth, borderInlineStartStyle } = getComputedStyle(cell);
          expect([borderInlineStartWidth, borderInlineStartStyle]).to.eql(['1px', 'solid']);
        }
        for (const chosen of inside<HTMLElement>(widget, 'label.chosen')) {
          const { outlineStyle, outlineWidth } = getComputedStyle(chosen);
          expect([outlineStyle, outlineWidth]).to.eql(['solid', '2px']);
        }
        const { borderTopStyle, outlineStyle } = getComputedStyle(oneInside(widget, 'progress'));
        expect([borderTopStyle, outlineStyle], 'the track of the progress').to.include('solid');
      });
    }

    it('the options of a question that cannot be answered have the colour of disabled text', async () => {
      const probe = document.createElement('p');
      probe.style.color = 'GrayText';
      document.body.append(probe);
      const { color } = getComputedStyle(probe);
      probe.remove();
      for (const state of ['disabled', 'readonly']) {
        const widget = await answered(320, { [state]: '' });
        const options = labels(widget).filter((label) => !label.closest('.rating'));
        expect([...new Set(looks(options, 'color'))]).to.eql([color]);
      }
    });
  });
}
