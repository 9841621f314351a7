import { aTimeout, expect } from '@open-wc/testing';
import '../../src/define/questionnaire.ts';
import type { AttuneQuestionnaire } from '../../src/elements/questionnaire/questionnaire.ts';
import { getInstrument, registerInstrument } from '../../src/instruments/index.ts';
import { printed } from '../contract/filling-contract.ts';
import { questionnaireContract } from '../contract/questionnaire-contract.ts';
import { everyType, small } from './fixtures/definitions.ts';
import { collectsGarbage, stillHeld } from './fixtures/garbage.ts';
import { has, hear, keeps, keepsLater, listen, mount } from './fixtures/host.ts';
import {
  activate, button, buttons, chosenIn, choose, field, fillByKeyboard, focusIsOn, inside, legendOf, oneInside, option, press, put, question,
  radioGroups, radiosOf, read, send, settled, textBoxes, type,
} from './fixtures/person.ts';

const tag = 'attune-questionnaire';

registerInstrument(small);

questionnaireContract({
  tag,
  attributes: { instrument: 'small' },
  instrument: 'small',
  everyState: true,
  property: { name: 'instrument', value: 'trust-pulse', shows: 'One minute.' },
  act: (widget) => choose(widget, 0, 1),
});

/** A widget that throws an internal error after an answer. */
class Mistaken extends customElements.get(tag)! {
  constructor() {
    super();
    const { extension } = this as unknown as { extension: object };
    Object.assign(extension, {
      afterAnswer: () => {
        throw new Error('our own mistake');
      },
    });
  }
}
customElements.define(`${tag}-mistaken`, Mistaken);

