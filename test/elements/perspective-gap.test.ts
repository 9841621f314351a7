import { expect } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import type { InstrumentDefinition } from '../../src/core/instrument/definition.ts';
import type { Answer, Response } from '../../src/core/record/response.ts';
import '../../src/define/perspective-gap.ts';
import type { AttunePerspectiveGap } from '../../src/elements/perspective-gap/perspective-gap.ts';
import { empathyChecklist } from '../../src/instruments/empathy-checklist.ts';
import { registerInstrument } from '../../src/instruments/index.ts';
import { elementContract } from '../contract/element-contract.ts';
import { contrast } from './fixtures/contrast.ts';
import { small } from './fixtures/definitions.ts';
import { collectsGarbage, stillHeld } from './fixtures/garbage.ts';
import { hear, mount, place, warnings } from './fixtures/host.ts';
import { inside, oneInside, press, read, settled } from './fixtures/person.ts';

type Gap = AttunePerspectiveGap;
type Given = Record<string, string | boolean | Answer>;

const at = '2026-05-04T10:00:00+02:00';
const record = (instrument: Response['instrument'], given: Given, more: Partial<Response> = {}): Response => ({
  schema: 1,
  id: `record-${more.author ?? instrument.options.perspective}`,
  instrument,
  status: 'completed',
  startedAt: at,
  completedAt: at,
  locale: 'en',
  answers: Object.entries(given).map(([item, value]): Answer => (typeof value === 'object' ? value : { item, state: 'answered', values: [value] })),
  encounter: 'session-7',
  software: { name: 'test', version: '1.0.0' },
  ...more,
});
const seenBy = (perspective: string, given: Given, more: Partial<Response> = {}): Response =>
  record({ id: 'empathy-checklist', version: '1.0.0', options: { perspective } }, given, more);
const left = (item: string, state: 'declined' | 'unknown' | 'not-applicable'): Answer => ({ item, state });

const client = seenBy('client', { e11: 'yes', e12: 'partly', e13: left('e13', 'not-applicable'), e14: left('e14', 'unknown'), e21: 'no', e22: 'yes' });
const therapist = seenBy('therapist', { e11: 'yes', e12: 'yes', e13: 'yes', e14: 'yes', e21: 'yes', e22: left('e22', 'declined') });
const observer = seenBy('observer', { e11: 'yes', e12: 'yes', e13: 'yes', e21: 'partly' });
const pair = [client, therapist];

const show = (properties: Partial<Gap>, into?: Element): Promise<Gap> =>
  mount<Gap>('attune-perspective-gap', { properties, ...(into && { into }) });
const lines = (gap: Gap): HTMLElement[] => inside<HTMLElement>(gap, '[part~=line]');
const plain = (element: Element): string => element.textContent!.replace(/\s+/g, ' ').trim();
/** The answers in words at the line with this wording. */
const said = (gap: Gap, wording: string): string => {
  const line = lines(gap).find((one) => plain(one).startsWith(wording));
  if (!line) throw new Error(`no line "${wording}" in: ${read(gap)}`);
  return plain(line.querySelector('[part=words]')!);
};
const codes = (errors: CustomEvent<{ code: string }>[]): string[] => errors.map(({ detail }) => detail.code);

elementContract({
  tag: 'attune-perspective-gap',
  properties: { responses: [client, therapist, observer] },
  property: { name: 'headingLevel', value: 3, shows: 'What the therapist did' },
});

