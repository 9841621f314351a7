import { expect } from '@open-wc/testing';
import type { AttuneQuestionnaire } from '../../src/elements/questionnaire/questionnaire.ts';
import { stopClock } from '../elements/fixtures/clock.ts';
import { hear, keepsLater, mount, place } from '../elements/fixtures/host.ts';
import {
  activate, button, buttons, chosenIn, choose, focusIsOn, inside, radioGroups, read, send, settled,
} from '../elements/fixtures/person.ts';
import { printed } from './filling-contract.ts';
import type { Subject } from './subject.ts';

const MINUTE = 60_000;

/** What a widget does not reveal, and what it says about a record that was sent. */
export function discretionContract(subject: Subject): void {
  const { tag } = subject;
  const placed = (attributes: Record<string, string> = {}, into?: Element): Promise<AttuneQuestionnaire> =>
    mount(tag, { ...subject, attributes: { ...subject.attributes, ...attributes }, ...(into && { into }) });
  const codes = (errors: CustomEvent<{ code: string }>[]): string[] => errors.map(({ detail }) => detail.code);

  describe(`<${tag}> after a form has sent its record`, () => {
    /** A form that a script sends, and every state that the widget gave to the browser. */
    const sentForm = async () => {
      const kept: string[] = [];
      const set = ElementInternals.prototype.setFormValue;
      ElementInternals.prototype.setFormValue = function (this: ElementInternals, ...given: Parameters<typeof set>) {
        if (typeof given[1] === 'string') kept.push(given[1]);
        set.apply(this, given);
      };
      const form = document.createElement('form');
      form.method = 'post';
      (await place()).append(form);
      const widget = await placed({}, form);
      await choose(widget, 0, 1);
      const sent: Record<string, string>[] = [];
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        sent.push(Object.fromEntries(new FormData(form)) as Record<string, string>);
      });
      form.requestSubmit();
      ElementInternals.prototype.setFormValue = set;
      return { widget, kept, record: JSON.parse(Object.values(sent[0]!)[0]!) as { id: string; completedAt: string } };
    };

    if (subject.memoryOnly) {
      it('the browser stores nothing of it', async () => {
        expect((await sentForm()).kept).to.eql([]);
      });
    } else it('the browser stores it as it was sent, and an edit after restoring makes a record that replaces it', async () => {
      const { kept, record } = await sentForm();
      expect(JSON.parse(kept.at(-1)!)).to.eql(record);
      const back = await placed();
      const host = back as unknown as { formStateRestoreCallback(state: string, mode: string): void };
      host.formStateRestoreCallback(kept.at(-1)!, 'restore');
      await settled(back);
      expect(back.value).to.eql(record);
      await choose(back, 0, 0);
      expect(back.value!.replaces).to.equal(record.id);
      expect(back.value!.id).not.to.equal(record.id);
    });

    it('erasing does not claim that nothing was sent, until the person starts again', async () => {
      const { widget } = await sentForm();
      await activate(widget, 'Stop and erase');
      await activate(widget, 'Erase');
      expect(read(widget)).to.contain('What you sent before may have arrived.');
      await activate(widget, 'Start again');
      await choose(widget, 0, 1);
      await activate(widget, 'Stop and erase');
      await activate(widget, 'Erase');
      expect(read(widget)).to.contain('Erased. Nothing was sent.');
    });
  });

  describe(`<${tag}> does not reveal`, () => {
    it('hidden content, whatever the host does in the meantime', async () => {
      const widget = await placed({ 'quick-hide': '', required: '' });
      await choose(widget, 0, 1);
      await activate(widget, 'Hide this');
      const record = widget.value;
      for (const act of [() => widget.reset(), () => (widget.value = record), () => void widget.submit()]) {
        act();
        await settled(widget);
        expect(read(widget)).to.equal('Show');
      }
      await activate(widget, 'Show');
      expect(chosenIn(radioGroups(widget)[0]!).length).to.equal(1);
    });

    it('hidden content on a shared device, also when it is erased', async () => {
      const clock = stopClock();
      const widget = await placed({ 'quick-hide': '', privacy: 'shared' });
      await choose(widget, 0, 1);
      await activate(widget, 'Hide this');
      await clock.pass(5 * MINUTE);
      await settled(widget);
      expect(read(widget)).to.equal('Show');
      expect(widget.value).to.equal(null);
    });

    it('printed answers: the sheet is removed with the answers', async () => {
      const widget = await placed();
      await choose(widget, 0, 1);
      await activate(widget, 'Keep a copy');
      await printed(() => button(widget, 'Print').click());
      widget.reset();
      await settled(widget);
      expect(inside(widget, 'iframe').length).to.equal(0);
    });

    it('missing answers, if a script only calls checkValidity()', async () => {
      const elsewhere = document.createElement('button');
      (await place()).append(elsewhere);
      const widget = await placed({ required: '' });
      elsewhere.focus();
      expect(widget.checkValidity()).to.equal(false);
      await settled(widget);
      expect(inside(widget, '[part~=summary]').length).to.equal(0);
      focusIsOn(elsewhere);
    });
  });

  describe(`<${tag}> on a shared device`, () => {
    it('erases a record that never arrives, after a long time on its way', async () => {
      const clock = stopClock();
      const widget = await placed({ privacy: 'shared' });
      keepsLater(widget);
      await choose(widget, 0, 1);
      await send(widget);
      await clock.pass(30_000);
      await settled(widget);
      await clock.pass(5 * MINUTE);
      await settled(widget);
      expect(widget.value).to.equal(null);
      expect(read(widget)).to.contain('may have arrived');
    });

    it('erases answers if the widget returns to the page too late, and not if it returns in time', async () => {
      const clock = stopClock();
      const widget = await placed({ privacy: 'shared' });
      const home = widget.parentElement!;
      const away = async (minutes: number): Promise<void> => {
        widget.remove();
        await settled(widget);
        await clock.pass(minutes * MINUTE);
        home.append(widget);
        await settled(widget);
      };
      await choose(widget, 0, 1);
      await away(3);
      expect(widget.value?.answers.length).to.equal(1);
      await clock.pass(3 * MINUTE);
      expect(widget.value?.answers.length).to.equal(1);
      await away(6);
      expect(widget.value).to.equal(null);
    });

    it('counts five minutes if the host gives no valid number, and reports that', async () => {
      const clock = stopClock();
      const errors = hear(document, 'attune-error');
      const widget = await placed({ privacy: 'shared', 'idle-minutes': 'soon' });
      expect(codes(errors)).to.include('bad-attribute');
      await choose(widget, 0, 1);
      await clock.pass(5 * MINUTE);
      await settled(widget);
      expect(widget.value).to.equal(null);
    });

    it('counts five minutes again if the host removes its number, and reports nothing', async () => {
      const clock = stopClock();
      const errors = hear(document, 'attune-error');
      const widget = await placed({ privacy: 'shared', 'idle-minutes': '0' });
      await choose(widget, 0, 1);
      await clock.pass(60 * MINUTE);
      await settled(widget);
      expect(widget.value?.answers.length).to.equal(1);
      widget.removeAttribute('idle-minutes');
      await settled(widget);
      await clock.pass(5 * MINUTE);
      await settled(widget);
      expect(widget.value).to.equal(null);
      expect(codes(errors)).to.eql([]);
    });

    it('treats an unknown privacy as shared, and reports it', async () => {
      const errors = hear(document, 'attune-error');
      const widget = await placed({ privacy: 'Shared' });
      await choose(widget, 0, 1);
      expect(codes(errors)).to.include('bad-attribute');
      expect(buttons(widget)).not.to.include('Keep a copy');
    });
  });

  it(`<${tag}> leaves an unknown author out of the record`, async () => {
    const errors = hear(document, 'attune-error');
    const widget = await placed({ author: 'doctor', subject: 'p1' });
    const attempts = keepsLater(widget);
    await choose(widget, 0, 1);
    await send(widget);
    expect(codes(errors)).to.include('bad-attribute');
    expect(attempts[0]!.response).to.include({ subject: 'p1' }).and.not.to.have.property('author');
  });

  it(`<${tag}> accepts a number as an id, and leaves other values out of the record`, async () => {
    const errors = hear(document, 'attune-error');
    const home = await place();
    const widget = await mount(tag, { ...subject, properties: { ...subject.properties, subject: 17, encounter: 'x'.repeat(201) }, into: home });
    const attempts = keepsLater(widget);
    await choose(widget, 0, 1);
    await send(widget);
    expect(codes(errors)).to.eql(['bad-attribute']);
    expect(attempts[0]!.response).to.include({ subject: '17' }).and.not.to.have.property('encounter');
  });

  it(`<${tag}> does not block a form for a blank item if it is readonly`, async () => {
    const widget = await placed({ readonly: '', required: '' });
    expect(widget.checkValidity()).to.equal(true);
  });
}
