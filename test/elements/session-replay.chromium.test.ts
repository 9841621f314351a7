import { expect } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import { posthog, type CaptureResult } from 'posthog-js';
import type { Response } from '../../src/core/record/response.ts';
import { registerInstrument } from '../../src/instruments/index.ts';
import { everyType, visit } from './fixtures/definitions.ts';
import { press as activate, STATES } from './fixtures/every-state.ts';
import { mount, place } from './fixtures/host.ts';
import { inside, settled } from './fixtures/person.ts';
import { startRecording, textOf, told } from './fixtures/recording.ts';
import { FILLED, fillIn, people, point } from './fixtures/two-people.ts';

for (const definition of [everyType, visit]) registerInstrument(definition);

/** Every text in the shadow roots of a widget and of those in it, but what the page itself wrote. */
function textsIn(widget: Element): string[] {
  const texts: string[] = [];
  const walk = (node: Node): void => {
    if (node instanceof Text && !(node.parentNode instanceof HTMLStyleElement)) texts.push(node.data.trim());
    if (node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement) texts.push(node.value);
    if (node instanceof Element && node.shadowRoot) walk(node.shadowRoot);
    node.childNodes.forEach(walk);
  };
  walk(widget.shadowRoot!);
  return texts.filter((text) => text.length > 3 && !widget.outerHTML.includes(text));
}

/** Those texts that stand in what was noted. A short one counts only as a whole, because it can be a part of another word. */
const foundIn = (noted: string, texts: readonly string[]): string[] =>
  texts.filter((text) => noted.includes(text.length < 8 ? JSON.stringify(text) : JSON.stringify(text).slice(1, -1)));

describe('a session recorder', () => {
  for (const tag of new Set(STATES.map((state) => state.tag))) {
    it(`notes no text of <${tag}> in any of its states`, async function () {
      this.timeout(60_000);
      for (const { name, placed, act } of STATES.filter((state) => state.tag === tag)) {
        const home = await place();
        const stop = startRecording();
        const widget = await mount(tag, { ...placed, into: home });
        await act?.(widget);
        await settled(widget);
        const texts = textsIn(widget);
        const recorded = textOf(await stop());
        home.remove();
        expect(texts.length, name).to.be.above(0);
        expect(foundIn(recorded, texts), name).to.eql([]);
      }
    });
  }

  for (const attribute of ['unmasked', 'UNMASKED']) {
    it(`notes what a widget shows if the host says ${attribute}`, async () => {
      const stop = startRecording();
      const widget = await mount('attune-why-trust', { attributes: { [attribute]: '' }, children: '' });
      const texts = textsIn(widget);
      expect(foundIn(textOf(await stop()), texts)).to.eql(texts);
    });
  }

  it('notes nothing if a framework writes unmasked="false", or if the host takes its word back', async () => {
    const stop = startRecording();
    const widgets = [
      await mount('attune-why-trust', { attributes: { unmasked: 'false' }, children: '' }),
      await mount('attune-journal', { attributes: { unmasked: '' }, children: '' }),
    ];
    const texts = widgets.flatMap(textsIn);
    expect(foundIn(textOf(await stop()), texts)).to.eql([]);
    const [card] = widgets;
    card!.setAttribute('unmasked', '');
    card!.removeAttribute('unmasked');
    const stopLater = startRecording();
    expect(foundIn(textOf(await stopLater()), texts)).to.eql([]);
  });

  it('notes nothing of a copy that is printed', async () => {
    const stop = startRecording();
    const widget = await mount('attune-trust-questionnaire', { attributes: { length: 'pulse' } });
    inside<HTMLInputElement>(widget, 'input')[0]!.click();
    await settled(widget);
    await activate(widget, 'copy');
    const print = inside<HTMLElement>(widget, 'button').find((one) => one.textContent!.trim() === 'Print')!;
    print.click();
    const [frame] = inside<HTMLIFrameElement>(widget, 'iframe');
    const lines = frame!.contentDocument!.body.innerText.split('\n').filter((line) => line.length > 3);
    expect(lines.length).to.be.above(3);
    expect(foundIn(textOf(await stop()), lines)).to.eql([]);
  });
});

