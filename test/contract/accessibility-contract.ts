import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import type { AttuneQuestionnaire } from '../../src/elements/questionnaire/questionnaire.ts';
import { contrast } from '../elements/fixtures/contrast.ts';
import { keeps, keepsLater, mount, place } from '../elements/fixtures/host.ts';
import {
  activate, chosenIn, choose, chooseAll, focusIsOn, inside, labelOf, legendOf, press, radioGroups, radiosOf, send,
  sendButton, settled,
} from '../elements/fixtures/person.ts';
import type { Subject } from './subject.ts';

interface Node {
  role: string;
  name?: string;
  required?: boolean;
  invalid?: string;
  checked?: boolean;
  children?: Node[];
}

type Placed = AttuneQuestionnaire;

const isChromium = /Chrome\//.test(navigator.userAgent);
const flat = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(flat)];

/** What a widget offers to people who use assistive technology, a keyboard or strong contrast. */
export function accessibilityContract(subject: Subject): void {
  const { tag } = subject;
  const placed = (attributes: Record<string, string> = {}) =>
    mount(tag, { ...subject, attributes: { ...subject.attributes, ...attributes } });

  const answerAll = async (widget: HTMLElement): Promise<void> => {
    await chooseAll(widget);
    await subject.rest?.(widget);
  };

  describe(`<${tag}> for everyone`, () => {
    const states: Record<string, [attributes: Record<string, string>, act: (widget: Placed) => Promise<void>]> = {
      'with errors': [{ required: '', 'quick-hide': '' }, async (widget) => sendButton(widget).click()],
      'filled in': [{}, (widget) => answerAll(widget)],
      'in review': [{ review: '' }, async (widget) => (await answerAll(widget), activate(widget, 'Look at my answers'))],
      'in a copy': [{}, async (widget) => (await choose(widget, 0, 1), activate(widget, 'Keep a copy'))],
      'about to erase': [{}, (widget) => activate(widget, 'Stop and erase')],
      erased: [{}, async (widget) => (await activate(widget, 'Stop and erase'), activate(widget, 'Erase'))],
      sending: [{}, async (widget) => (keepsLater(widget), await choose(widget, 0, 1), send(widget))],
      failed: [{}, async (widget) => {
        const attempts = keepsLater(widget);
        await choose(widget, 0, 1);
        await send(widget);
        await attempts[0]!.refuse('no');
      }],
      saved: [{}, async (widget) => (keeps(widget), await choose(widget, 0, 1), send(widget))],
      'a page at a time': [{ layout: 'paged' }, (widget) => activate(widget, 'Next')],
      'to read only': [{ readonly: '' }, async () => {}],
      disabled: [{ disabled: '' }, async () => {}],
    };
    for (const [state, [attributes, act]] of Object.entries(states)) {
      if (!subject.everyState && !/errors|page/.test(state)) continue;
      it(`has no accessibility problem that axe finds: ${state}`, async function () {
        // The first run of axe is slow on a busy machine.
        this.timeout(30_000);
        const widget = await placed(attributes);
        await act(widget);
        await settled(widget);
        await expect(widget).to.be.accessible();
      });
    }

    it('uses native markup: each question is a radiogroup with a legend, radios, and a name of its own', async () => {
      const widget = await placed({ required: '' });
      const groups = radioGroups(widget);
      const names = groups.map((group) => new Set(radiosOf(group).map(({ name }) => name)));
      expect(names.every(({ size }) => size === 1)).to.equal(true);
      expect(new Set(names.map((one) => [...one][0])).size).to.equal(groups.length);
      for (const group of groups) {
        expect(group.localName).to.equal('fieldset');
        expect(group.firstElementChild!.localName).to.equal('legend');
        expect(group.getAttribute('aria-required')).to.equal('true');
        expect(radiosOf(group).every((radio) => labelOf(radio) !== '')).to.equal(true);
      }
    });

    it('moves through the options of a question with the arrow keys, and does not leave it', async () => {
      const widget = await placed();
      const [group] = radioGroups(widget);
      const radios = radiosOf(group!);
      radios[0]!.focus();
      await press('Space');
      const walked: string[] = [];
      for (let step = 1; step < radios.length; step++) {
        await press('ArrowDown');
        await settled(widget);
        walked.push(chosenIn(group!)[0]!);
      }
      expect(walked).to.eql(radios.slice(1).map(labelOf));
      await press('ArrowUp');
      await settled(widget);
      expect(chosenIn(group!)).to.eql([labelOf(radios.at(-2)!)]);
      focusIsOn(radios.at(-2));
    });

    if (isChromium) {
      it('has the right accessibility tree: name, required, invalid, and exactly its radios in order', async () => {
        const widget = await placed({ required: '' });
        sendButton(widget).click();
        await settled(widget);
        const tree = await executeServerCommand<Node, undefined>('accessibility-tree');
        const groups = flat(tree).filter(({ role }) => role === 'radiogroup');
        const expected = radioGroups(widget).map((group) => ({
          name: legendOf(group),
          required: true,
          invalid: 'true',
          radios: radiosOf(group).map(labelOf),
        }));
        const found = groups.map((group) => ({
          name: group.name,
          required: group.required,
          invalid: group.invalid,
          radios: flat(group).filter(({ role }) => role === 'radio').map(({ name }) => name),
        }));
        expect(found).to.eql(expected);
      });
    }

    it('has targets of at least the minimum size', async () => {
      const widget = await placed();
      const small = inside(widget, 'button, label:has(> input), textarea, [part~=options] label')
        .map((target) => ({ target, box: target.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && box.height < 43.5)
        .map(({ target }) => target.outerHTML.slice(0, 90));
      expect(small).to.eql([]);
    });

    for (const scheme of ['light', 'dark']) {
      it(`has a contrast of 4.5 to 1 for text and 3 to 1 for the borders of controls on a ${scheme} page`, async () => {
        const home = await place();
        home.style.colorScheme = scheme;
        const widget = await mount(tag, { ...subject, attributes: { ...subject.attributes, required: '' }, into: home });
        sendButton(widget).click();
        await settled(widget);
        await choose(widget, 0, 1);
        const texts = inside<HTMLElement>(widget, 'h2, h3, p, legend, label span, label, button, a, li, span, strong, summary').filter(
          (part) => part.offsetHeight > 0 && [...part.childNodes].some((node) => node.nodeType === 3 && node.textContent!.trim()),
        );
        const weak = texts
          .map((part) => ({ part, ratio: contrast(part, 'color') }))
          .filter(({ ratio }) => ratio < 4.5)
          .map(({ part, ratio }) => `${ratio.toFixed(2)} ${part.localName} "${part.textContent!.trim().slice(0, 40)}"`);
        expect(weak).to.eql([]);
        const lines = inside<HTMLElement>(widget, 'input, textarea').map((part) => contrast(part, 'border-top-color'));
        expect(Math.min(...lines)).to.be.at.least(3);
        const [{ backgroundColor }] = [getComputedStyle(widget)];
        expect(backgroundColor).to.equal(scheme === 'dark' ? 'rgb(23, 32, 36)' : 'rgb(255, 255, 255)');
      });
    }

    it('runs from right to left if the page does', async () => {
      const home = await place();
      home.dir = 'rtl';
      home.style.width = '320px';
      const widget = await mount(tag, { ...subject, attributes: { ...subject.attributes, layout: 'list' }, into: home });
      const [radio, next] = radiosOf(radioGroups(widget)[0]!);
      const label = radio!.labels![0]!;
      const middle = (part: Element): number => part.getBoundingClientRect().left + part.getBoundingClientRect().width / 2;
      // The numbers of a rating fill their cells.
      if (radio!.closest('.rating')) expect(middle(label)).to.be.above(middle(next!));
      else expect(middle(radio!)).to.be.above(middle(label));
    });
  });
}
