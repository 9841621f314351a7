import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { hear, keeps, mount } from '../elements/fixtures/host.ts';
import {
  activate, choose, click, inside, labelOf, legendOf, press, radioGroups, radiosOf, send, settled, textBoxes,
} from '../elements/fixtures/person.ts';
import { eavesdrop } from './eavesdrop.ts';
import type { Subject } from './subject.ts';

const SECRET = 'zqxj';

/** What a script of the page can learn from a widget. */
export function privacyContract(subject: Subject): void {
  const { tag } = subject;

  describe(`<${tag}> and scripts of the page`, () => {
    it('has no answer in any event that bubbles to the document, whatever the person clicks, types and selects', async () => {
      const widget = await mount(tag, subject);
      const { facts, stop } = eavesdrop();
      const [group] = radioGroups(widget);
      const radios = radiosOf(group!);
      await click(radios[0]!.labels![0]!);
      await settled(widget);
      await click(radios[1]!);
      await press('ArrowDown');
      await press('Tab');
      const box = textBoxes(widget).filter((one) => one.checkVisibility()).at(-1);
      if (box) {
        await click(box);
        await sendKeys({ type: SECRET });
        await press('Shift+ArrowLeft');
        box.select();
        for (const chord of ['Control+c', 'Control+x', 'Control+v', 'Backspace']) await press(chord);
        await press('Tab');
      }
      getSelection()!.selectAllChildren(group!.querySelector('legend')!);
      await settled(widget);
      stop();
      const harmless = facts.filter((fact) => !/^attune-answer detail: \{"item":"[\w-]+","answered":\d+,"total":\d+\}$/.test(fact));
      expect([...new Set(harmless)]).to.eql([]);
      expect(facts.length).to.be.above(0);
    });

    it('names in attune-answer the item that was answered, never the answer', async () => {
      const widget = await mount(tag, subject);
      const answers = hear(document, 'attune-answer');
      await choose(widget, 0, 0);
      await choose(widget, 0, 1);
      await activate(widget, 'Undo');
      expect(answers.length).to.equal(3);
      for (const { detail } of answers) expect(Object.keys(detail).sort()).to.eql(['answered', 'item', 'total']);
      expect(answers.map(({ detail }) => detail.answered)).to.eql([1, 1, 0]);
    });

    it('fires one input and one change for each action of the person, after the new value is set', async () => {
      const widget = await mount(tag, subject);
      const log: string[] = [];
      const note = (event: Event): void => {
        const { target, composed, bubbles } = event;
        log.push(`${event.type} ${target === widget} ${bubbles} ${composed} ${widget.value?.answers.length ?? 0}`);
      };
      document.addEventListener('input', note);
      document.addEventListener('change', note);
      await click(radiosOf(radioGroups(widget)[0]!)[1]!);
      await settled(widget);
      const said = log.splice(0);
      await activate(widget, 'Undo');
      document.removeEventListener('input', note);
      document.removeEventListener('change', note);
      expect(said).to.eql(['input true true false 1', 'change true true false 1']);
      expect(log).to.eql(['input true true false 0', 'change true true false 0']);
    });

    it('fires neither when a script sets, resets or restores', async () => {
      const widget = await mount(tag, subject);
      await choose(widget, 0, 1);
      const { value } = widget;
      const events = [hear(widget, 'input'), hear(widget, 'change'), hear(widget, 'attune-answer')];
      widget.reset();
      widget.value = value;
      widget.value = null;
      await settled(widget);
      expect(events.map(({ length }) => length)).to.eql([0, 0, 0]);
    });

    it('has the answers in attune-submit only', async () => {
      const widget = await mount(tag, subject);
      keeps(widget);
      const saved = hear(document, 'attune-saved');
      await choose(widget, 0, 1);
      await send(widget);
      expect(saved.map(({ detail }) => Object.keys(detail))).to.eql([['responseId']]);
    });

    it('writes no answer into its markup, where a session recorder could find it', async () => {
      const widget = await mount(tag, subject);
      const before = widget.outerHTML;
      await choose(widget, 0, 1);
      expect(widget.outerHTML).to.equal(before);
      const values = inside<HTMLInputElement>(widget, 'input[type=radio]').map((radio) => radio.value);
      expect([...new Set(values)]).to.eql(['on']);
      expect(labelOf(radiosOf(radioGroups(widget)[0]!)[1]!)).not.to.equal('on');
      expect(legendOf(radioGroups(widget)[0]!)).not.to.equal('');
    });
  });
}