describe('a script that listens to moves on the document', () => {
  it('gets one at the middle of a widget for each over it, and learns no other place', async () => {
    const widget = await mount<HTMLElement>('attune-trust-questionnaire', { attributes: { length: 'pulse' } });
    const places: string[] = [];
    const note = (event: Event): void => void places.push(`${event.type} ${(event as PointerEvent).clientX}`);
    const types = ['pointermove', 'mousemove', 'pointerover', 'mouseover', 'mouseout'] as const;
    await sendMouse({ type: 'move', position: [1, 1] });
    for (const type of types) document.addEventListener(type, note, true);
    const [one, other] = inside(widget, 'label').map((label) => label.getBoundingClientRect());
    for (const { left, top } of [one!, other!]) await sendMouse({ type: 'move', position: [Math.round(left) + 5, Math.round(top) + 5] });
    for (const type of types) document.removeEventListener(type, note, true);
    const { left, right } = widget.getBoundingClientRect();
    const moves = places.filter((place) => place.startsWith('pointermove'));
    expect(moves).to.eql(Array(2).fill(`pointermove ${Math.round((left + right) / 2)}`));
    expect(places.filter((place) => /^mouse(move|over)/.test(place))).to.eql([]);
  });
});

describe('a recording of a form that two people fill in differently', () => {
  for (const [tag, placed, begin, used = []] of FILLED) {
    it(`is the same: <${tag}> ${(placed?.properties?.instrument as { id: string } | undefined)?.id ?? ''}`, async function () {
      this.timeout(30_000);
      const recordings: string[][] = [];
      const values: string[] = [];
      for (const person of people) {
        const home = await place();
        scrollTo(0, 0);
        const stop = startRecording();
        const widget = await mount<HTMLElement>(tag, { ...placed, into: home });
        await begin?.(widget);
        const form = tag === 'attune-session' ? (widget.firstElementChild as HTMLElement) : widget;
        await settled(form);
        expect(await fillIn(form, person)).to.be.above(0);
        if ('value' in form) values.push(JSON.stringify((form.value as Response | null)?.answers));
        recordings.push(told(await stop(), tag));
        home.remove();
      }
      const [one, other] = recordings as [string[], string[]];
      const differs = one.findIndex((event, at) => event !== other[at]);
      expect(differs, `${one[differs]?.slice(0, 500)}\n${other[differs]?.slice(0, 500)}`).to.equal(-1);
      expect(other.length).to.equal(one.length);
      if (values.length) expect(values[0], 'they have given other answers').not.to.equal(values[1]);
      for (const item of used) expect(values.map((value) => value.includes(`"item":"${item}"`)), item).to.eql([true, true]);
    });
  }
});

describe('the autocapture of analytics', () => {
  const captured: CaptureResult[] = [];
  before(() => {
    posthog.init('phc_none', {
      api_host: location.origin,
      autocapture: true,
      // It takes a browser under test for a bot.
      opt_out_useragent_filter: true,
      capture_pageview: false,
      capture_pageleave: false,
      disable_session_recording: true,
      disable_surveys: true,
      advanced_disable_flags: true,
      disable_external_dependency_loading: true,
      persistence: 'memory',
      before_send: (event: CaptureResult | null) => {
        if (event) captured.push(event);
        return null;
      },
    });
  });

  it('notes a click beside a widget', async () => {
    const home = await place();
    home.innerHTML = '<button>Beside it</button>';
    await point(home.firstElementChild!);
    expect(JSON.stringify(captured.splice(0))).to.contain('Beside it');
  });

  it('notes the same, whatever is chosen and written', async () => {
    const notes: string[] = [];
    for (const person of people) {
      const widget = await mount<HTMLElement>('attune-questionnaire', { properties: { instrument: everyType } });
      await fillIn(widget, person);
      const texts = textsIn(widget);
      const noted = captured.splice(0);
      expect(foundIn(JSON.stringify(noted), texts)).to.eql([]);
      widget.remove();
      notes.push(JSON.stringify(noted.map(({ event, properties }) => [event, properties.$event_type, properties.$elements_chain])));
    }
    expect(notes[1]).to.equal(notes[0]);
  });
});
