import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { posthog, type CaptureResult } from 'posthog-js';
import type { Instrument } from '../../src/core/index.ts';
import { resolveInstrument } from '../../src/core/instrument/resolve-instrument.ts';
import { renderFallback } from '../../src/html/index.ts';
import { getInstrument } from '../../src/instruments/index.ts';
import { everyType } from './fixtures/definitions.ts';
import { place } from './fixtures/host.ts';
import { startRecording, textOf, told } from './fixtures/recording.ts';
import { people, point } from './fixtures/two-people.ts';

const forms = [getInstrument('trust-12'), resolveInstrument(everyType)].map((got) => {
  if (!got.ok) throw new Error('not there');
  return got.instrument;
});

const htmlOf = (instrument: Instrument, unmasked = false): string => renderFallback(instrument, { id: 'r1', name: 'f', action: '/nowhere', unmasked });

/** The words of the form, and what is written in it. */
const textsIn = (form: Element): string[] =>
  [
    ...[...form.querySelectorAll('label, legend, p, h2')].map(({ textContent }) => textContent.trim()),
    ...[...form.querySelectorAll<HTMLInputElement>('textarea, [type=text]')].map(({ value }) => value),
  ].filter((text) => text.length > 3);

const foundIn = (noted: string, texts: readonly string[]): string[] => texts.filter((text) => noted.includes(JSON.stringify(text).slice(1, -1)));

/** Uses one control of each kind, and says how many there were. */
async function fillIn(form: Element, { nth, downs, text }: (typeof people)[number]): Promise<number> {
  let used = 0;
  const inView = (control: Element | null): control is HTMLElement => {
    control?.scrollIntoView({ block: 'center', behavior: 'instant' });
    if (control) used++;
    return !!control;
  };
  const radios = form.querySelector('fieldset:has([type=radio])')?.querySelectorAll('label')[nth] ?? null;
  if (inView(radios)) await point(radios);
  const boxes = form.querySelector('fieldset:has([type=checkbox])')?.querySelectorAll('label')[nth] ?? null;
  if (inView(boxes)) await point(boxes);
  const list = form.querySelector('select');
  if (inView(list)) list.selectedIndex = downs;
  for (const field of [form.querySelector('textarea'), form.querySelector('[type=text]')]) {
    if (!inView(field)) continue;
    await point(field);
    await sendKeys({ type: text });
  }
  await sendMouse({ type: 'move', position: [1, 1] });
  return used;
}

// The number of rrweb for a change, and of the moves of a pointer in it.
const [CHANGE, MOVE] = [3, 1];

for (const form of forms) {
  describe(`a session recorder on a page with the form without script of ${form.id}`, () => {
    const record = async (person: (typeof people)[number], unmasked = false): Promise<{ recording: string; differing: string[]; texts: string[] }> => {
      const home = await place();
      scrollTo(0, 0);
      const stop = startRecording();
      home.innerHTML = htmlOf(form, unmasked);
      expect(await fillIn(home.firstElementChild!, person)).to.be.above(0);
      const texts = textsIn(home);
      const events = await stop();
      home.remove();
      const still = events.filter(({ type, data }) => (type as number) !== CHANGE || (data as { source: number }).source !== MOVE);
      return { recording: textOf(events), differing: told(still, 'form'), texts };
    };

    it('notes none of its words and answers', async () => {
      const { recording, texts } = await record(people[0]!);
      expect(texts.length).to.be.above(5);
      expect(foundIn(recording, texts)).to.eql([]);
    });

    it('notes the same for two people who fill it in differently, but for the moves of the pointer', async () => {
      const [one, other] = [await record(people[0]!), await record(people[1]!)];
      expect(other.differing).to.eql(one.differing);
    });

    it('notes words and answers if the host says unmasked', async () => {
      const { recording, texts } = await record(people[0]!, true);
      expect(foundIn(recording, texts)).to.include.members(['Left blank', people[0]!.text]);
    });
  });
}

describe('the autocapture of analytics on a page with a form without script', () => {
  it('notes no click in it, but one beside it', async () => {
    const captured: CaptureResult[] = [];
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
    const home = await place();
    home.innerHTML = `${htmlOf(forms[0]!)}<button>Beside it</button>`;
    await fillIn(home.firstElementChild!, people[0]!);
    await point(home.lastElementChild!);
    expect(JSON.stringify(captured)).to.contain('Beside it');
    expect(foundIn(JSON.stringify(captured), textsIn(home.firstElementChild!))).to.eql([]);
  });
});
