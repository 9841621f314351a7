import { aTimeout, expect, waitUntil } from '@open-wc/testing';
import type { InstrumentDefinition } from '../../src/core/instrument/definition.ts';
import type { Translation } from '../../src/core/instrument/translation.ts';
import { sourceTexts, wordingHash } from '../../src/core/instrument/wording.ts';
import '../../src/define/all.ts';
import '../../src/drafts/index.ts';
import type { AttuneQuestionnaire } from '../../src/elements/questionnaire/questionnaire.ts';
import { listInstruments, registerInstrument, registerTranslation } from '../../src/instruments/index.ts';
import { registerLocale, type Messages } from '../../src/locales/index.ts';
import { english } from '../../src/ui/text/locales/en/index.ts';
import { anAttack, ATTACKS, harmIn } from './fixtures/attacks.ts';
import { everyType, visit } from './fixtures/definitions.ts';
import { press, STATES } from './fixtures/every-state.ts';
import { mount, place } from './fixtures/host.ts';
import { inside, put, read, settled, textBoxes } from './fixtures/person.ts';
import { waitingRecords } from './fixtures/waiting-records.ts';
import { eachText } from './fixtures/pseudo-language.ts';

declare global {
  interface Window {
    isHit?: boolean;
  }
}

/** A language whose every message and every wording begins with an attack. */
const HOSTILE = 'eo-x-hostile';

const translationOf = (definition: InstrumentDefinition, language: string, change: (text: string) => string): Translation => ({
  schema: 1,
  instrument: definition.id,
  version: definition.version,
  language,
  revision: 1,
  standing: 'draft',
  method: 'For tests.',
  people: [],
  evidence: [],
  sourceHash: wordingHash(definition),
  texts: eachText(sourceTexts(definition), change),
});

const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Nothing has run, and nothing that can run is there. */
async function isHarmless(widget: Element, what: string): Promise<void> {
  await aTimeout(0);
  expect(harmIn(widget), what).to.eql([]);
  expect(window.isHit, what).to.equal(undefined);
}

/** Each text of a definition that a person reads, with an attack before it. */
function attacked<T>(data: T, attack: () => string, key = ''): T {
  const texts = /^(text|title|help|intro|note|stem|prefix|short|minText|maxText|unknown|declined|holder|copyright|message|entryFormat|add|open|unit)$/;
  if (typeof data === 'string') return (texts.test(key) ? `${attack()}${data}` : data) as T;
  if (Array.isArray(data)) return data.map((one: unknown) => attacked(one, attack, key)) as T;
  if (typeof data !== 'object' || !data) return data;
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, attacked(value, attack, name)])) as T;
}

/** The words of a host or a person in a state, each an attack. */
const withAttacks = <T>(given: T): T =>
  JSON.parse(JSON.stringify(given), (_, value: unknown) => (typeof value === 'string' && /^§.*§$/.test(value) ? anAttack() : value)) as T;

