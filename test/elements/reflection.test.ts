import { expect } from '@open-wc/testing';
import '../../src/define/mistrust-observation.ts';
import '../../src/define/questionnaire.ts';
import '../../src/define/reflection.ts';
import '../../src/define/session.ts';
import '../../src/instruments/index.ts';
import { readResponse } from '../../src/core/record/read-response.ts';
import { getInstrument } from '../../src/instruments/registry.ts';
import { printed } from '../contract/filling-contract.ts';
import { questionnaireContract } from '../contract/questionnaire-contract.ts';
import { hear, keeps, keepsLater, listen, mount, place } from './fixtures/host.ts';
import { activate, button, buttons, choose, field, inside, oneInside, put, read, send, settled, textBoxes, type } from './fixtures/person.ts';

const tag = 'attune-reflection';
const FELT = 'What did I feel most strongly in this session, and when?';
const SECRET = 'Anger, when they spoke of leaving.';

questionnaireContract({
  tag,
  instrument: 'countertransference-reflection',
  memoryOnly: true,
  property: { name: 'shareText', value: true, shows: 'What you write in the boxes is sent with your choices.' },
  act: (widget) => choose(widget, 0, 1),
  rest: async (widget) => {
    for (const box of textBoxes(widget)) put(box, 'ok');
    await settled(widget);
  },
});

