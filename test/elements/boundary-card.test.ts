import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/define/boundary-card.ts';
import type { AttuneBoundaryCard } from '../../src/elements/boundary-card/boundary-card.ts';
import { printed } from '../contract/filling-contract.ts';
import { questionnaireContract } from '../contract/questionnaire-contract.ts';
import { hear, keeps, mount } from './fixtures/host.ts';
import {
  activate, button, buttons, choose, focusIsOn, focused, inside, labelOf, option, press, put, question, radioGroups, read, send, settled,
  textBoxes, type,
} from './fixtures/person.ts';

const tag = 'attune-boundary-card';

questionnaireContract({
  tag,
  instrument: 'boundary-clarity',
  everyState: true,
  property: { name: 'topics', value: 'purpose cost', shows: 'Time and cost' },
  act: (widget) => choose(widget, 0, 1),
});

describe('<attune-boundary-card>', () => {
  const ticks = (widget: Element): HTMLInputElement[] => inside(widget, 'input[type=checkbox]');
  const tick = async (widget: Element, label: string): Promise<void> => {
    ticks(widget).find((box) => labelOf(box) === label)!.click();
    await settled(widget);
  };
  const starter = 'What are we aiming for, and how will we know it helps?';
  const purpose = () => mount(tag, { attributes: { topics: 'purpose' } });

  it('asks about four topics, or those that the host names', async () => {
    const titles = (widget: Element): (string | null)[] => inside(widget, '[part~=group-title]').map((one) => one.textContent);
    expect(titles(await mount(tag))).to.eql(['Clarity of purpose', 'Open dialogue', 'Defined boundaries', 'Privacy and its limits']);
    expect(titles(await mount(tag, { attributes: { topics: 'cost ending' } }))).to.eql(['Time and cost', 'Endings and complaints']);
  });

  it('shows the clinic\'s own words on a topic, or says that there are none', async () => {
    const widget = await mount(tag, {
      attributes: { topics: 'purpose cost' },
      children: '<p slot="topic-purpose">We set a goal together.</p>',
    });
    const slots = inside<HTMLSlotElement>(widget, 'slot[name^=topic-]');
    expect(slots.map((slot) => slot.assignedElements()[0]?.textContent)).to.eql(['We set a goal together.', undefined]);
    expect(slots[1]!.textContent).to.contain('Your clinic has not written this here yet.');
  });

  it('offers a question if something is not clear, not ticked in advance, and hides it again when it is clear', async () => {
    const widget = await purpose();
    expect(ticks(widget).length).to.equal(0);
    for (const answer of ['Not clear', 'Partly clear', 'Not sure']) {
      await choose(widget, 0, answer);
      expect(ticks(widget).map(labelOf), answer).to.eql([starter]);
      expect(ticks(widget)[0]!.checked).to.equal(false);
    }
    await choose(widget, 0, 'Clear');
    expect(ticks(widget).length).to.equal(0);
    await choose(widget, 0, 'Not clear');
    await tick(widget, starter);
    expect(widget.value!.answers).to.deep.include({ item: 'b01-ask', state: 'answered', values: ['ask'] });
    await choose(widget, 0, 'Clear');
    expect(widget.value!.answers).to.eql([{ item: 'b01', state: 'answered', values: ['clear'] }]);
  });

  describe('has a box for the person\'s own question on each topic', () => {
    const openBoxes = (widget: Element): boolean[] => textBoxes(widget).map((box) => box.checkVisibility());
    const canWrite = (widget: Element): boolean[] => inside<HTMLElement>(widget, '[part=write]').map((one) => one.checkVisibility());
    const two = (more: Record<string, string> = {}): Promise<AttuneBoundaryCard> =>
      mount<AttuneBoundaryCard>(tag, { attributes: { topics: 'purpose confidentiality', layout: 'list', ...more } });

    it('that is closed at first, and opens after an answer that is not "Clear"', async () => {
      const widget = await two();
      expect([openBoxes(widget), canWrite(widget)]).to.eql([[false, false], [true, true]]);
      expect(buttons(widget)).to.contain('Write a question');
      for (const answer of ['Partly clear', 'Not clear', 'Not sure']) {
        await choose(widget, 'When my therapist may have to tell someone', answer);
        expect([openBoxes(widget), canWrite(widget)], answer).to.eql([[false, true], [true, false]]);
      }
      await choose(widget, 'When my therapist may have to tell someone', 'Clear');
      expect(openBoxes(widget)).to.eql([false, false]);
    });

    it('that opens on request, with the keyboard, and has the focus', async () => {
      const widget = await two();
      const [first] = inside<HTMLButtonElement>(widget, '[part=write]');
      expect(inside(widget, `[id="${first!.getAttribute('aria-describedby')}"]`)[0]!.textContent).to.equal('Clarity of purpose');
      first!.focus();
      await press('Enter');
      await settled(widget);
      expect(openBoxes(widget)).to.eql([true, false]);
      focusIsOn(textBoxes(widget)[0]);
      await sendKeys({ type: 'Why Tuesdays?' });
      await settled(widget);
      expect(textBoxes(widget)[0]!.value).to.equal('Why Tuesdays?');
      await expect(widget).to.be.accessible();
    });

    it('that stays open with a text, also when the topic is clear, and while the person rewrites it', async () => {
      const widget = await two();
      await choose(widget, 0, 'Partly clear');
      await type(textBoxes(widget)[0]!, 'Why Tuesdays?');
      await choose(widget, 0, 'Clear');
      expect(openBoxes(widget)).to.eql([true, false]);
      put(textBoxes(widget)[0]! as never, '');
      await settled(widget);
      expect(openBoxes(widget)).to.eql([true, false]);
      put(textBoxes(widget)[0]! as never, 'Why?');
      await settled(widget);
      expect(widget.value!.answers).to.deep.include({ item: 'q-purpose', at: [0], state: 'answered', values: ['Why?'] });
    });

    it('that is open for each restored question and for each error', async () => {
      const source = await two();
      put(textBoxes(source)[1]! as never, 'Who reads this?');
      await settled(source);
      const { value } = source;
      const widget = await two();
      widget.value = value;
      await settled(widget);
      expect(openBoxes(widget)).to.eql([false, true]);
      put(textBoxes(widget)[0]! as never, 'a'.repeat(281));
      await settled(widget);
      expect(openBoxes(widget)).to.eql([true, true]);
    });

    it('that is closed again in the next attempt', async () => {
      const widget = await two();
      await activate(widget, 'Write a question');
      await type(textBoxes(widget)[0]!, 'Why Tuesdays?');
      await settled(widget);
      textBoxes(widget)[0]!.blur();
      widget.reset();
      await settled(widget);
      expect(openBoxes(widget)).to.eql([false, false]);
    });

    it('that cannot be opened in a read-only card', async () => {
      const widget = await two({ readonly: '' });
      expect([openBoxes(widget), canWrite(widget)]).to.eql([[false, false], []]);
    });

    it('that is on the page of its topic', async () => {
      const widget = await two({ layout: 'paged' });
      expect([radioGroups(widget).length, canWrite(widget)]).to.eql([1, [true]]);
      await activate(widget, 'Next');
      expect([radioGroups(widget).length, canWrite(widget)]).to.eql([2, [true]]);
      await choose(widget, 0, 'Not clear');
      expect(openBoxes(widget)).to.eql([true]);
      await type(textBoxes(widget)[0]!, 'Who reads this?');
      await choose(widget, 0, 'Clear');
      await activate(widget, 'Back');
      await activate(widget, 'Next');
      expect([openBoxes(widget), textBoxes(widget)[0]!.value]).to.eql([[true], 'Who reads this?']);
    });

    it('and nothing above the list of questions moves when the list appears', async () => {
      const widget = await two();
      await choose(widget, 0, 'Partly clear');
      const top = (): number => textBoxes(widget)[0]!.getBoundingClientRect().top + scrollY;
      const before = top();
      await type(textBoxes(widget)[0]!, 'Why Tuesdays?');
      await settled(widget);
      expect(inside(widget, '[part=agenda]').length).to.equal(1);
      expect(top()).to.equal(before);
    });
  });

  it('accepts up to five of the person\'s own questions, and removes one again', async () => {
    const widget = await purpose();
    await activate(widget, 'Write a question');
    expect(textBoxes(widget).length).to.equal(1);
    for (let count = 2; count <= 5; count++) {
      // As on the way to the button. Without it, this would be a repeated press of the same key.
      await press('Tab');
      button(widget, 'Add a question').focus();
      await press('Enter');
      await settled(widget);
      expect(textBoxes(widget).length).to.equal(count);
      expect(focused() === textBoxes(widget).at(-1)).to.equal(true);
    }
    expect(buttons(widget)).not.to.contain('Add a question');
    for (const [at, box] of textBoxes(widget).entries()) {
      put(box as never, `question ${at}`);
      await settled(widget);
    }
    inside<HTMLButtonElement>(widget, '[part~=remove]')[1]!.click();
    await settled(widget);
    expect(textBoxes(widget).map(({ value }) => value)).to.eql([0, 2, 3, 4].map((n) => `question ${n}`));
    expect(buttons(widget)).to.contain('Add a question');
    expect(!!widget.shadowRoot!.activeElement).to.equal(true);
  });

  it('makes an agenda of the ticked and written questions, the chosen one first, and gives it to the host', async () => {
    const widget = await purpose();
    const kept = keeps(widget);
    await choose(widget, 0, 'Not clear');
    await tick(widget, starter);
    await type(textBoxes(widget)[0]!, 'Why Tuesdays?');
    await settled(widget);
    const firsts = ticks(widget).filter((box) => labelOf(box) === 'Ask this first');
    expect(firsts.length).to.equal(2);
    firsts[1]!.click();
    await settled(widget);
    const lines = inside(widget, '[part~=agenda] li').map((line) => line.textContent!.trim());
    expect(lines).to.eql(['Why Tuesdays? (first)', starter]);
    await send(widget);
    expect(kept[0]!.agenda).to.eql([
      { item: 'q-purpose', at: [0], text: 'Why Tuesdays?', first: true },
      { item: 'b01-ask', text: starter, first: false },
    ]);
    expect(inside(widget, '[part~=agenda] li').length).to.equal(2);
    await expect(widget).to.be.accessible();
  });

  it('gives no agenda if there is no question', async () => {
    const widget = await purpose();
    const kept = keeps(widget);
    await choose(widget, 0, 'Clear');
    expect(inside(widget, '[part~=agenda]').length).to.equal(0);
    await send(widget);
    expect(kept[0]!.agenda).to.eql([]);
  });

  it('keeps the later "ask first" when a question that was chosen before is shown again', async () => {
    const widget = await mount(tag, { attributes: { topics: 'purpose dialogue' } });
    const first = (nth: number): HTMLInputElement => ticks(widget).filter((box) => labelOf(box) === 'Ask this first')[nth]!;
    const other = 'What should I do if something you say does not sit well with me?';
    await choose(widget, 0, 'Not clear');
    await choose(widget, 1, 'Not clear');
    await tick(widget, starter);
    first(0).click();
    await settled(widget);
    await tick(widget, starter); // no longer asked, so its "ask first" is hidden
    await tick(widget, other);
    first(0).click();
    await settled(widget);
    await tick(widget, starter);
    const firsts = widget.value!.answers.filter(({ item }) => item.endsWith('first')).map(({ item }) => item);
    expect(firsts).to.eql(['b02-first']);
  });

  it('has one question to ask first: a new choice replaces the old one', async () => {
    const widget = await purpose();
    await choose(widget, 0, 'Not clear');
    const boxes = (): HTMLInputElement[] => inside<HTMLInputElement>(widget, '[part~=options].tick input');
    boxes()[0]!.click();
    await type(textBoxes(widget)[0]!, 'Why Tuesdays?');
    await settled(widget);
    const [, ofStarter, ofOwn] = boxes();
    ofStarter!.click();
    await settled(widget);
    ofOwn!.click();
    await settled(widget);
    expect([ofStarter!.checked, ofOwn!.checked]).to.eql([false, true]);
    expect(read(widget)).to.contain('Suggested');
  });

  it('shows the text of last time\'s question if its item was left blank', async () => {
    const widget = await mount(tag, { attributes: { topics: 'purpose', 'last-questions': '["Why Tuesdays?"]' } });
    await activate(widget, 'Send');
    expect(inside(widget, '[part~=summary]')[0]!.textContent).to.contain('Last time you asked: Why Tuesdays?');
    expect(read(widget)).not.to.contain('{');
  });

  it('reports last questions that are no list', async () => {
    const errors = hear(document, 'attune-error');
    await mount(tag, { attributes: { 'last-questions': 'Why Tuesdays?' } });
    expect(errors.map(({ detail }) => detail.code)).to.eql(['bad-last-questions']);
  });

  it('reports once a last question that is no text, and asks about the others', async () => {
    const errors = hear(document, 'attune-error');
    const widget = await mount(tag, { attributes: { 'last-questions': '["Why Tuesdays?", 7]' } });
    await choose(widget, 0, 1);
    expect(errors.map(({ detail }) => detail.code)).to.eql(['bad-last-questions']);
    expect(read(widget)).to.contain('Last time you asked: Why Tuesdays?');
    const next = await mount(tag, { properties: { lastQuestions: ['Why Tuesdays?', null] } });
    expect(read(next)).to.contain('Last time you asked: Why Tuesdays?');
    expect(errors.length).to.equal(2);
  });

  it('offers no printing and no copying of the questions on a shared device', async () => {
    const widget = await mount(tag, { attributes: { topics: 'purpose', privacy: 'shared' } });
    await activate(widget, 'Write a question');
    await type(textBoxes(widget)[0]!, 'Why Tuesdays?');
    await settled(widget);
    expect(inside(widget, '[part=agenda]').length).to.equal(1);
    expect(inside(widget, '[part=agenda] button').length).to.equal(0);
  });

  it('prints the agenda with space to write', async () => {
    const widget = await purpose();
    await activate(widget, 'Write a question');
    await type(textBoxes(widget)[0]!, 'Why Tuesdays?');
    await settled(widget);
    const [page] = await printed(() => inside<HTMLButtonElement>(widget, '[part=agenda-print]')[0]!.click());
    expect(page).to.contain('What I want to ask').and.to.contain('1. Why Tuesdays?');
    expect(page).not.to.contain('What we are working on');
  });

  it('copies the agenda, and says so', async () => {
    const widget = await purpose();
    await activate(widget, 'Write a question');
    await type(textBoxes(widget)[0]!, 'Why Tuesdays?');
    await settled(widget);
    const copied: string[] = [];
    const own = Object.getOwnPropertyDescriptor(Navigator.prototype, 'clipboard');
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: (text: string) => (copied.push(text), Promise.resolve()) },
    });
    inside<HTMLButtonElement>(widget, '[part=agenda-copy]')[0]!.click();
    await settled(widget);
    Reflect.deleteProperty(navigator, 'clipboard');
    expect(Object.getOwnPropertyDescriptor(Navigator.prototype, 'clipboard')).to.eql(own);
    expect(copied[0]).to.contain('1. Why Tuesdays?');
    expect(inside(widget, '[part~=agenda] [role=status]')[0]!.textContent).to.equal('Copied.');
  });

  it('has the host’s own words in the agenda, on paper too', async () => {
    const strings = { 'boundary.agenda': 'Meine Fragen', 'boundary.agendaFirst': '{text} (zuerst)', print: 'Drucken', 'boundary.agendaCopy': 'Fragen kopieren', copy: 'Kopie behalten' };
    const widget = await mount(tag, { attributes: { topics: 'purpose' }, properties: { strings } });
    await activate(widget, 'Write a question');
    await type(textBoxes(widget)[0]!, 'Why Tuesdays?');
    await settled(widget);
    ticks(widget).at(-1)!.click();
    await settled(widget);
    const words = inside(widget, '[part~=agenda]')[0]!.textContent!.replace(/\s+/g, ' ').trim();
    expect(words).to.equal('Meine Fragen Why Tuesdays? (zuerst) Drucken Fragen kopieren');
    expect(buttons(widget)).to.contain('Kopie behalten');
    const [page] = await printed(() => button(widget, 'Drucken').click());
    expect(page).to.contain('Meine Fragen').and.to.contain('1. Why Tuesdays? (zuerst)');
  });

  it('says that it did not copy if the browser refused', async () => {
    const widget = await purpose();
    await activate(widget, 'Write a question');
    await type(textBoxes(widget)[0]!, 'Why Tuesdays?');
    await settled(widget);
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: () => Promise.reject(new Error('not allowed')) },
    });
    const lost: unknown[] = [];
    const note = (event: PromiseRejectionEvent): void => (event.preventDefault(), void lost.push(event.reason));
    window.addEventListener('unhandledrejection', note);
    inside<HTMLButtonElement>(widget, '[part=agenda-copy]')[0]!.click();
    await settled(widget);
    await new Promise((done) => setTimeout(done, 20));
    window.removeEventListener('unhandledrejection', note);
    Reflect.deleteProperty(navigator, 'clipboard');
    expect(lost.length).to.equal(0);
    expect(inside(widget, '[part~=agenda] [role=status]')[0]!.textContent).to.equal('Not copied. You can select the words and copy them.');
  });

  describe('with the questions of last time', () => {
    it('asks whether each was answered, and records both', async () => {
      const widget = await mount(tag, {
        attributes: { topics: 'purpose', 'last-questions': '["Why Tuesdays?", "What now?"]' },
      });
      const kept = keeps(widget);
      option(question(widget, 'Last time you asked: What now?'), 'Partly').click();
      await settled(widget);
      expect(question(widget, 'Last time you asked: Why Tuesdays?')).to.be.instanceOf(HTMLFieldSetElement);
      await send(widget);
      expect(kept[0]!.response.answers).to.deep.include.members([
        { item: 'last-question', at: [1], state: 'answered', values: ['What now?'] },
        { item: 'last-answered', at: [1], state: 'answered', values: ['partly'] },
      ]);
    });

    it('accepts them as a property, and others later', async () => {
      const widget = await purpose();
      Object.assign(widget, { lastQuestions: ['One?'] });
      await settled(widget);
      expect(read(widget)).to.contain('Last time you asked: One?');
      Object.assign(widget, { lastQuestions: ['Two?', 'Three?'] });
      await settled(widget);
      expect(read(widget)).to.contain('Two?').and.to.contain('Three?').and.not.to.contain('One?');
    });
  });

  it('records the version of the clinic\'s words and the topics', async () => {
    const widget = await mount(tag, { attributes: { topics: 'purpose cost', 'policy-version': '2026-11' } });
    await choose(widget, 0, 'Clear');
    expect(widget.value!.instrument.options).to.include({ topics: 'purpose cost', policy: '2026-11' });
  });

  it('does not cut a question that is too long, and says what to do', async () => {
    const widget = await purpose();
    const kept = keeps(widget);
    await choose(widget, 0, 'Clear');
    const long = 'a'.repeat(281);
    put(textBoxes(widget)[0]! as never, long);
    await settled(widget);
    await send(widget);
    expect(kept.length).to.equal(0);
    expect(textBoxes(widget)[0]!.value).to.equal(long);
    expect(inside(widget, '[part~=error-summary]')[0]!.textContent).to.contain('Use at most 280 characters.');
    expect(textBoxes(widget)[0]!.getAttribute('aria-invalid')).to.equal('true');
  });

  it('asks how clear each item is in separate radiogroups', async () => {
    expect(radioGroups(await mount(tag)).length).to.equal(5);
  });
});