describe('texts from a hostile hand', () => {
  before(() => {
    registerInstrument(everyType);
    registerInstrument(visit);
    const hostile = (text: string): string => `${anAttack()}${text}`;
    registerLocale(HOSTILE, eachText(english, hostile) as unknown as Messages);
    for (const definition of listInstruments()) {
      expect(registerTranslation(translationOf(definition, HOSTILE, hostile)).ok, definition.id).to.equal(true);
    }
  });
  afterEach(() => {
    delete window.isHit;
  });

  it('run in a page that does not escape them, so the test would notice', async () => {
    const frame = document.createElement('iframe');
    (await place()).append(frame);
    const page = frame.contentWindow!;
    page.document.body.innerHTML = ATTACKS.join('\n');
    await waitUntil(() => page.isHit, 'nothing has run');
  });

  it('stay text in every state of every element, in messages, wording, attributes, records and names', async function () {
    this.timeout(90_000);
    for (const { tag, name, placed, act } of STATES) {
      const home = await place();
      home.lang = HOSTILE;
      const widget = await mount<AttuneQuestionnaire>(tag, {
        ...placed,
        attributes: { ...withAttacks(placed?.attributes ?? {}), translations: 'draft' },
        ...(placed?.properties && { properties: withAttacks(placed.properties) }),
        into: home,
      });
      await act?.(widget);
      await settled(widget);
      await isHarmless(widget, `${tag}, ${name}`);
      home.remove();
    }
  });

  for (const [nth, definition] of [everyType, visit].entries()) {
    it(`stay text in a definition, however it comes: ${definition.id}`, async () => {
      for (const [at, attack] of ATTACKS.entries()) {
        if (at % 2 !== nth) continue;
        const data = attacked({ ...definition, id: `hostile-${nth}` }, () => attack);
        const json = JSON.stringify(data);
        const home = await place();
        const widgets = [
          await mount('attune-questionnaire', { properties: { instrument: data, layout: 'list' }, into: home }),
          await mount('attune-questionnaire', { attributes: { layout: 'list' }, children: `<script type="application/json">${json.replaceAll('<', '\\u003c')}</script>`, into: home }),
        ];
        for (const widget of widgets) {
          await isHarmless(widget, attack);
          expect(read(widget), 'the text is shown as it is').to.contain(squeezed(attack));
        }
        home.remove();
      }
    });
  }

  it('stay text in a translation', async () => {
    const source = { ...everyType, id: 'to-translate' };
    expect(registerInstrument(source).ok).to.equal(true);
    const translation = translationOf(source, 'fr', (text) => `${anAttack()}${text}`);
    expect(registerTranslation(translation).ok).to.equal(true);
    const widget = await mount('attune-questionnaire', { attributes: { instrument: source.id, translations: 'draft', lang: 'fr', layout: 'list' } });
    expect(read(widget)).to.contain(squeezed(translation.texts.title as string));
    await isHarmless(widget, 'a translation');
  });

  for (const attack of ATTACKS) {
    it(`stays text when a person writes it: ${attack.slice(0, 40)}`, async () => {
      const widget = await mount('attune-reflection', { attributes: { review: '' } });
      const [box] = textBoxes(widget);
      put(box!, attack);
      await settled(widget);
      await press(widget, 'copy');
      expect(read(widget)).to.contain(squeezed(attack));
      await isHarmless(widget, 'a copy');
      inside<HTMLElement>(widget, 'button').find((one) => one.textContent!.trim() === 'Print')!.click();
      const sheet = inside<HTMLIFrameElement>(widget, 'iframe')[0]!.contentDocument!;
      expect(squeezed(sheet.body.textContent!)).to.contain(squeezed(attack));
      expect([...sheet.querySelectorAll('*')].map(({ localName }) => localName).filter((name) => !/^(html|head|title|body|h1|h2|p|hr)$/.test(name))).to.eql([]);
    });
  }

  it('stay text in a record that comes back', async () => {
    for (const attack of ATTACKS) {
      const first = await mount('attune-questionnaire', { properties: { instrument: visit, layout: 'list' } });
      put(inside<HTMLTextAreaElement>(first, '[autocomplete=name], [type=text]')[0]!, attack.replace(/\s+/g, ' ').trim().slice(0, 20));
      await settled(first);
      const { value } = first;
      const [answer] = value!.answers;
      const again = await mount('attune-questionnaire', { properties: { instrument: visit, layout: 'list', value, review: true } });
      await press(again, 'copy');
      await isHarmless(again, attack);
      expect(read(again)).to.contain(answer?.state === 'answered' && squeezed(String(answer.values[0])));
    }
  });

  it('stay text in a record that waits to be sent', async () => {
    for (const attack of ATTACKS) {
      const records = [{ id: attack, state: 'refused' as const, savedAt: 0, record: {}, copies: [{ title: attack, lang: attack, lines: [{ label: attack, text: attack, lang: attack }] }] }];
      const widget = await mount('attune-unsent', { children: '', properties: { outbox: waitingRecords(records) } });
      await waitUntil(() => inside(widget, 'article').length, 'it lists nothing');
      await press(widget, 'copy');
      expect(read(widget)).to.contain(squeezed(attack));
      await isHarmless(widget, attack);
      widget.remove();
    }
  });

  it('stay text in a journal that somebody changed on the device', async () => {
    const written = await mount('attune-journal', { attributes: { kept: 'device', 'storage-key': 'hostile' }, children: '' });
    put(inside<HTMLTextAreaElement>(written, 'textarea')[0]!, 'A day like others.');
    await press(written, 'put');
    await press(written, 'keep-now');
    await waitUntil(() => localStorage.getItem('attune-journal:hostile')?.includes('A day'), 'the entry was not stored');
    written.remove();
    const stored = localStorage.getItem('attune-journal:hostile');
    for (const attack of ATTACKS) {
      localStorage.setItem('attune-journal:hostile', stored!.replace('A day like others.', JSON.stringify(attack).slice(1, -1)));
      const widget = await mount('attune-journal', { attributes: { kept: 'device', 'storage-key': 'hostile' }, children: '' });
      await isHarmless(widget, attack);
      expect(read(widget)).to.contain(squeezed(attack));
      widget.remove();
    }
    localStorage.removeItem('attune-journal:hostile');
  });

  describe('in a draft that somebody changed in its store', () => {
    const DRAFT = 'attune-draft:hostile:every-type';
    /** A widget whose store has this draft. `goOn`: the person goes on with it. */
    const withDraft = async (text: string): Promise<{ widget: AttuneQuestionnaire; goOn: () => Promise<void> }> => {
      const store = new Map([[DRAFT, text]]);
      const widget = await mount('attune-questionnaire', { properties: { instrument: everyType, draftKey: 'hostile', draftStore: store, layout: 'list' } });
      const notice = (): string => inside(widget, '[part=draft]')[0]!.textContent!;
      await waitUntil(notice, 'it says nothing');
      const goOn = async (): Promise<void> => {
        inside<HTMLElement>(widget, '[part=draft] button')[0]!.click();
        await waitUntil(() => /keeps your answers/.test(notice()), 'it does not go on');
        await settled(widget);
      };
      return { widget, goOn };
    };
    const record = { schema: 1, id: 'hostile', instrument: { id: 'every-type', version: everyType.version, options: {}, language: 'en' }, status: 'in-progress', startedAt: '2026-11-30T09:00:00Z', locale: 'en', software: { name: 'x', version: '1' } };
    const draft = (attack: string, more: object = {}): object => ({
      'attune-draft': 1, savedAt: Date.now(), days: 7,
      parts: [{
        state: JSON.stringify({ ...record, answers: [{ item: 'name', state: 'answered', values: [attack] }, { item: attack, state: 'answered', values: [attack] }], rejected: [{ item: 'hours', at: [], given: [attack] }] }),
        words: [[attack, attack, attack]],
      }],
      aside: [['old', attack, attack]],
      ...more,
    });

    it('stays text: what was answered, what is no valid answer, and what does not fit any more', async () => {
      for (const attack of ATTACKS) {
        const { widget, goOn } = await withDraft(JSON.stringify(draft(attack)));
        await goOn();
        await isHarmless(widget, attack);
        expect(squeezed(inside(widget, '[part=draft]')[0]!.textContent!), 'what does not fit').to.contain(squeezed(attack));
        widget.remove();
      }
    });

    it('changes no object, and what is cut off or of another element is not restored', async () => {
      const text = JSON.stringify(draft('mine'));
      const huge = JSON.stringify(draft('x'.repeat(5_000_000)));
      const foreign = JSON.stringify(draft('mine', { parts: [{ state: JSON.stringify({ ...record, instrument: { ...record.instrument, id: 'another' }, answers: [] }), words: [] }] }));
      const polluted = text.replace('{', '{"__proto__":{"isHit":true},"constructor":{"prototype":{"isHit":true}},').replaceAll('{\\"schema\\"', '{\\"__proto__\\":{\\"isHit\\":true},\\"schema\\"');
      expect(polluted.split('__proto__').length, 'it pollutes the draft and the state').to.equal(3);
      for (const given of [polluted, foreign, huge]) {
        const { widget, goOn } = await withDraft(given);
        await goOn();
        await isHarmless(widget, given.slice(0, 200));
        expect(({} as { isHit?: boolean }).isHit).to.equal(undefined);
        // The person can still answer.
        inside<HTMLInputElement>(widget, 'input[type=radio]')[0]!.click();
        await settled(widget);
        expect(widget.value!.answers.length).to.be.greaterThan(0);
        widget.remove();
      }
      for (const given of [text.slice(0, -20), text.slice(0, 10), JSON.stringify([text]), `${'9'.repeat(400)}`, '{"attune-draft":1,"parts":"x"}']) {
        const { widget } = await withDraft(given);
        expect(inside(widget, '[part=draft]')[0]!.textContent, 'it asks as if there were none').to.contain('May this page keep');
        widget.remove();
      }
    });
  });
});