describe('<attune-reflection>', () => {
  const written = async (attributes: Record<string, string> = {}, into?: Element) => {
    const widget = await mount(tag, { attributes, ...(into && { into }) });
    await type(field(widget, FELT), SECRET);
    await choose(widget, 'Did this client remind me', 'Maybe');
    return widget;
  };
  const choices = [{ item: 'c2', state: 'answered', values: ['maybe'] }];

  /** The text of each line in the review or in a copy. */
  const linesIn = (page: Element): Record<string, string[]> => {
    const lines: [string, string[]][] = [];
    for (const { localName, textContent } of inside(page, '[part~=answers] > *')) {
      if (localName === 'dt') lines.push([textContent!.trim(), []]);
      else lines.at(-1)![1].push(textContent!.trim());
    }
    return Object.fromEntries(lines);
  };
  const STAYS = 'Stays on this page. It is not sent.';
  const REMIND = 'Did this client remind me of someone in my own life?';

  it('is for a clinician: no crisis notice, and no report about missing local help', async () => {
    const errors = hear(document, 'attune-error');
    const widget = await mount(tag, { children: '' });
    expect(inside(widget, '[part~=crisis], [part~=concern]').length).to.equal(0);
    expect(errors.length).to.equal(0);
  });

  describe('keeps the written text out of', () => {
    it('the record, the event, the value and the score', async () => {
      const widget = await written();
      const attempts = keepsLater(widget);
      expect(widget.value!.answers).to.eql(choices);
      expect(JSON.stringify([widget.value, widget.score])).not.to.contain('Anger');
      await send(widget);
      expect(widget.value!.answers).to.eql(choices);
      await attempts[0]!.refuse('no');
      await activate(widget, 'Try again');
      for (const { keep: _, refuse: __, ...detail } of attempts) {
        expect(JSON.stringify(detail)).not.to.contain('Anger');
        expect(detail.response.answers).to.eql(choices);
      }
      expect(attempts[1]!.response).to.eql(attempts[0]!.response);
    });

    it('the form around it', async () => {
      const form = document.createElement('form');
      form.method = 'post';
      (await place()).append(form);
      await written({ name: 'mine' }, form);
      const entries = [...new FormData(form)] as [string, string][];
      expect(entries.map(([name]) => name)).to.eql(['mine', 'mine.c2']);
      expect(JSON.stringify(entries)).not.to.contain('Anger');
    });

    it('everything that the browser stores, whatever the person does', async () => {
      const given: unknown[] = [];
      const set = ElementInternals.prototype.setFormValue;
      ElementInternals.prototype.setFormValue = function (this: ElementInternals, ...args: Parameters<typeof set>) {
        given.push([...((args[0] as FormData | null) ?? [])], args[1]);
        set.apply(this, args);
      };
      hear(document, 'attune-submit');
      for (const attributes of [{}, { 'share-text': '' }]) {
        const widget = await written(attributes);
        await send(widget);
        await activate(widget, 'Change my answers');
      }
      ElementInternals.prototype.setFormValue = set;
      expect(given.length).to.be.above(0);
      expect(JSON.stringify(given)).not.to.contain('Anger').and.not.to.contain('schema');
    });

    it('the record also if the line was left out, so that nobody learns whether there was text', async () => {
      const widget = await mount(tag, { attributes: { layout: 'paged' } });
      await choose(widget, 'Did this client', 'No');
      inside<HTMLInputElement>(widget, '[part~=leave-out] [type=checkbox]')[0]?.click();
      await settled(widget);
      expect(widget.value!.answers).to.eql([{ item: 'c2', state: 'answered', values: ['no'] }]);
    });

    it('the record, whose options and answers to these items say so', async () => {
      const { instrument } = (await written()).value!;
      expect(instrument.options).to.eql({ text: 'withheld' });
      const asked = getInstrument(instrument.id, instrument.options);
      if (!asked.ok) throw new Error('it cannot be rebuilt');
      const kept = asked.instrument.items.filter(({ tags }) => tags?.kept).map(({ id }) => id);
      expect(kept).to.eql(['c1', 'c4', 'c6', 'c8']);
      const shared = getInstrument(instrument.id, { text: 'shared' });
      expect(shared.ok && shared.instrument.items.filter(({ tags }) => tags?.kept)).to.eql([]);
    });

    it('a valid record: a server refuses a record with text whose options say that it has none', async () => {
      const record = (await written()).value!;
      const asked = getInstrument(record.instrument.id, record.instrument.options);
      if (!asked.ok) throw new Error('it cannot be rebuilt');
      expect(readResponse(asked.instrument, record).ok).to.equal(true);
      const smuggled = { ...record, answers: [{ item: 'c1', state: 'answered', values: [SECRET] }, ...choices] };
      const read = readResponse(asked.instrument, smuggled);
      expect(!read.ok && read.problems.map(({ path }) => path)).to.eql(['answers[0]']);
    });

    it('the record of <attune-questionnaire> too', async () => {
      const widget = await mount('attune-questionnaire', { properties: { instrument: 'countertransference-reflection' } });
      await type(field(widget, FELT), SECRET);
      const kept = keeps(widget);
      expect(read(widget)).to.contain('Stays on this page. It is not sent.');
      await send(widget);
      expect(JSON.stringify(kept)).not.to.contain('Anger');
      expect(kept[0]!.response.answers).to.eql([]);
    });
  });

  it('says before writing, at each text box and after sending what is sent and what is not', async () => {
    const widget = await written();
    expect(read(widget)).to.contain('What you write in the boxes is not sent. Only your choices are.');
    for (const box of textBoxes(widget)) {
      const note = widget.shadowRoot!.getElementById(box.getAttribute('aria-describedby')!.split(' ').at(-1)!)!;
      expect(note.textContent!.trim()).to.equal('Stays on this page. It is not sent.');
    }
    expect(oneInside(widget, '[part~=memory]').textContent).to.contain('What you write is gone when you leave this page.');
    hear(document, 'attune-submit');
    await send(widget);
    expect(oneInside(widget, '[part~=memory]').textContent).to.contain('What you wrote was not sent.').and.to.contain('Keep a copy');
  });

  describe('with unsent', () => {
    const alone = (attributes: Record<string, string> = {}, into?: Element) => written({ unsent: '', ...attributes }, into);

    it('says that nothing is sent, and has no send button', async () => {
      const widget = await alone({ who: 'Your supervisor', review: '', layout: 'list' });
      expect(read(widget)).to.contain('Nothing of this is sent.');
      expect(oneInside(widget, '[part~=who-sees]').textContent!.trim()).to.equal(STAYS);
      expect(read(widget)).not.to.match(/your choices|supervisor will|before you send/i);
      expect(buttons(widget).filter((label) => /send|look at/i.test(label))).to.eql([]);
      expect(buttons(widget)).to.include('Keep a copy').and.to.include('Stop and erase');
      await expect(widget).to.be.accessible();
    });

    it('gives the page no event, record or form entry, and no sign that there is text', async () => {
      const events = hear(document, 'attune-submit');
      const errors = hear(document, 'attune-error');
      const form = document.createElement('form');
      form.method = 'post';
      (await place()).append(form);
      for (const widget of [await alone({ 'share-text': '' }), await alone({}, form)]) {
        expect(widget.value!.answers).to.eql([]);
        expect(await widget.submit()).to.equal(widget.form ? 'prevented' : 'incomplete');
        expect([...new FormData(form)]).to.eql([]);
        expect(field(widget, FELT).value).to.equal(SECRET);
      }
      expect(events.length).to.equal(0);
      expect(errors.map(({ detail }) => detail.code)).to.eql(['in-form']);
    });

    it('is not sent by the session around it, and stays in the widget', async () => {
      const session = await mount<HTMLElement>('attune-session', {
        children: `<${tag} unsent></${tag}><attune-mistrust-observation></attune-mistrust-observation>`,
        attributes: { layout: 'list' },
      });
      const [widget, other] = [session.querySelector(tag)!, session.querySelector('attune-mistrust-observation')!];
      await settled(widget);
      await type(field(widget, FELT), SECRET);
      await choose(other, 0, 0);
      const sent: string[] = [];
      listen(session, 'attune-session-submit', (event) => {
        sent.push(...event.detail.submissions.map(({ response }) => response.instrument.id));
        event.waitUntil(Promise.resolve());
      });
      await activate(session, 'Send');
      if (!sent.length) await activate(session, 'Send');
      expect(sent).to.eql(['mistrust-observation']);
      expect(field(widget, FELT).value).to.equal(SECRET);
    });

    it('can be copied and erased', async () => {
      const widget = await alone();
      await activate(widget, 'Keep a copy');
      expect(linesIn(widget)).to.deep.include({ [FELT]: [SECRET, STAYS], [REMIND]: ['Maybe', STAYS] });
      await activate(widget, 'Close');
      await activate(widget, 'Stop and erase');
      await activate(widget, 'Erase');
      expect(read(widget)).to.contain('Erased. Nothing was sent.');
    });

    it('stays unsent for text that was written with unsent', async () => {
      const errors = hear(document, 'attune-error');
      const widget = await alone();
      widget.removeAttribute('unsent');
      await settled(widget);
      expect(errors.map(({ detail }) => detail.code)).to.eql(['instrument-in-use']);
      expect(buttons(widget).filter((label) => /send/i.test(label))).to.eql([]);
      expect(widget.value!.answers).to.eql([]);
    });
  });

  it('uses the host’s words', async () => {
    const widget = await mount(tag, { properties: { strings: { 'reflection.gone': 'Weg ist weg.', staysHere: 'Bleibt hier.' } } });
    expect(read(widget)).to.contain('Weg ist weg.').and.to.contain('Bleibt hier.');
  });

  it('sends the written text if the host asks for it, and shows that to the person', async () => {
    const widget = await written({ 'share-text': '' });
    const kept = keeps(widget);
    expect(read(widget)).to.contain('What you write in the boxes is sent with your choices.').and.not.to.contain('It is not sent.');
    expect(widget.value!.instrument.options).to.eql({ text: 'shared' });
    await send(widget);
    expect(kept[0]!.response.answers).to.eql([{ item: 'c1', state: 'answered', values: [SECRET] }, ...choices]);
    expect(inside(widget, '[part~=memory]').length).to.equal(0);
  });

  it('never shares text that was written before share-text was set', async () => {
    const errors = hear(document, 'attune-error');
    const widget = await written();
    const kept = keeps(widget);
    widget.setAttribute('share-text', '');
    await settled(widget);
    expect(errors.map(({ detail }) => detail.code)).to.eql(['instrument-in-use']);
    await send(widget);
    expect(kept[0]!.response.answers).to.eql(choices);
    expect(kept[0]!.response.instrument.options).to.eql({ text: 'withheld' });
  });

  it('accepts no written text from the host while text is withheld', async () => {
    const errors = hear(document, 'attune-error');
    const { value } = await written({ 'share-text': '' });
    const widget = await mount(tag);
    widget.value = { ...value!, instrument: { ...value!.instrument, options: { text: 'withheld' } } };
    await settled(widget);
    expect(widget.value).to.equal(null);
    expect(errors.map(({ detail }) => detail.code)).to.eql(['bad-value']);
  });

  it('is blank when the page comes back from the back-forward cache, on any device', async () => {
    const widget = await written();
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
    await settled(widget);
    expect(field(widget, FELT).value).to.equal(SECRET);
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await settled(widget);
    expect(field(widget, FELT).value).to.equal('');
    expect(widget.value).to.equal(null);
  });

  it('lets the person print and download all their text, before sending and after it was saved', async () => {
    const widget = await written();
    keeps(widget);
    await activate(widget, 'Keep a copy');
    expect((await printed(() => button(widget, 'Print').click()))[0]).to.contain(SECRET).and.to.contain('Maybe');
    await activate(widget, 'Close');
    expect(field(widget, FELT).value).to.equal(SECRET);
    await send(widget);
    expect(read(widget)).not.to.contain(SECRET);
    await activate(widget, 'Keep a copy');
    expect(oneInside(widget, '[part~=answers]').textContent).to.contain(SECRET);
  });

  it('has no copy on a shared device, and does not mention one', async () => {
    const widget = await written({ privacy: 'shared' });
    expect(read(widget)).not.to.contain('copy');
  });

  it('marks in the review and in every copy the lines that are not sent: those with text only', async () => {
    for (const attributes of [{}, { 'share-text': '' }]) {
      const widget = await written({ review: '', ...attributes });
      const wanted = 'share-text' in attributes ? [SECRET] : [SECRET, STAYS];
      await activate(widget, 'Keep a copy');
      expect((await printed(() => button(widget, 'Print').click()))[0]!.includes(STAYS)).to.equal(wanted.length > 1);
      await activate(widget, 'Close');
      await activate(widget, 'Look at my answers');
      await activate(widget, 'Look at my answers');
      const lines = linesIn(widget);
      expect(lines[FELT]).to.eql(wanted);
      expect(lines[REMIND]).to.eql(['Maybe']);
      expect(lines['How might the client have seen me today?']).to.eql(['Left blank']);
      await expect(widget).to.be.accessible();
    }
  });

  it('marks them in a session too: in its review, and after sending, when the widget is blank', async () => {
    for (const writes of [true, false]) {
      const session = await mount<HTMLElement>('attune-session', { attributes: { review: '' }, children: `<${tag}></${tag}>` });
      const widget = session.querySelector(tag)!;
      await settled(widget);
      if (writes) await type(field(widget, FELT), SECRET);
      await choose(widget, 'Did this client remind me', 'Maybe');
      await activate(session, 'Look at my answers');
      await activate(session, 'Look at my answers');
      expect(linesIn(session)[FELT]).to.eql(writes ? [SECRET, STAYS] : ['Left blank']);
      const kept: string[] = [];
      listen(session, 'attune-session-submit', (event) => {
        kept.push(JSON.stringify(event.detail));
        event.waitUntil(Promise.resolve());
      });
      await activate(session, 'Send');
      await settled(session);
      expect(kept.length).to.equal(1);
      expect(kept[0]).not.to.contain('Anger');
      expect(read(session)).to.contain('Saved.');
      expect(read(session).includes('Some of what you wrote was not sent. It is gone when you leave this page.')).to.equal(writes);
    }
  });

  it('shows the written text in the review, and erases it with everything else', async () => {
    const widget = await written({ review: '' });
    await activate(widget, 'Look at my answers');
    if (!inside(widget, '[part~=answers]').length) await activate(widget, 'Look at my answers');
    expect(oneInside(widget, '[part~=answers]').textContent).to.contain(SECRET);
    await activate(widget, 'Stop and erase');
    await activate(widget, 'Erase');
    await activate(widget, 'Start again');
    expect(field(widget, FELT).value).to.equal('');
  });
});