describe('<attune-questionnaire>', () => {
  it('does not throw an internal error into the page while the person answers, and keeps the answer', async () => {
    const heard: string[] = [];
    const note = (event: ErrorEvent): void => void heard.push(event.message);
    window.addEventListener('error', note);
    const widget = await mount(`${tag}-mistaken` as typeof tag, { attributes: { instrument: 'small' } });
    const errors = hear(widget, 'attune-error');
    await choose(widget, 0, 1);
    window.removeEventListener('error', note);
    expect(heard).to.eql([]);
    expect(errors.map(({ detail }) => detail.code)).to.include('internal');
    expect(widget.value!.answers.length).to.equal(1);
  });

  const whole = (properties: Record<string, unknown> = {}) =>
    mount(tag, { properties: { instrument: everyType, ...properties } });
  const answers = (widget: { value: { answers: readonly object[] } | null }): readonly object[] => widget.value?.answers ?? [];

  it('keeps a number that is being typed when a draft arrives late', async () => {
    const other = await whole();
    put(field(other, 'Hours of sleep'), '8');
    const draft = other.value;
    const widget = await whole();
    const errors = hear(widget, 'attune-error');
    await type(field(widget, 'Hours of sleep'), '5');
    widget.value = draft;
    await settled(widget);
    expect((field(widget, 'Hours of sleep') as HTMLInputElement).value).to.equal('5');
    expect(answers(widget)).to.eql([{ item: 'hours', state: 'answered', values: [5] }]);
    expect(errors.map(({ detail }) => detail.code)).to.eql(['newer-answers']);
  });

  describe('gets its instrument', () => {
    it('by the name of a registered one', async () => {
      expect(read(await mount(tag, { attributes: { instrument: 'trust-pulse' } }))).to.contain('One minute.');
    });

    it('with options, as JSON in the attribute or as a property', async () => {
      const attributes = { instrument: 'trust-12', options: '{"variant":"intake"}' };
      expect(read(await mount(tag, { attributes }))).to.contain('Before you start');
      const properties = { instrument: 'trust-12', options: { variant: 'intake' } };
      expect(read(await mount(tag, { properties }))).to.contain('Before you start');
    });

    it('as a definition', async () => {
      expect(read(await whole())).to.contain('About you').and.to.contain('Good to see you.');
    });

    it('as an instrument with settled options', async () => {
      const found = getInstrument('trust-12', { variant: 'intake' });
      const widget = await mount(tag, { properties: { instrument: found.ok && found.instrument } });
      expect(read(widget)).to.contain('Before you start');
      await choose(widget, 0, 1);
      expect(widget.value!.instrument.options).to.eql({ variant: 'intake', keying: 'positive' });
    });

    it('from a child script', async () => {
      const children = `<script type="application/json">${JSON.stringify(small)}</script>`;
      expect(read(await mount(tag, { children }))).to.contain('The first question');
    });

    it('from a child script that is added later', async () => {
      const widget = await mount(tag, { children: '' });
      const script = Object.assign(document.createElement('script'), { type: 'application/json', textContent: JSON.stringify(small) });
      widget.append(script);
      await settled(widget);
      expect(read(widget)).to.contain('The first question');
    });

    it('again as an equal definition, as frameworks set it at each render: nothing changes', async () => {
      const errors = hear(document, 'attune-error');
      const widget = await whole();
      const again = async (): Promise<void> => {
        widget.instrument = structuredClone(everyType);
        await settled(widget);
      };
      await type(field(widget, 'A name for it'), 'Ada');
      await again();
      expect(field(widget, 'A name for it').value).to.equal('Ada');
      keeps(widget);
      await widget.submit();
      expect(await widget.submit()).to.equal('saved');
      await again();
      expect(has(widget, 'saved')).to.equal(true);
      expect(errors).to.eql([]);
    });

    it('late: until then the children stay visible', async () => {
      const widget = await mount(tag, { children: '<p>Please wait.</p>' });
      expect(inside<HTMLSlotElement>(widget, 'slot')[0]!.assignedElements()[0]!.textContent).to.equal('Please wait.');
      Object.assign(widget, { instrument: small });
      await settled(widget);
      expect(read(widget)).to.contain('The first question');
    });

    it('late, and then restores the browser\'s state of an earlier visit', async () => {
      const before = await mount(tag, { properties: { instrument: small } });
      await choose(before, 0, 1);
      const widget = await mount(tag);
      (widget as unknown as { formStateRestoreCallback(state: string): void }).formStateRestoreCallback(JSON.stringify(before.value));
      Object.assign(widget, { instrument: small });
      await settled(widget);
      expect(widget.value).to.eql(before.value);
    });

    it('late, and then prefers the browser\'s state to the value of the host, to which a form reset returns', async () => {
      const before = await mount(tag, { properties: { instrument: small } });
      await choose(before, 0, 1);
      const value = structuredClone(before.value);
      await choose(before, 0, 0);
      const kept = JSON.stringify(before.value);
      const form = document.createElement('form');
      before.replaceWith(form);
      const widget = await mount(tag, { properties: { value }, into: form });
      (widget as unknown as { formStateRestoreCallback(state: string): void }).formStateRestoreCallback(kept);
      Object.assign(widget, { instrument: small });
      await settled(widget);
      expect(widget.value).to.eql(JSON.parse(kept));
      widget.value = { ...value!, subject: 'p-1' };
      expect(widget.value!.answers).to.eql((JSON.parse(kept) as typeof value)!.answers);
      form.reset();
      expect(widget.value!.answers).to.eql(value!.answers);
    });

    it('late, and then does not restore a state that the person or the host has erased in the meantime', async () => {
      const before = await whole();
      await choose(before, 'Do you sleep well?', 'Yes');
      const kept = JSON.stringify(before.value);
      const form = document.createElement('form');
      before.replaceWith(form);
      for (const erase of [(widget: AttuneQuestionnaire) => widget.reset(), () => form.reset()]) {
        const widget = await mount(tag, { into: form });
        (widget as unknown as { formStateRestoreCallback(state: string): void }).formStateRestoreCallback(kept);
        erase(widget);
        widget.instrument = everyType;
        await settled(widget);
        expect(widget.value).to.equal(null);
      }
    });

    it('or reports options that are no object', async () => {
      const errors = hear(document, 'attune-error');
      await mount(tag, { attributes: { instrument: 'trust-12', options: 'intake' } });
      expect(errors.map(({ detail }) => detail.code)).to.eql(['bad-options']);
    });

    it('or reports an unknown name', async () => {
      const errors = hear(document, 'attune-error');
      await mount(tag, { attributes: { instrument: 'nothing-like-it' } });
      expect(errors.map(({ detail }) => detail.code)).to.eql(['unknown-instrument']);
    });

    it('and accepts a reset before it', async () => {
      const form = document.createElement('form');
      document.body.append(form);
      const widget = await mount(tag, { attributes: { instrument: 'nothing-like-it' }, into: form });
      const thrown: unknown[] = [];
      listen(window, 'error', ({ error }) => thrown.push(error));
      widget.reset();
      form.reset();
      expect(thrown).to.eql([]);
      const other = await mount(tag, { properties: { instrument: small } });
      await choose(other, 0, 'Yes');
      const { value } = other;
      Object.assign(widget, { value });
      form.reset();
      Object.assign(widget, { instrument: small });
      await settled(widget);
      expect(widget.value).to.eql(value);
      const late = await mount(tag, { attributes: { instrument: 'nothing-like-it' } });
      Object.assign(late, { value });
      late.reset();
      Object.assign(late, { instrument: small });
      await settled(late);
      expect(late.value).to.equal(null);
      form.remove();
    });

    it('or waits for one that is registered later', async () => {
      const widget = await mount(tag, { attributes: { instrument: 'small-and-late' } });
      expect(radioGroups(widget).length).to.equal(0);
      registerInstrument({ ...small, id: 'other' });
      registerInstrument({ ...small, id: 'small-and-late' });
      await settled(widget);
      expect(radioGroups(widget).length).to.be.above(0);
    });

    it('or waits for one that is registered while it is not in the page', async () => {
      const widget = await mount(tag, { attributes: { instrument: 'small-and-away' } });
      const home = widget.parentElement!;
      widget.remove();
      registerInstrument({ ...small, id: 'small-and-away' });
      home.append(widget);
      await settled(widget);
      expect(radioGroups(widget).length).to.be.above(0);
    });

    if (collectsGarbage) {
      it('or leaves memory if it is removed before its instrument is registered', async () => {
        const removed = async (): Promise<WeakRef<Element>> => {
          const widget = await mount(tag, { attributes: { instrument: 'never-registered' } });
          widget.remove();
          await settled(widget);
          return new WeakRef(widget);
        };
        expect(await stillHeld([await removed()])).to.eql([]);
      });
    }

    it('or reports a form of another system, and which file shows it', async () => {
      const errors = hear(document, 'attune-error');
      const items = [{ id: 'x', type: 'quantity', text: 'Dose' }];
      const widget = await mount(tag, { properties: { instrument: { ...small, scoring: undefined, result: undefined, items } } });
      expect(errors.map(({ detail }) => detail.code)).to.eql(['bad-instrument']);
      expect(errors[0]!.detail.message).to.contain('items[0].type').and.to.contain('attune-elements/define/fhir-questionnaire');
      expect(widget.value).to.equal(null);
    });

    it('or reports a bad definition with the path and the rule, and throws nothing', async () => {
      const errors = hear(document, 'attune-error');
      const items = [{ id: 'x', type: 'choice', scale: 'missing', text: 'X' }, { id: 'x', type: 'text', text: 'Y' }];
      const widget = await mount(tag, { properties: { instrument: { ...small, items } } });
      expect(errors.map(({ detail }) => detail.code)).to.eql(['bad-instrument']);
      expect(errors[0]!.detail.message).to.contain('items[0].scale').and.to.contain('items[1].id');
      expect(widget.value).to.equal(null);
      await mount(tag, { children: '<script type="application/json">{not json</script>' });
      expect(errors[1]!.detail.code).to.equal('bad-instrument');
    });
  });

  describe('with an instrument that the host has a licence for', () => {
    const licence = {
      copyright: '(c) 2020 Dr Example. All rights reserved',
      licenceHolder: 'Example Press',
      licenceUrl: 'https://press.example/terms?form=1',
      licenceConfirmed: true,
    };
    const licensed = (change: object = {}) =>
      mount(tag, { properties: { instrument: { ...small, licence: { ...licence, ...change } } } });
    const notice = (widget: Element): HTMLElement => inside<HTMLElement>(widget, '[part=licence]')[0]!;

    it('shows the copyright, the licence holder, and a link to the terms', async () => {
      const widget = await licensed();
      const words = '(c) 2020 Dr Example. All rights reserved · Example Press https://press.example/terms?form=1';
      expect(notice(widget).textContent!.replace(/\s+/g, ' ').trim()).to.equal(words);
      expect(notice(widget).getBoundingClientRect().height).to.be.greaterThan(0);
    });

    it('names a licence holder once if the copyright names it already', async () => {
      const widget = await licensed({ copyright: '(c) 2020 Example Press' });
      expect(notice(widget).textContent!.match(/Example Press/g)).to.have.length(1);
    });

    it('links the terms in a new tab and without a referrer; nothing loads before a click', async () => {
      const opened: unknown[] = [];
      const { open } = window;
      window.open = (...given: unknown[]) => (opened.push(given), null);
      const widget = await licensed();
      const links = inside<HTMLAnchorElement>(widget, 'a[href]');
      expect(links.map(({ href, target, rel }) => [href, target, rel])).to.eql([
        ['https://press.example/terms?form=1', '_blank', 'noreferrer'],
      ]);
      await choose(widget, 0, 1);
      window.open = open;
      expect(opened).to.eql([]);
    });

    for (const licenceUrl of ['mailto:rights@press.example', 'javascript:alert(1)', 'JavaScript:alert(1)', 'data:text/html,x', 'urn:isbn:0']) {
      it(`shows ${licenceUrl} as text, not as a link`, async () => {
        const widget = await licensed({ licenceUrl });
        expect(notice(widget).textContent).to.contain(licenceUrl);
        expect(inside(widget, 'a').length).to.equal(0);
      });
    }

    it('shows all of it on every page, and after sending', async () => {
      const widget = await licensed();
      Object.assign(widget, { layout: 'paged' });
      await settled(widget);
      await activate(widget, 'Next');
      expect(notice(widget).textContent).to.contain('Example Press');
      keeps(widget);
      await choose(widget, 0, 1);
      await send(widget);
      expect(read(widget)).to.contain('Saved.');
      expect(notice(widget).textContent).to.contain('Example Press');
    });

    it('adds it to a copy of the answers, on the screen and on paper', async () => {
      const widget = await licensed();
      await choose(widget, 0, 1);
      await activate(widget, 'Keep a copy');
      for (const words of [read(widget), (await printed(() => button(widget, 'Print').click()))[0]!]) {
        expect(words).to.contain('The first question');
        expect(words).to.contain('(c) 2020 Dr Example. All rights reserved · Example Press');
        expect(words).to.contain('https://press.example/terms?form=1');
      }
    });

    it('and as a file', async () => {
      const files: Blob[] = [];
      const { createObjectURL } = URL;
      const { click } = HTMLAnchorElement.prototype;
      const widget = await licensed();
      await choose(widget, 0, 1);
      await activate(widget, 'Keep a copy');
      URL.createObjectURL = (file: Blob) => (files.push(file), createObjectURL.call(URL, file));
      HTMLAnchorElement.prototype.click = () => {};
      button(widget, 'Save as a file').click();
      Object.assign(URL, { createObjectURL });
      Object.assign(HTMLAnchorElement.prototype, { click });
      const lines = '\n\n(c) 2020 Dr Example. All rights reserved · Example Press\nhttps://press.example/terms?form=1\n';
      expect((await files[0]!.text()).endsWith(lines)).to.equal(true);
    });

    for (const licenceConfirmed of [false, undefined, 'yes']) {
      it(`presents nothing if licenceConfirmed is ${String(licenceConfirmed)}, and reports it`, async () => {
        const errors = hear(document, 'attune-error');
        const widget = await licensed({ licenceConfirmed });
        expect(errors.map(({ detail }) => detail.code)).to.eql(['bad-instrument']);
        expect(errors[0]!.detail.message).to.match(/^licence\.licenceConfirmed: Must be (there|confirmed with true by whoever may use the text)$/);
        expect(read(widget)).not.to.contain('The first question');
        expect(widget.value).to.equal(null);
      });
    }

    it('or without a licence, however the instrument is set', async () => {
      const errors = hear(document, 'attune-error');
      const { licence: _, ...bare } = small;
      await mount(tag, { properties: { instrument: bare } });
      await mount(tag, { children: `<script type="application/json">${JSON.stringify(bare)}</script>` });
      expect(errors.map(({ detail }) => `${detail.code} ${detail.message}`)).to.eql([
        'bad-instrument licence: Must be there',
        'bad-instrument licence: Must be there',
      ]);
      const taken = registerInstrument({ ...bare, id: 'unlicensed' });
      expect(taken.ok).to.equal(false);
    });

    it('is presented after the host has confirmed the licence', async () => {
      const widget = await licensed({ licenceConfirmed: false });
      Object.assign(widget, { instrument: { ...small, licence } });
      await settled(widget);
      expect(read(widget)).to.contain('The first question').and.to.contain('Example Press');
    });
  });

  describe('with a scoring rule of the host', () => {
    const items = ['one', 'two', 'three', 'four'];
    const total = {
      method: 'sum',
      items,
      least: 3,
      bands: { of: 'raw', cuts: [{ band: 'lighter', below: 2 }, { band: 'heavier' }], method: 'placeholder' },
    };
    const sent = async (change: object, attributes: Record<string, string>) => {
      const instrument = { ...small, id: 'host-scored', scoring: { total }, ...change };
      const widget = await mount(tag, { properties: { instrument }, attributes });
      const kept = keeps(widget);
      for (const index of items.keys()) await choose(widget, index, 'Yes');
      await send(widget);
      return { words: read(widget), score: kept[0]!.score };
    };

    it('gives the host the score and its band, and shows the person neither', async () => {
      for (const result of ['none', 'words', 'score']) {
        const { words, score } = await sent({}, { result });
        expect(score).to.deep.include({ status: 'complete', band: 'heavier' });
        expect(words).to.contain('Saved.').and.not.to.match(/heavier|lighter|4/);
      }
    });

    it('shows a clinician the score with the source of its norms, or that there are no norms', async () => {
      const clinician = { audience: 'clinician' };
      const { words } = await sent(clinician, { result: 'score' });
      expect(words).to.contain('4 (0 to 4)').and.to.contain('Not normed. It does not diagnose or predict.');
      const norms = { sd: 1, reliability: 0.8, source: 'Someone 2001' };
      const normed = { ...clinician, normed: true, scoring: { total: { ...total, norms }, scales: { part: { ...total, norms } } } };
      expect((await sent(normed, { result: 'score' })).words).to.contain('Norms: Someone 2001. It does not diagnose or predict.');
    });

    it('and shows all of it in the host’s own words', async () => {
      const strings = { 'score.score': 'Punkte', 'score.scoreOf': '{raw} von {max}', 'score.notNormed': 'Ohne Normen.' };
      const instrument = { ...small, id: 'host-scored', audience: 'clinician', scoring: { total } };
      const widget = await mount(tag, { properties: { instrument, strings }, attributes: { result: 'score' } });
      keeps(widget);
      for (const index of items.keys()) await choose(widget, index, 'Yes');
      await send(widget);
      expect(read(widget)).to.contain('Punkte').and.to.contain('4 von 4').and.to.contain('Ohne Normen.');
    });
  });

  describe('asks', () => {
    it('for one choice, several, yes or no, numbers, a rating, a date and a line of text; all can be filled in by keyboard', async () => {
      const widget = await whole();
      const kept = keeps(widget);
      const words = (box: HTMLInputElement): string => (box.inputMode ? '7' : 'Ada');
      await fillByKeyboard(widget, { words });
      if (!kept.length) await fillByKeyboard(widget, { words, again: true });
      const given = Object.fromEntries(kept[0]!.response.answers.map((answer) => [answer.item, 'values' in answer && answer.values[0]]));
      expect(given).to.include({ sleep: 'yes', alone: false, people: 7, hours: 7, mood: 1, name: 'Ada', who: 'Ada', near: false });
    });

    it('for several choices at once, with checkboxes', async () => {
      const widget = await whole();
      const group = question(widget, 'What helps?');
      for (const label of ['To rest', 'To talk']) {
        option(group, label).click();
        await settled(widget);
      }
      expect(group.getAttribute('role')).to.equal('group');
      expect(chosenIn(group)).to.eql(['To talk', 'To rest']);
      expect(answers(widget)).to.eql([{ item: 'help', state: 'answered', values: ['talk', 'rest'] }]);
      option(group, 'To rest').click();
      option(group, 'To talk').click();
      await settled(widget);
      expect(widget.value).to.equal(null);
    });

    it('with the current answer to another item in its text', async () => {
      const named = {
        ...small,
        id: 'named',
        items: [
          { id: 'who', type: 'text', line: true, text: 'Who is it?' },
          { id: 'near', type: 'choice', scale: 'often', text: 'Is {who} near?' },
        ],
      };
      const widget = await mount(tag, { properties: { instrument: named } });
      for (const name of ['Ada', 'Bo']) {
        put(field(widget, 'Who is it?'), name);
        await settled(widget);
        expect(read(widget)).to.contain(`Is ${name} near?`);
      }
    });

    it('with the texts of options that were chosen in another item, not with their codes', async () => {
      const choices = [{ code: 'x1', text: 'the move' }, { code: 'x2', text: 'the new job' }];
      const named = {
        ...small,
        id: 'named-options',
        items: [
          { id: 'what', type: 'choice', text: 'What changed?', multiple: true, choices },
          { id: 'slept', type: 'choice', scale: 'often', text: 'Do you sleep?' },
          { id: 'alone', type: 'boolean', text: 'Are you alone?' },
          { id: 'days', type: 'integer', text: 'How many days?' },
          { id: 'more', type: 'text', text: 'About {what}: {slept}, {alone}, {days}?' },
        ],
      };
      const widget = await mount(tag, { properties: { instrument: named, strings: { no: 'Nope' } } });
      for (const [which, label] of [['What', 'the new job'], ['What', 'the move'], ['Do you', 'Yes'], ['Are you', 'Nope']] as const) {
        await choose(widget, which, label);
      }
      put(field(widget, 'How many'), '3');
      await settled(widget);
      const asked = 'About the move, the new job: Yes, Nope, 3?';
      expect(read(widget)).to.contain(asked);
      await activate(widget, 'Keep a copy');
      expect(read(widget)).to.contain(asked);
    });

    it('with the ends of a rating as the description of the whole question', async () => {
      const widget = await whole();
      const described = question(widget, 'How is your mood?').getAttribute('aria-describedby')!;
      expect(oneInside(widget, `[id="${described}"]`).textContent).to.contain('0 = Bad').and.to.contain('10 = Good');
    });

    it('for a date, and leaves a half-filled one unchanged until it is complete or emptied', async function () {
      // The test can fill single segments in Chromium only.
      if (!/Chrome\//.test(navigator.userAgent)) return;
      const widget = await whole();
      const box = field(widget, 'Since when?');
      await type(box, '02022030');
      box.blur();
      await settled(widget);
      expect(widget.value!.answers.map(({ item }) => item)).to.eql(['since']);
      box.focus();
      await press('Backspace');
      box.blur();
      await settled(widget);
      expect(box.validity.badInput).to.equal(true);
      expect(answers(widget)).to.eql([]);
      box.focus();
      for (const key of ['Backspace', 'Tab', 'Backspace', 'Tab', 'Backspace']) await press(key);
      box.blur();
      await settled(widget);
      expect(box.validity.badInput).to.equal(false);
      expect(read(widget)).to.not.contain('Write a date.');
      expect(widget.value).to.equal(null);
    });

    it('only items whose condition is met, and removes the answers of items that become hidden', async () => {
      const widget = await whole();
      expect(read(widget)).not.to.contain('How many live with you?');
      option(question(widget, 'Do you live alone?'), 'No').click();
      await settled(widget);
      put(field(widget, 'How many live with you?'), '3');
      await settled(widget);
      expect(answers(widget)).to.deep.include({ item: 'people', state: 'answered', values: [3] });
      option(question(widget, 'Do you live alone?'), 'Yes').click();
      await settled(widget);
      expect(answers(widget)).to.eql([{ item: 'alone', state: 'answered', values: [true] }]);
    });

    it('for a rating without a number chosen in advance, with both its ends in words', async () => {
      const widget = await whole();
      const group = question(widget, 'How is your mood?');
      expect(chosenIn(group)).to.eql([]);
      expect(group.textContent).to.contain('0 = Bad').and.to.contain('10 = Good');
      option(group, '0').click();
      await settled(widget);
      expect(answers(widget)).to.eql([{ item: 'mood', state: 'answered', values: [0] }]);
    });

    it('for a number with a comma or a point', async () => {
      const widget = await whole();
      put(field(widget, 'Hours of sleep'), '7,5');
      await settled(widget);
      expect(answers(widget)).to.eql([{ item: 'hours', state: 'answered', values: [7.5] }]);
    });

    it('for a day', async () => {
      const widget = await whole();
      put(field(widget, 'Since when?'), '2020-02-29');
      await settled(widget);
      expect(answers(widget)).to.eql([{ item: 'since', state: 'answered', values: ['2020-02-29'] }]);
    });

    it('for another repetition of a group, up to its limit, and removes it again', async () => {
      const widget = await whole();
      expect(buttons(widget).filter((label) => label.startsWith('Remove'))).to.eql([]);
      await activate(widget, 'Add a person');
      await activate(widget, 'Add a person');
      expect(buttons(widget)).not.to.contain('Add a person');
      const boxes = inside<HTMLInputElement>(widget, '[part~=group] input[type=text]');
      expect(boxes.length).to.equal(3);
      focusIsOn(boxes[2]);
      put(boxes[2]!, 'Eve');
      put(boxes[0]!, 'Ada');
      await settled(widget);
      expect(answers(widget)).to.eql([
        { item: 'who', at: [0], state: 'answered', values: ['Ada'] },
        { item: 'who', at: [2], state: 'answered', values: ['Eve'] },
      ]);
      inside<HTMLButtonElement>(widget, '[part~=remove]')[1]!.click();
      await settled(widget);
      expect(answers(widget)[1]).to.eql({ item: 'who', at: [1], state: 'answered', values: ['Eve'] });
    });
  });

  it('reads a decimal number with the separator of the form\'s language, and with a point', async () => {
    const hours = async (language: string, text: string): Promise<unknown> => {
      const widget = await mount(tag, { properties: { instrument: { ...everyType, language } } });
      put(field(widget, 'Hours of sleep'), text);
      await settled(widget);
      const [answer] = widget.value!.answers;
      return answer && 'values' in answer ? answer.values[0] : undefined;
    };
    expect(await hours('en', '7.5')).to.equal(7.5);
    expect(await hours('en', '7,5')).to.equal(7.5);
    expect(await hours('en', '7.125')).to.equal(7.125);
    expect(await hours('de', '7,125')).to.equal(7.125);
    expect(await hours('de', '0.125')).to.equal(0.125);
    expect(await hours('de', '7.125')).to.equal(undefined);
    expect(await hours('x', '7.5')).to.equal(7.5);
  });

  describe('keeps a rejected answer, and says what to do', () => {
    const refused = async (label: string, text: string, words: string): Promise<void> => {
      const widget = await whole();
      const kept = keeps(widget);
      if (label.startsWith('How many')) option(question(widget, 'Do you live alone?'), 'No').click();
      await settled(widget);
      put(field(widget, label), text);
      await settled(widget);
      await send(widget);
      expect(kept.length).to.equal(0);
      const box = field(widget, label);
      expect(box.value).to.equal(text);
      expect(box.getAttribute('aria-invalid')).to.equal('true');
      const [first] = box.getAttribute('aria-describedby')!.split(' ');
      expect(widget.shadowRoot!.getElementById(first!)!.textContent).to.contain(words);
      focusIsOn(inside(widget, '[part~=error-summary]')[0]);
      expect(widget.validity.badInput).to.equal(true);
    };

    it('text instead of a number', () => refused('Hours of sleep', 'many', 'Write a number from 0 to 24.'));
    it('a number out of bounds', () => refused('Hours of sleep', '25', 'Write a number from 0 to 24.'));
    it('a fraction of a person', () => refused('How many live', '2.5', 'Write a whole number from 1 to 20.'));
    it('a number in another notation', () => refused('How many live', '0x0F', 'Write a whole number from 1 to 20.'));
    it('a number that may mean a thousand or one', () => refused('Hours of sleep', '1,000', 'Write a number from 0 to 24.'));
    it('a number with a thousands separator', () => refused('How many live', '1,000', 'Write a whole number from 1 to 20.'));
    it('text that is too long', () => refused('A name for it', 'abcdefghijk', 'Use at most 10 characters.'));

    it('in a form too, which is not submitted', async () => {
      const form = document.createElement('form');
      document.body.append(form);
      const widget = await mount(tag, { attributes: { layout: 'list' }, properties: { instrument: everyType }, into: form });
      put(field(widget, 'Hours of sleep'), 'many');
      await settled(widget);
      expect(form.checkValidity()).to.equal(false);
      form.remove();
    });
  });

  it('is not in an earlier state after a garbage collection', async () => {
    const widget = await mount(tag, { properties: { instrument: small } });
    const attempts = keepsLater(widget);
    await choose(widget, 0, 'Yes');
    await send(widget);
    await attempts[0]!.refuse('no');
    expect(has(widget, 'failed')).to.equal(true);
    for (let round = 0; round < 15; round++) {
      Array.from({ length: 200_000 }, (_, i) => ({ text: String(i) }));
      await aTimeout(10);
    }
    await choose(widget, 0, 'No');
    expect(has(widget, 'failed')).to.equal(false);
  });

  it('restores a rejected answer in its field when the person comes back to the page', async () => {
    const states: unknown[] = [];
    const { setFormValue } = ElementInternals.prototype;
    ElementInternals.prototype.setFormValue = (_, state) => void states.push(state);
    const before = await whole();
    put(field(before, 'Hours of sleep'), 'many');
    put(field(before, 'A name for it'), 'short');
    await settled(before);
    ElementInternals.prototype.setFormValue = setFormValue;
    const widget = await whole();
    (widget as unknown as { formStateRestoreCallback(state: unknown): void }).formStateRestoreCallback(states.at(-1));
    await settled(widget);
    expect(field(widget, 'Hours of sleep').value).to.equal('many');
    expect(field(widget, 'A name for it').value).to.equal('short');
    expect(widget.validity.badInput).to.equal(true);
  });

  it('has a Remove button for each repetition, named after it', async () => {
    const widget = await whole();
    await activate(widget, 'Add a person');
    expect(buttons(widget).filter((label) => label.startsWith('Remove'))).to.eql(['Remove (1)', 'Remove (2)']);
  });

  it('requires the items that the instrument requires, also without required', async () => {
    const items = [{ ...small.items[0]!, required: true }, small.items[1]!];
    const widget = await mount(tag, { properties: { instrument: { ...small, items } } });
    const kept = keeps(widget);
    expect(radioGroups(widget).map((group) => group.getAttribute('aria-required'))).to.eql(['true', 'false']);
    await send(widget);
    expect(kept.length).to.equal(0);
    await choose(widget, 0, 'Yes');
    await send(widget);
    expect(kept.length).to.equal(1);
  });

  it('shows the text of a record that the host sets', async () => {
    const one = await whole();
    await type(field(one, 'A name for it'), 'Ada');
    put(field(one, 'Hours of sleep'), '7.5');
    await settled(one);
    const widget = await whole({ value: one.value });
    expect(field(widget, 'A name for it').value).to.equal('Ada');
    expect(field(widget, 'Hours of sleep').value).to.equal('7.5');
    widget.reset();
    await settled(widget);
    expect(field(widget, 'A name for it').value).to.equal('');
    expect(textBoxes(widget).every(({ value }) => value === '')).to.equal(true);
  });

  it('changes only the answered question if there are many', async () => {
    const items = Array.from({ length: 60 }, (_, n) => ({ ...small.items[0]!, id: `i${n}`, text: `Question ${n}` }));
    const widget = await mount(tag, { properties: { instrument: { ...small, items } } });
    await choose(widget, 59, 'Yes');
    expect(answers(widget)).to.eql([{ item: 'i59', state: 'answered', values: ['yes'] }]);
    expect(radiosOf(radioGroups(widget)[0]!).some(({ checked }) => checked)).to.equal(false);
    expect(legendOf(radioGroups(widget)[59]!)).to.equal('Question 59');
    expect(button(widget, 'Stop and erase').textContent).to.contain('erase');
  });

  it('shows typed text in the direction of its own language', async () => {
    const widget = await whole();
    const name = field(widget, 'A name for it');
    for (const [words, direction] of [['Ada', 'ltr'], ['آدا', 'rtl']] as const) {
      put(name, words);
      await settled(widget);
      expect(getComputedStyle(name).direction).to.equal(direction);
    }
  });

  it('shows its scales in the direction of its own wording, whatever the direction of the page', async () => {
    const definition = { ...small, id: 'from-the-right', language: 'ar', direction: 'rtl' };
    const widget = await mount(tag, { properties: { instrument: definition } });
    const base = inside<HTMLElement>(widget, '[part=base]')[0]!;
    expect(getComputedStyle(base).direction).to.equal('rtl');
    expect(base.lang).to.equal('ar');
    const [low, high] = radiosOf(radioGroups(widget)[0]!).map((radio) => radio.getBoundingClientRect());
    expect(low!.left).to.be.greaterThan(high!.left);
  });

  it('lets the person leave out a typed item if every item is required', async () => {
    const widget = await whole({ required: true });
    const out = inside<HTMLInputElement>(widget, '[data-key=name] [part=leave-out] input')[0]!;
    put(field(widget, 'A name for it'), 'Blue');
    await settled(widget);
    out.click();
    await settled(widget);
    expect(field(widget, 'A name for it').value).to.equal('');
    expect(answers(widget)).to.deep.include({ item: 'name', state: 'declined' });
    put(field(widget, 'A name for it'), 'Grey');
    await settled(widget);
    expect(out.checked).to.equal(false);
    expect(answers(widget)).to.deep.include({ item: 'name', state: 'answered', values: ['Grey'] });
  });

  describe('shows an item only if another answer requires it', () => {
    const often = small.scales.often!;
    const shifting = {
      ...small,
      id: 'shifting',
      items: [
        { id: 'first', type: 'choice', scale: 'often', text: 'First?', when: { item: 'words', is: 'answered' } },
        { id: 'second', type: 'choice', scale: 'often', text: 'Second?' },
        { id: 'third', type: 'choice', scale: 'often', text: 'Third?' },
        { id: 'words', type: 'text', text: 'In your words' },
      ],
      scales: { often },
    };

    it('and an item that appears above others does not change their answers', async () => {
      const widget = await mount(tag, { properties: { instrument: shifting } });
      option(question(widget, 'Second?'), 'Yes').click();
      option(question(widget, 'Third?'), 'No').click();
      put(field(widget, 'In your words'), 'so');
      await settled(widget);
      option(question(widget, 'First?'), 'Yes').click();
      expect(chosenIn(question(widget, 'Second?'))).to.eql(['Yes']);
      expect(chosenIn(question(widget, 'Third?'))).to.eql(['No']);
      const names = radioGroups(widget).map((group) => radiosOf(group)[0]!.name);
      expect(new Set(names).size).to.equal(3);
    });

    it('and blank questions that come back are reached by Tab, also if they had the focus before', async () => {
      const widget = await mount(tag, { properties: { instrument: shifting } });
      await choose(widget, 'Second?', 'Yes');
      for (const group of radioGroups(widget)) radiosOf(group)[0]!.focus();
      await activate(widget, 'Keep a copy');
      await activate(widget, 'Close');
      const reached = new Set<Element | null | undefined>();
      for (let presses = 0; presses < 6; presses++) {
        await press('Tab');
        reached.add(widget.shadowRoot!.activeElement?.closest('[role=radiogroup]'));
      }
      expect(radioGroups(widget).filter((group) => !reached.has(group)).map(legendOf)).to.eql([]);
    });

    it('and the focus stays in the field in which a person is typing', async () => {
      const widget = await mount(tag, { properties: { instrument: shifting } });
      const words = field(widget, 'In your words');
      await type(words, 'so');
      await settled(widget);
      expect(radioGroups(widget).length).to.equal(3);
      focusIsOn(words);
      expect(words.value).to.equal('so');
    });
  });
});