/** The same data, and in each object keys that others copy onto every object of the page. */
function polluting(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(polluting);
  if (typeof data !== 'object' || !data) return data;
  const keys = Object.entries(data).map(([key, value]): [string, unknown] => [key, polluting(value)]);
  return Object.fromEntries([...keys, ['__proto__', { isHit: true }], ['constructor', { prototype: { isHit: true } }]]);
}

/** What every object of the page would inherit. */
const inherited = (): PropertyKey[] => [Object, Array, String, Function, Element, EventTarget].flatMap((one) =>
  Reflect.ownKeys(one.prototype as object).filter((key) => key === 'isHit' || key === 'prototype'));

describe('keys that would change every object', () => {
  it('change none, in any property of any element', async function () {
    this.timeout(60_000);
    for (const { tag, name, placed } of STATES) {
      for (const given of [placed?.properties ?? {}, { instrument: everyType, strings: english, records: [{}], milestones: [{ id: '__proto__' }] }]) {
        const widget = await mount(tag, { ...placed, properties: Object.fromEntries(Object.entries(given).map(([name, value]) => [name, polluting(value)])) });
        const json = JSON.stringify(polluting(everyType));
        for (const attribute of ['instrument', 'value', 'strings', 'milestones', 'earlier', 'responses', 'last-questions']) widget.setAttribute(attribute, json);
        await settled(widget);
        expect(({} as { isHit?: boolean }).isHit, `${tag}, ${name}`).to.equal(undefined);
        expect(inherited(), `${tag}, ${name}`).to.eql([]);
        widget.remove();
      }
    }
  });

  it('change none as ids of items, choices, scales and options, and the person can still answer', async () => {
    const ids = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    const instrument = {
      ...everyType,
      id: 'awkward',
      items: ids.map((id) => ({ id, type: 'choice', text: `The item ${id}`, choices: ids.map((code) => ({ code, text: `The choice ${code}` })) })),
    };
    const widget = await mount('attune-questionnaire', { properties: { instrument, layout: 'list' } });
    for (const radio of inside<HTMLInputElement>(widget, '[role=radiogroup] label:first-of-type input')) radio.click();
    await settled(widget);
    expect(widget.value!.answers.map(({ item }) => item)).to.eql(ids);
    expect(inherited()).to.eql([]);
  });
});
