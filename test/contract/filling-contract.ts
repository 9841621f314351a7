import { expect } from '@open-wc/testing';
import type { AttuneQuestionnaire } from '../../src/elements/questionnaire/questionnaire.ts';
import { stopClock } from '../elements/fixtures/clock.ts';
import { has, hear, keeps, mount, place } from '../elements/fixtures/host.ts';
import {
  activate, button, buttons, chosenIn, choose, chooseAll, click, fillByKeyboard, focused, focusIsOn, heard, inside, legendOf,
  labelOf, oneInside, option, press, radioGroups, radiosOf, read, send, sendButton, settled, textBoxes,
} from '../elements/fixtures/person.ts';
import type { Subject } from './subject.ts';

const MINUTE = 60_000;
const DISCLOSURE = { who: 'Your therapist', when: 'before Friday', kept: "in your clinic's records" };

/** What a person can do while filling in any questionnaire. */
export function fillingContract(subject: Subject): void {
  const { tag } = subject;
  const placed = (attributes: Record<string, string> = {}, children?: string): Promise<AttuneQuestionnaire> =>
    mount(tag, {
      ...subject,
      attributes: { ...subject.attributes, ...attributes },
      ...(children !== undefined && { children }),
    });
  /** A paged questionnaire, with a question with radios on the first page. */
  const paged = async (attributes: Record<string, string> = {}): Promise<AttuneQuestionnaire> => {
    const widget = await placed({ layout: 'paged', ...attributes });
    await subject.begin?.(widget);
    return widget;
  };
  const answerAll = async (widget: HTMLElement): Promise<void> => {
    await chooseAll(widget);
    await subject.rest?.(widget);
  };
  /** The texts of the questions on the page. */
  const lines = (widget: Element): string[] => inside(widget, '[part~=legend]').map((line) => line.textContent!.trim());
  const summary = (widget: Element): HTMLElement | undefined => inside<HTMLElement>(widget, '[part~=summary]')[0];

  describe(`<${tag}> for the person who fills it in`, () => {
    it('can be filled in and sent by keyboard alone', async () => {
      const widget = await placed();
      const kept = keeps(widget);
      await fillByKeyboard(widget);
      if (!kept.length) await fillByKeyboard(widget, { again: true });
      const answered = kept[0]!.response.answers.filter(({ state }) => state === 'answered');
      expect(answered.length).to.be.at.least(radioGroups(await placed()).length);
      expect(has(widget, 'saved')).to.equal(true);
    });

    it('accepts a click on the text of an option, and on its circle', async () => {
      const widget = await placed();
      const [group] = radioGroups(widget);
      const [low, next] = radiosOf(group!);
      await click(low!.labels![0]!, 'start');
      await settled(widget);
      expect(chosenIn(group!)).to.eql([labelOf(low!)]);
      await click(next!);
      await settled(widget);
      expect(chosenIn(group!)).to.eql([labelOf(next!)]);
    });

    it('has no chosen option at the beginning', async () => {
      const widget = await placed();
      expect(inside<HTMLInputElement>(widget, 'input').filter(({ checked }) => checked).length).to.equal(0);
      expect(widget.value).to.equal(null);
    });

    it('can undo every answer, and stays at the question', async () => {
      const widget = await placed();
      await choose(widget, 0, 1);
      const clear = button(widget, 'Undo');
      expect(clear.getAttribute('aria-describedby')).to.equal(radioGroups(widget)[0]!.id);
      clear.focus();
      await press('Enter');
      await settled(widget);
      expect(widget.value).to.equal(null);
      expect(chosenIn(radioGroups(widget)[0]!)).to.eql([]);
      focusIsOn(radioGroups(widget)[0]!.querySelector('[part=legend]'));
    });

    it('chooses nothing when the key that undid an answer is pressed again', async () => {
      const widget = await placed();
      await choose(widget, 0, 1);
      button(widget, 'Undo').focus();
      for (const key of ['Space', 'Space']) await press(key);
      await settled(widget);
      expect(widget.value).to.equal(null);
      await press('Tab');
      focusIsOn(radiosOf(radioGroups(widget)[0]!)[0]);
    });

    it('shows the progress in words', async () => {
      const widget = await placed();
      const progress = oneInside<HTMLProgressElement>(widget, 'progress');
      const [, total] = /0 of (\d+) answered/.exec(read(widget))!;
      await choose(widget, 0, 1);
      expect(read(widget)).to.contain(`1 of ${total} answered`);
      expect([progress.value, progress.max]).to.eql([1, Number(total)]);
      const name = oneInside(widget, `[id="${progress.getAttribute('aria-labelledby')}"]`);
      expect(name.textContent).to.equal(`1 of ${total} answered`);
    });

    it('counts an item that was left out as done', async () => {
      // A list without its own wording offers it only if every item is required.
      let widget = await placed();
      const leaveOut = (): HTMLInputElement => inside<HTMLInputElement>(widget, '[role=radiogroup] [part~=leave-out] input')[0]!;
      if (!leaveOut()) widget = await placed({ required: '' });
      leaveOut().click();
      await settled(widget);
      expect(read(widget)).to.match(/1 of \d+ answered/);
      expect(widget.value!.answers[0]!.state).not.to.equal('answered');
    });

    it('shows once which items are blank, with links to them, and sends at the second press', async () => {
      const widget = await placed();
      const kept = keeps(widget);
      await choose(widget, 0, 1);
      expect(has(widget, 'incomplete')).to.equal(true);
      sendButton(widget).click();
      await settled(widget);
      expect(kept.length).to.equal(0);
      focusIsOn(summary(widget));
      const links = [...summary(widget)!.querySelectorAll('a')];
      expect(summary(widget)!.textContent).to.contain(`You left ${links.length} questions blank. You can send it like this.`);
      expect(inside(widget, '[aria-invalid=true]').length).to.equal(0);
      expect(links.map((link) => link.textContent)).not.to.include(legendOf(radioGroups(widget)[0]!));
      links[0]!.focus();
      await press('Enter');
      await settled(widget);
      focusIsOn(firstOf(widget, links[0]!.textContent));
      sendButton(widget).click();
      await settled(widget);
      expect(kept.length).to.equal(1);
    });

    it('when required, sends nothing before each item is answered or left out', async () => {
      const widget = await placed({ required: '' });
      const kept = keeps(widget);
      sendButton(widget).click();
      await settled(widget);
      expect(kept.length).to.equal(0);
      const box = summary(widget)!;
      focusIsOn(box);
      const { length: count } = box.querySelectorAll('a');
      expect(box.textContent).to.contain(`Please look at these ${count} questions before you send`);
      // Above the questions: a person reads on from there.
      expect(box.compareDocumentPosition(radioGroups(widget)[0]!)).to.equal(Node.DOCUMENT_POSITION_FOLLOWING);
      const groups = radioGroups(widget);
      const invalid = groups.filter((group) => group.getAttribute('aria-invalid') === 'true');
      expect(invalid.map(legendOf)).to.eql(groups.map(legendOf));
      for (const group of groups) {
        const error = group.querySelector('[part~=error]')!;
        // It names a way out too.
        const leaveOut = labelOf(radiosOf(group).find((radio) => radio.closest('[part~=leave-out]'))!);
        expect(error.textContent).to.equal(`Choose one, or “${leaveOut}”.`);
        // A screen reader reads it once: with the group, and not with each of its options.
        expect(group.getAttribute('aria-describedby')!.split(' ')[0]).to.equal(error.id);
        expect(radiosOf(group).filter((radio) => radio.hasAttribute('aria-describedby'))).to.eql([]);
        expect(group.getAttribute('aria-required')).to.equal('true');
      }
      const link = [...box.querySelectorAll('a')].find(({ textContent }) => textContent === legendOf(groups[1]!))!;
      await click(link);
      await settled(widget);
      focusIsOn(radiosOf(groups[1]!)[0]);
      const [first] = radioGroups(widget);
      radiosOf(first!).at(-1)!.click();
      await settled(widget);
      expect(first!.getAttribute('aria-invalid')).not.to.equal('true');
      const gone = first!.querySelector('[part~=error]')!;
      expect(getComputedStyle(gone).visibility).to.equal('hidden');
      expect(first!.getAttribute('aria-describedby') ?? '').not.to.contain(gone.id);
    });

    it('when required, accepts items that are left out', async () => {
      const widget = await placed({ required: '' });
      const kept = keeps(widget);
      for (const group of radioGroups(widget)) {
        radiosOf(group).at(-1)!.click();
        await settled(widget);
      }
      for (const box of inside<HTMLInputElement>(widget, '[part~=leave-out] [type=checkbox]')) {
        box.click();
        await settled(widget);
      }
      await send(widget);
      expect(kept.length).to.equal(1);
      expect(kept[0]!.response.answers.every(({ state }) => state !== 'answered')).to.equal(true);
    });

    it('shows what is missing when a script calls reportValidity()', async () => {
      const widget = await placed({ required: '' });
      expect(widget.checkValidity()).to.equal(false);
      expect(!!summary(widget)).to.equal(false);
      expect(widget.reportValidity()).to.equal(false);
      await settled(widget);
      focusIsOn(summary(widget));
    });

    it('shows the answers again before sending, if the host sets review', async () => {
      const widget = await placed({ review: '' });
      const kept = keeps(widget);
      await answerAll(widget);
      const first = chosenIn(radioGroups(widget)[0]!)[0]!;
      expect(buttons(widget)).to.contain('Look at my answers');
      await activate(widget, 'Look at my answers');
      expect(kept.length).to.equal(0);
      expect(oneInside(widget, '#title').textContent).to.equal('Your answers');
      focusIsOn(oneInside(widget, '#title'));
      expect(oneInside(widget, '[part~=answers]').textContent).to.contain(first);
      await activate(widget, 'Go back and change');
      expect(chosenIn(radioGroups(widget)[0]!)).to.eql([first]);
      await activate(widget, 'Look at my answers');
      await activate(widget, 'Send');
      expect(kept.length).to.equal(1);
    });

    it('marks blank items in the review', async () => {
      const widget = await placed({ review: '' });
      await choose(widget, 0, 1);
      await activate(widget, 'Look at my answers');
      if (inside(widget, '[part~=answers]').length === 0) await activate(widget, 'Look at my answers');
      expect(oneInside(widget, '[part~=answers]').textContent).to.contain('Left blank');
    });

    it('erases everything after the person confirms it', async () => {
      const widget = await placed();
      await choose(widget, 0, 1);
      await activate(widget, 'Stop and erase');
      const title = oneInside(widget, '#title');
      focusIsOn(title);
      expect(title.textContent).to.equal('Erase your answers? They cannot be brought back.');
      await activate(widget, 'Keep them');
      expect(chosenIn(radioGroups(widget)[0]!).length).to.equal(1);
      await activate(widget, 'Stop and erase');
      await activate(widget, 'Erase');
      expect(heard(widget)).to.equal('Erased. Nothing was sent.');
      expect(widget.value).to.equal(null);
      expect(radioGroups(widget).length).to.equal(0);
      await activate(widget, 'Start again');
      expect(chosenIn(radioGroups(widget)[0]!)).to.eql([]);
    });

    it('erases a value of the host too', async () => {
      const one = await placed();
      await choose(one, 0, 1);
      const widget = await placed();
      widget.value = one.value;
      await settled(widget);
      await activate(widget, 'Stop and erase');
      await activate(widget, 'Erase');
      expect(widget.value).to.equal(null);
    });

    it('says that something may have arrived, if the erased answers were sent before', async () => {
      const sent = await placed();
      const kept = keeps(sent);
      await choose(sent, 0, 1);
      await send(sent);
      const widget = await placed();
      widget.value = kept[0]!.response;
      await settled(widget);
      await activate(widget, 'Stop and erase');
      await activate(widget, 'Erase');
      expect(read(widget)).to.contain('What you sent before may have arrived.');
    });

    it('hides its content at once for a person who is not alone, and shows it again unchanged', async () => {
      const widget = await placed({ 'quick-hide': '' });
      await choose(widget, 0, 1);
      await activate(widget, 'Hide this');
      expect(read(widget)).to.equal('Show');
      expect(widget.offsetHeight).to.be.below(120);
      focusIsOn(button(widget, 'Show'));
      await press('Enter');
      await settled(widget);
      expect(chosenIn(radioGroups(widget)[0]!).length).to.equal(1);
    });

    it('has a button to hide only if the host sets quick-hide', async () => {
      expect(buttons(await placed())).not.to.contain('Hide this');
    });

    it('shows a readonly record, and neither keys nor mouse change it', async () => {
      const one = await placed();
      await choose(one, 0, 1);
      const value = one.value!;
      const widget = await placed({ readonly: '' });
      widget.value = value;
      await settled(widget);
      const [group] = radioGroups(widget);
      await click(radiosOf(group!)[0]!);
      await settled(widget);
      radiosOf(group!)[1]!.focus();
      await press('ArrowDown');
      await settled(widget);
      radiosOf(radioGroups(widget)[1]!)[0]!.focus();
      await press('Space');
      await settled(widget);
      expect(widget.value).to.eql(value);
      expect(chosenIn(group!)).to.eql([labelOf(radiosOf(group!)[1]!)]);
      expect(chosenIn(radioGroups(widget)[1]!)).to.eql([]);
      expect(group!.getAttribute('aria-readonly')).to.equal('true');
      expect(textBoxes(widget).every((box) => box.readOnly)).to.equal(true);
      for (const change of ['Undo', 'Stop and erase', 'Add a question']) expect(buttons(widget)).not.to.contain(change);
    });

    it('accepts no answer while it is disabled, and sends nothing', async () => {
      const widget = await placed({ disabled: '' });
      const kept = keeps(widget);
      await click(radiosOf(radioGroups(widget)[0]!)[0]!);
      await click(sendButton(widget));
      await settled(widget);
      expect(widget.value).to.equal(null);
      expect(kept.length).to.equal(0);
      expect(await widget.submit()).to.equal('incomplete');
      widget.removeAttribute('disabled');
      await settled(widget);
      await click(radiosOf(radioGroups(widget)[0]!)[0]!);
      await settled(widget);
      expect(widget.value!.answers.length).to.equal(1);
    });

    it('erases nothing while it is disabled', async () => {
      const widget = await placed();
      await choose(widget, 0, 1);
      widget.disabled = true;
      await settled(widget);
      const erase = inside<HTMLButtonElement>(widget, '[part~=erase]')[0];
      expect(erase === undefined || erase.disabled).to.equal(true);
    });
  });

  describe(`<${tag}> with pages`, () => {
    it('shows three questions a page, turns pages in both directions, and shows the page number', async () => {
      const widget = await paged();
      const pages = hear(document, 'attune-page');
      expect(lines(widget).length).to.be.within(1, 3);
      const first = lines(widget);
      expect(buttons(widget)).not.to.contain('Back');
      await activate(widget, 'Next');
      expect(pages.at(-1)!.detail.page).to.equal(2);
      expect(read(widget)).to.match(/Page 2 of \d/);
      expect(focused()!.textContent).to.match(/Page 2 of \d/);
      expect(lines(widget)).not.to.eql(first);
      await activate(widget, 'Back');
      expect(lines(widget)).to.eql(first);
      expect(pages.map(({ detail }) => detail.page)).to.eql([2, 1]);
      expect(pages[0]!.detail.pages).to.be.above(1);
    });

    it('keeps the answers of the other pages, and can be sent from each page with an answer', async () => {
      const widget = await paged();
      const kept = keeps(widget);
      const before = widget.value?.answers.length ?? 0;
      if (!before) expect(inside(widget, '[part~=submit]').length).to.equal(0);
      await choose(widget, 0, 1);
      const [first] = radioGroups(widget).map(legendOf);
      do await activate(widget, 'Next');
      while (!radioGroups(widget).length);
      await choose(widget, 0, 0);
      do await activate(widget, 'Back');
      while (radioGroups(widget).map(legendOf)[0] !== first);
      expect(chosenIn(radioGroups(widget)[0]!).length).to.equal(1);
      await send(widget);
      expect(kept[0]!.response.answers.length).to.equal(before + 2);
    });

    it('links from the summary to an item on another page', async () => {
      const widget = await paged({ required: '' });
      await choose(widget, 0, 1);
      sendButton(widget).click();
      await settled(widget);
      const links = [...summary(widget)!.querySelectorAll('a')];
      const last = links.at(-1)!;
      const to = last.textContent;
      last.click();
      await settled(widget);
      focusIsOn(firstOf(widget, to));
      expect(focused()!.closest('[part~=item]')!.querySelectorAll('[part~=error]').length).to.equal(1);
    });

    it('offers to skip an item, which a list of all items does not need', async () => {
      const list = await placed();
      expect(radioGroups(list).some((group) => radiosOf(group).map(labelOf).includes('Skip this one'))).to.equal(false);
      const widget = await paged();
      const group = radioGroups(widget)[0]!;
      option(group, 'Skip this one').click();
      await settled(widget);
      expect(widget.value!.answers.at(-1)!.state).to.equal('declined');
    });

    it('can be filled in and sent by keyboard alone', async () => {
      const widget = await placed({ layout: 'paged' });
      const kept = keeps(widget);
      await fillByKeyboard(widget);
      if (!kept.length) await fillByKeyboard(widget, { again: true });
      expect(kept[0]!.response.answers.length).to.be.above(0);
    });
  });

  describe(`<${tag}> on a device that others use`, () => {
    it('warns after four minutes without activity, and erases after five', async () => {
      const clock = stopClock();
      const widget = await placed({ privacy: 'shared' });
      await choose(widget, 0, 1);
      await clock.pass(4 * MINUTE - 1);
      await settled(widget);
      expect(inside(widget, '[role=alert]').length).to.equal(0);
      await clock.pass(1);
      await settled(widget);
      expect(oneInside(widget, '[role=alert]').textContent).to.contain('Are you still there?');
      await clock.pass(MINUTE);
      await settled(widget);
      expect(widget.value).to.equal(null);
      expect(heard(widget)).to.equal('Erased. Nothing was sent.');
    });

    it('erases again: also answers that the host sets after the first time', async () => {
      const clock = stopClock();
      const other = await placed();
      await choose(other, 0, 1);
      const { value } = other;
      const widget = await placed({ privacy: 'shared' });
      await choose(widget, 0, 1);
      await clock.pass(5 * MINUTE);
      await settled(widget);
      Object.assign(widget, { value });
      await settled(widget);
      expect(widget.value).to.eql(value);
      await clock.pass(5 * MINUTE);
      await settled(widget);
      expect(widget.value).to.equal(null);
    });

    it('gives more time to a person who presses the button, and keeps their place', async () => {
      const clock = stopClock();
      const widget = await placed({ privacy: 'shared', 'idle-minutes': '2' });
      await choose(widget, 0, 1);
      await clock.pass(MINUTE);
      await settled(widget);
      button(widget, 'I am still here').focus();
      await press('Enter');
      await settled(widget);
      expect(inside(widget, '[role=alert]').length).to.equal(0);
      expect(!!widget.shadowRoot!.activeElement).to.equal(true);
      await clock.pass(MINUTE - 1);
      await settled(widget);
      expect(widget.value!.answers.length).to.equal(1);
      await clock.pass(MINUTE + 1);
      await settled(widget);
      expect(widget.value).to.equal(null);
    });

    it('counts a click without pointer events as activity, as assistive tools send it', async () => {
      const clock = stopClock();
      const widget = await placed({ privacy: 'shared' });
      await choose(widget, 0, 1);
      await clock.pass(4 * MINUTE);
      await settled(widget);
      button(widget, 'I am still here').click();
      await settled(widget);
      expect(inside(widget, '[role=alert]').length).to.equal(0);
      await clock.pass(3 * MINUTE);
      await settled(widget);
      expect(widget.value!.answers.length).to.equal(1);
    });

    it('leaves the focus elsewhere on the page when it erases', async () => {
      const clock = stopClock();
      const widget = await placed({ privacy: 'shared' });
      const other = document.createElement('input');
      widget.after(other);
      await choose(widget, 0, 1);
      other.focus();
      await clock.pass(5 * MINUTE);
      await settled(widget);
      expect(widget.value).to.equal(null);
      focusIsOn(other);
    });

    it('continues to count when the host moves it, and does not erase if there is nothing', async () => {
      const clock = stopClock();
      const widget = await placed({ privacy: 'shared' });
      await clock.pass(9 * MINUTE);
      await settled(widget);
      expect(read(widget)).not.to.contain('Erased');
      await choose(widget, 0, 1);
      (await place()).append(widget);
      await settled(widget);
      await clock.pass(5 * MINUTE);
      await settled(widget);
      expect(widget.value).to.equal(null);
    });

    const startAgain = async (widget: AttuneQuestionnaire): Promise<void> => {
      button(widget, 'Start again').click();
      await settled(widget);
    };

    it('is blank when the device was asleep for longer', async () => {
      const clock = stopClock();
      const widget = await placed({ privacy: 'shared' });
      await choose(widget, 0, 1);
      await clock.sleep(4 * MINUTE);
      document.dispatchEvent(new Event('visibilitychange'));
      await settled(widget);
      expect(widget.value!.answers.length).to.equal(1);
      await clock.sleep(2 * MINUTE);
      document.dispatchEvent(new Event('visibilitychange'));
      await settled(widget);
      expect(widget.value).to.equal(null);
      await startAgain(widget);
      await choose(widget, 0, 1);
      await clock.sleep(6 * MINUTE);
      await clock.pass(10_000);
      await settled(widget);
      expect(widget.value).to.equal(null);
      await startAgain(widget);
      await choose(widget, 0, 1);
      await clock.sleep(6 * MINUTE);
      widget.dispatchEvent(new MouseEvent('click'));
      await settled(widget);
      expect(widget.value).to.equal(null);
    });

    it('is blank when the page comes back from the back-forward cache', async () => {
      const widget = await placed({ privacy: 'shared' });
      await choose(widget, 0, 1);
      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      await settled(widget);
      expect(widget.value).to.equal(null);
      const untimed = await placed({ privacy: 'shared', 'idle-minutes': '0' });
      await choose(untimed, 0, 1);
      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      expect(untimed.value).to.equal(null);
      const own = await placed();
      await choose(own, 0, 1);
      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      expect(own.value === null).to.equal(!!subject.memoryOnly);
    });

    it('offers no copy and shows no result', async () => {
      const widget = await placed({ privacy: 'shared', result: 'words' });
      keeps(widget);
      await chooseAll(widget);
      expect(buttons(widget)).not.to.contain('Keep a copy');
      await send(widget);
      expect(has(widget, 'saved')).to.equal(true);
      expect(buttons(widget)).not.to.contain('Keep a copy');
      expect(inside(widget, '[part~=result], [part~=course]').length).to.equal(0);
    });

    it('is blank for the next person without a warning, after the host has saved the record', async () => {
      const clock = stopClock();
      const widget = await placed({ privacy: 'shared' });
      keeps(widget);
      await choose(widget, 0, 1);
      await send(widget);
      await clock.pass(4.5 * MINUTE);
      await settled(widget);
      expect(inside(widget, '[role=alert]').length).to.equal(0);
      await clock.pass(MINUTE);
      await settled(widget);
      expect(has(widget, 'saved')).to.equal(false);
      expect(chosenIn(radioGroups(widget)[0]!)).to.eql([]);
      expect(read(widget)).not.to.contain('Erased');
    });

    it('removes sent answers from the screen after the same time', async () => {
      const clock = stopClock();
      const widget = await placed({ privacy: 'shared' });
      hear(document, 'attune-submit');
      await choose(widget, 0, 1);
      await send(widget);
      expect(has(widget, 'sent')).to.equal(true);
      await clock.pass(5 * MINUTE);
      await settled(widget);
      expect(widget.value).to.equal(null);
    });
  });

  describe(`<${tag}> says who will see the answers`, () => {
    it('before sending, in the record, and after saving', async () => {
      const widget = await placed(DISCLOSURE);
      const kept = keeps(widget);
      const words = "Who sees this: Your therapist, before Friday. Kept: in your clinic's records.";
      expect(oneInside(widget, '[part~=who-sees]').textContent).to.contain(words);
      await choose(widget, 0, 1);
      await send(widget);
      expect(kept[0]!.response.disclosure).to.equal(words);
      expect(heard(widget)).to.equal('Saved. Who sees this: Your therapist, before Friday.');
    });

    it('in the host\'s own words, which the record contains', async () => {
      const widget = await placed({}, '<p slot="crisis">112</p><span slot="who-sees">Only <b>Dr May</b>.</span>');
      const kept = keeps(widget);
      await choose(widget, 0, 1);
      await send(widget);
      expect(kept[0]!.response.disclosure).to.equal('Only Dr May.');
    });

    it('or that the page does not say it', async () => {
      const widget = await placed();
      const kept = keeps(widget);
      expect(read(widget)).to.contain('This page does not say who will read your answers.');
      await choose(widget, 0, 1);
      await send(widget);
      expect(kept[0]!.response).not.to.have.property('disclosure');
    });
  });

  describe(`<${tag}> offers the person a copy`, () => {
    it('that shows their own answers, before sending and after saving', async () => {
      const widget = await placed();
      keeps(widget);
      await choose(widget, 0, 1);
      const first = chosenIn(radioGroups(widget)[0]!)[0]!;
      await activate(widget, 'Keep a copy');
      expect(oneInside(widget, '[part~=answers]').textContent).to.contain(first).and.to.contain('Left blank');
      await activate(widget, 'Close');
      await send(widget);
      await activate(widget, 'Keep a copy');
      expect(oneInside(widget, '[part~=answers]').textContent).to.contain(first);
    });

    it('as a text file', async () => {
      const widget = await placed();
      await choose(widget, 0, 1);
      const first = chosenIn(radioGroups(widget)[0]!)[0]!;
      await activate(widget, 'Keep a copy');
      const files: Blob[] = [];
      const { createObjectURL } = URL;
      const { click: follow } = HTMLAnchorElement.prototype;
      const names: string[] = [];
      URL.createObjectURL = (file: Blob) => (files.push(file), createObjectURL.call(URL, file));
      HTMLAnchorElement.prototype.click = function () {
        names.push(this.download);
      };
      button(widget, 'Save as a file').click();
      URL.createObjectURL = createObjectURL;
      HTMLAnchorElement.prototype.click = follow;
      expect(names[0]).to.match(/\.txt$/);
      const text = await files[0]!.text();
      expect(text).to.contain(`${legendOf(radioGroups(await placed())[0]!)}\n${first}`);
    });

    it('on paper, without the host page', async () => {
      const widget = await placed();
      await choose(widget, 0, 1);
      const first = chosenIn(radioGroups(widget)[0]!)[0]!;
      await activate(widget, 'Keep a copy');
      const pages = await printed(() => button(widget, 'Print').click());
      expect(pages.length).to.equal(1);
      expect(pages[0]).to.contain(first);
    });
  });
}

/** The first control of the question with this text. */
const firstOf = (widget: Element, words: string): Element | null | undefined =>
  inside(widget, '[part~=item]')
    .find((item) => item.querySelector('[part~=legend]')?.textContent!.trim() === words.trim())
    ?.querySelector('input,textarea');

/** The text of every page that `act` printed. */
export async function printed(act: () => void): Promise<string[]> {
  const pages: string[] = [];
  const own = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentWindow')!;
  Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', {
    ...own,
    get(this: HTMLIFrameElement) {
      const page = own.get!.call(this) as Window;
      page.print = () => void pages.push(page.document.body.innerText);
      return page;
    },
  });
  act();
  await new Promise((done) => setTimeout(done));
  Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', own);
  return pages;
}