describe('attune-perspective-gap', () => {
  describe('says in words', () => {
    it('that both say the same', async () => {
      expect(said(await show({ responses: pair }), 'The therapist let the client finish')).to.equal('Both say: Yes.');
    });

    it('by how many steps the answers are different', async () => {
      const gap = await show({ responses: pair });
      expect(said(gap, 'The therapist summed up')).to.equal('Client: Partly. Therapist: Yes. Steps apart: 1.');
      expect(said(gap, 'The therapist put a feeling')).to.equal('Client: No. Therapist: Yes. Steps apart: 2.');
    });

    it('what cannot be compared, and why', async () => {
      const gap = await show({ responses: pair });
      expect(said(gap, 'The therapist asked more')).to.equal('Client: Did not come up. Therapist: Yes. Cannot be compared.');
      expect(said(gap, 'The therapist kept')).to.equal('Client: Not sure. Therapist: Yes. Cannot be compared.');
      expect(said(gap, "The therapist said the client's")).to.equal('Client: Yes. Therapist: Skip this one. Cannot be compared.');
      expect(said(gap, 'The therapist said something')).to.equal('Client: Left blank. Therapist: Left blank. Cannot be compared.');
    });

    it('that a line was left out, also if the form has no words for it', async () => {
      const definition = { ...small, id: 'wordless', absent: {}, items: [{ id: 'fun', type: 'boolean', text: 'Fun?' }] } as InstrumentDefinition;
      const by = (author: NonNullable<Response['author']>, answer: Answer): Response =>
        record({ id: 'wordless', version: '1.0.0', options: {} }, { fun: answer }, { author });
      const gap = await show({ instrument: definition, responses: [by('client', left('fun', 'unknown')), by('therapist', left('fun', 'declined'))] });
      expect(said(gap, 'Fun?')).to.equal("Client: Can't say. Therapist: Left out. Cannot be compared.");
    });

    it('how many lines of each kind there are, without a score of agreement', async () => {
      const gap = await show({ responses: pair });
      expect(plain(oneInside(gap, '[part=summary]'))).to.equal('Lines: 12. Apart: 2. The same: 1. Cannot be compared: 9.');
      expect(read(gap)).not.to.match(/%|per ?cent|kappa|score|accura|correct|wrong|mean/i);
    });

    it('what a gap is not', async () => {
      expect(read(await show({ responses: pair }))).to.contain('It does not say who is right.');
    });

    it('the answers of three sides', async () => {
      const gap = await show({ responses: [client, therapist, observer] });
      expect(said(gap, 'The therapist let the client finish')).to.equal('All say: Yes.');
      expect(said(gap, 'The therapist put a feeling')).to.equal('Client: No. Therapist: Yes. Observer: Partly. Steps apart: 2.');
      expect(said(gap, 'The therapist asked more')).to.equal('Client: Did not come up. Therapist: Yes. Observer: Yes. The same.');
    });

    it('answers of yes and no, and that a side was not asked', async () => {
      const definition: InstrumentDefinition = {
        ...small,
        id: 'two-lines',
        items: [
          { id: 'again', type: 'boolean', text: 'Again?' },
          { id: 'when', type: 'text', text: 'When?', when: { item: 'again', op: '=', value: true } },
          { id: 'list', type: 'group', text: '', repeats: {}, items: [{ id: 'one', type: 'boolean', text: 'One of many' }] },
        ],
      };
      const by = (author: NonNullable<Response['author']>, given: Given): Response =>
        record({ id: 'two-lines', version: '1.0.0', options: {} }, given, { author });
      const gap = await show({ instrument: definition, responses: [by('client', { again: true, when: 'Soon' }), by('observer', { again: false })] });
      expect(said(gap, 'Again?')).to.equal('Client: Yes. Observer: No. Not the same.');
      expect(said(gap, 'When?')).to.equal('Client: Soon. Observer: Not asked. Cannot be compared.');
      expect(said(gap, 'One of many')).to.contain('Cannot be compared.');
      expect(inside(gap, '[part=scale]')).to.have.length(0);
    });
  });

  describe('shows at once', () => {
    it('which lines have a gap: with a bar, bold words and a part of its own', async () => {
      const gap = await show({ responses: pair });
      const marked = inside<HTMLElement>(gap, '[part~=differ]');
      expect(marked).to.have.length(2);
      const widthOf = (line: Element): number => parseFloat(getComputedStyle(line, '::before').borderInlineStartWidth) || 0;
      const weightOf = (line: Element): number => Number(getComputedStyle(line.querySelector('[part=words]')!).fontWeight);
      expect(marked.map(widthOf)).to.eql([4, 4]);
      expect(marked.map(weightOf)).to.eql([600, 600]);
      const [agreed] = inside<HTMLElement>(gap, '[part~=agree]');
      expect([widthOf(agreed!), weightOf(agreed!)]).to.eql([0, 400]);
    });

    it('the place of each side on the scale, hidden from assistive technology', async () => {
      const gap = await show({ responses: [client, therapist, observer] });
      const line = inside(gap, '[part~=differ]').find((one) => plain(one).startsWith('The therapist put'))!;
      const scale = line.querySelector('[part=scale]')!;
      expect(scale.getAttribute('aria-hidden')).to.equal('true');
      expect([...scale.querySelectorAll('span')].map(plain)).to.eql(['C', 'O', 'T']);
      expect(plain(scale)).to.match(/^No.*Yes$/);
    });

    it('the scale from right to left on a page in that direction', async () => {
      const home = await place();
      home.dir = 'rtl';
      const gap = await show({ responses: pair }, home);
      const [low, , high] = [...oneInside(gap, '[part~=differ] [part=scale]').querySelectorAll('span')];
      expect(low!.getBoundingClientRect().left).to.be.above(high!.getBoundingClientRect().left);
    });

    it('the lines below the headings of their components, in the order of the instrument', async () => {
      const gap = await show({ responses: pair, headingLevel: 4 });
      expect(inside(gap, 'h2').map((one) => [plain(one), one.getAttribute('aria-level')])).to.eql([
        ['What the therapist did', '4'],
        ['Active listening', '5'],
        ['Emotional validation', '5'],
        ['Supportive responses', '5'],
      ]);
      expect(lines(gap)).to.have.length(12);
      for (const [given, level] of [[6, '6'], [9, '3']] as const) {
        gap.headingLevel = given;
        await settled(gap);
        expect(inside(gap, '.group-title').map((one) => one.getAttribute('aria-level'))[0]).to.equal(level);
      }
    });

    it('each answer in the middle of its place, with the same distance at both ends', async () => {
      const gap = await show({ responses: pair });
      const [place] = inside(gap, '.scale span');
      const [dot] = inside(gap, '.scale span b');
      const middle = (element: Element): number => {
        const { left, right } = element.getBoundingClientRect();
        return (left + right) / 2;
      };
      expect(middle(dot!)).to.be.closeTo(middle(place!), 1);
    });

    for (const scheme of ['light', 'dark']) {
      it(`its words with a contrast of 4.5 to 1 on a ${scheme} page`, async () => {
        const home = await place();
        home.style.colorScheme = scheme;
        const gap = await show({ responses: [client, therapist, observer] }, home);
        const words = inside(gap, 'h2, p, b:not(:empty)');
        expect(Math.min(...words.map((one) => contrast(one, 'color')))).to.be.at.least(4.5);
        await expect(gap).to.be.accessible();
      });
    }

    // The other engines cannot emulate print.
    if (/Chrome\//.test(navigator.userAgent)) it('the whole content on paper, without a page break inside a line', async () => {
      const gap = await show({ responses: pair });
      await emulateMedia({ media: 'print' });
      const breaks = lines(gap).map((line) => getComputedStyle(line).breakInside);
      const heights = lines(gap).map((line) => line.offsetHeight);
      await emulateMedia({ media: 'screen' });
      expect(new Set(breaks)).to.eql(new Set(['avoid']));
      expect(Math.min(...heights)).to.be.above(0);
    });

    it('the owner of the wording, whose link is the only control', async () => {
      const home = await place();
      home.innerHTML = '<button>before</button><div></div><button>after</button>';
      const gap = await show({ responses: pair }, home.querySelector('div')!);
      home.querySelector('button')!.focus();
      await press('Tab');
      expect(gap.shadowRoot!.activeElement?.matches('[part=licence] a')).to.equal(true);
      await press('Tab');
      expect(document.activeElement === home.lastElementChild).to.equal(true);
    });
  });

  describe('reads the records', () => {
    it('as JSON in an attribute', async () => {
      const gap = await mount<Gap>('attune-perspective-gap', { attributes: { responses: JSON.stringify(pair) } });
      expect(lines(gap)).to.have.length(12);
    });

    it('as JSON from a child script, or from the property, which has priority', async () => {
      const children = `<script type="application/json">${JSON.stringify(pair)}</script>`;
      const gap = await mount<Gap>('attune-perspective-gap', { children });
      expect(said(gap, 'The therapist put')).to.contain('Client: No.');
      gap.responses = [seenBy('client', { e21: 'yes' }), therapist];
      await settled(gap);
      expect(said(gap, 'The therapist put')).to.equal('Both say: Yes.');
    });

    it('of an instrument by name, by definition, or from the records', async () => {
      for (const instrument of ['empathy-checklist', empathyChecklist, undefined]) {
        expect(lines(await show({ responses: pair, instrument }))).to.have.length(12);
      }
    });

    it('of any instrument that two people fill in', async () => {
      const by = (author: NonNullable<Response['author']>, code: string): Response =>
        record({ id: 'small', version: '1.0.0', options: {} }, { one: code, two: 'yes' }, { author });
      const gap = await show({ instrument: small, responses: [by('client', 'no'), by('therapist', 'yes')] });
      expect(said(gap, 'The first question')).to.equal('Client: No. Therapist: Yes. Steps apart: 1.');
      expect(said(gap, 'The second question')).to.equal('Both say: Yes.');
      expect(inside(gap, '.group-title')).to.have.length(0);
    });

    it('and shows the children of the element while there are none', async () => {
      const errors = hear(document, 'attune-error');
      const gap = await mount<Gap>('attune-perspective-gap', { children: '<p>Not filled in by both yet.</p>' });
      expect(oneInside<HTMLSlotElement>(gap, 'slot').assignedElements()[0]!.textContent).to.equal('Not filled in by both yet.');
      expect(errors).to.have.length(0);
      gap.responses = pair;
      await settled(gap);
      expect(lines(gap)).to.have.length(12);
      gap.responses = undefined;
      await settled(gap);
      expect(lines(gap)).to.have.length(0);
    });
  });

  describe('with input that it cannot use', () => {
    const wrong: Record<string, unknown> = {
      'one record': [client],
      'no list': { client, therapist },
      'no JSON': '[{',
      'two of the same perspective': [client, { ...client, id: 'another' }],
      'another session': [client, { ...therapist, encounter: 'session-8' }],
      'a record that breaks a rule': [client, { ...therapist, status: 'begun' }],
    };
    for (const [what, responses] of Object.entries(wrong)) {
      it(`reports it once and keeps the last good view: ${what}`, async () => {
        const gap = await show({ responses: pair, instrument: 'empathy-checklist' });
        const before = read(gap);
        const errors = hear(gap, 'attune-error');
        gap.responses = responses as Gap['responses'];
        await settled(gap);
        gap.headingLevel = 3;
        await settled(gap);
        expect(codes(errors)).to.eql(['bad-responses']);
        expect(warnings.join()).to.contain('bad-responses');
        expect(read(gap)).to.equal(before);
        gap.responses = [seenBy('client', { e21: 'yes' }), therapist];
        await settled(gap);
        expect(said(gap, 'The therapist put')).to.equal('Both say: Yes.');
      });
    }

    it('reports an instrument that nobody registered', async () => {
      const errors = hear(document, 'attune-error');
      const gap = await show({ responses: pair, instrument: 'warmth' });
      expect(codes(errors)).to.eql(['unknown-instrument']);
      expect(errors[0]!.detail.message).to.contain(': warmth');
      expect(lines(gap)).to.have.length(0);
    });

    it('shows the records when their instrument is registered', async () => {
      const named = pair.map((one) => ({ ...one, instrument: { ...one.instrument, id: 'warmth-and-late' } }));
      const gap = await show({ responses: named });
      expect(lines(gap)).to.have.length(0);
      registerInstrument({ ...empathyChecklist, id: 'warmth-and-late' });
      await settled(gap);
      expect(lines(gap)).not.to.have.length(0);
    });

    it('shows them if the instrument was registered while the element was not on the page; another instrument changes nothing', async () => {
      const named = pair.map((one) => ({ ...one, instrument: { ...one.instrument, id: 'warmth-and-away' } }));
      const errors = hear(document, 'attune-error');
      const gap = await show({ responses: named });
      registerInstrument({ ...empathyChecklist, id: 'another-warmth' });
      await settled(gap);
      expect(codes(errors)).to.eql(['unknown-instrument']);
      const home = gap.parentElement!;
      gap.remove();
      registerInstrument({ ...empathyChecklist, id: 'warmth-and-away' });
      home.append(gap);
      await settled(gap);
      expect(lines(gap)).not.to.have.length(0);
    });

    if (collectsGarbage) {
      it('leaves memory if it is removed before its instrument is registered', async () => {
        const removed = async (): Promise<WeakRef<Element>> => {
          const gap = await show({ responses: pair, instrument: 'never-registered' });
          gap.remove();
          await settled(gap);
          return new WeakRef(gap);
        };
        expect(await stillHeld([await removed()])).to.eql([]);
      });
    }

    it('waits for the instrument only while it is on the page, and finds it after it returns', async () => {
      const named = pair.map((one) => ({ ...one, instrument: { ...one.instrument, id: 'warmth-and-later' } }));
      const gap = await show({ responses: named });
      const errors = hear(gap, 'attune-error');
      const parent = gap.parentElement!;
      gap.remove();
      registerInstrument({ ...empathyChecklist, id: 'another-one' });
      await settled(gap);
      expect(codes(errors), 'a removed element is at rest').to.eql([]);
      registerInstrument({ ...empathyChecklist, id: 'warmth-and-later' });
      parent.append(gap);
      await settled(gap);
      expect(lines(gap)).not.to.have.length(0);
      expect(codes(errors)).to.eql([]);
    });

    it('reports records without an instrument', async () => {
      const errors = hear(document, 'attune-error');
      await show({ responses: [{}, {}] as never });
      expect(codes(errors)).to.eql(['unknown-instrument']);
    });

    it('reports a definition that breaks rules', async () => {
      const errors = hear(document, 'attune-error');
      await show({ responses: pair, instrument: { ...empathyChecklist, version: 'one' } });
      expect(codes(errors)).to.eql(['bad-instrument']);
    });
  });

  it('uses the host’s words', async () => {
    const gap = await show({ responses: pair, strings: { 'gap.client': 'Klientin', 'gap.both': 'Beide sagen {answer}.', leftBlank: 'leer', 'gap.summary': '{differ} von {lines}' } });
    expect(said(gap, 'The therapist summed up')).to.contain('Klientin: Partly.');
    expect(said(gap, 'The therapist let')).to.equal('Beide sagen Yes.');
    expect(said(gap, 'The therapist said something')).to.contain('Klientin: leer.');
    expect(plain(oneInside(gap, '[part=summary]'))).to.equal('2 von 12');
  });

  it('marks the language of the wording, and its direction if the instrument has one', async () => {
    const section = oneInside(await show({ responses: pair }), 'section');
    expect([section.lang, section.hasAttribute('dir')]).to.eql(['en', false]);
    const turned = await show({ responses: pair, instrument: { ...empathyChecklist, direction: 'rtl' } });
    expect(oneInside(turned, 'section').dir).to.equal('rtl');
  });

  it('is a group named by its title, not a landmark: a page can have several', async () => {
    const gap = await show({ responses: pair });
    expect(oneInside(gap, 'section').getAttribute('role')).to.equal('group');
    const name = oneInside(gap, 'section').getAttribute('aria-labelledby');
    expect(plain(oneInside(gap, `#${name}`))).to.equal('What the therapist did');
  });
});
