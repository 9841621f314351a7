import { expect } from '@open-wc/testing';
import '../../src/locales/ar.ts';
import '../../src/locales/ar/html.ts';
import type { Instrument } from '../../src/core/instrument/instrument.ts';
import { readForm, renderFallback } from '../../src/html/index.ts';
import { getInstrument, listInstruments } from '../../src/instruments/index.ts';
import { everyType } from './fixtures/definitions.ts';

/** A form without script on a page of its own, in a container of this width. */
function show(instrument: Instrument, width = 320, options = {}): { place: HTMLElement; form: HTMLFormElement } {
  const place = document.createElement('main');
  place.style.setProperty('inline-size', `${width}px`);
  place.append(document.createRange().createContextualFragment(renderFallback(instrument, { id: 'r1', action: '/', ...options })));
  document.body.append(place);
  return { place, form: place.querySelector('form')! };
}

const forms: Instrument[] = listInstruments().map(({ id }) => {
  const got = getInstrument(id);
  if (!got.ok) throw new Error(id);
  return got.instrument;
});

describe('a form without script, in a browser', () => {
  afterEach(() => document.querySelector('main')?.remove());

  for (const instrument of [...forms, everyType as unknown as Instrument]) {
    for (const locale of ['en', 'ar']) {
      it(`is accessible and does not scroll sideways at 320 px: ${instrument.id}, ${locale}`, async () => {
        const settled = { ...instrument, options: instrument.options ?? {} };
        const { place } = show(settled, 320, { locale });
        await expect(place).to.be.accessible();
        expect(place.scrollWidth, 'width').to.be.at.most(320);
      });
    }
  }

  it('sends what the browser makes of it', () => {
    const instrument = forms.find(({ id }) => id === 'progress-check-in')!;
    const { form } = show(instrument);
    form.querySelector<HTMLTextAreaElement>('[name$=".p1"]')!.value = 'One\nTwo';
    form.querySelector<HTMLInputElement>('[name$=".p2"][value="7"]')!.checked = true;
    const read = readForm(new FormData(form), { name: instrument.id, find: getInstrument, now: '2026-03-01T10:00:00Z' });
    expect(read.state === 'completed' && read.response.answers.map((answer) => 'values' in answer && answer.values)).to.eql([['One\nTwo'], [7]]);
  });

  it('slants no letters of a script without italics', async () => {
    const sheet = document.createElement('link');
    sheet.rel = 'stylesheet';
    sheet.href = '/src/html/fallback.css';
    const loaded = new Promise((done) => sheet.addEventListener('load', done));
    document.head.append(sheet);
    await loaded;
    const { form } = show(forms.find(({ id }) => id === 'progress-check-in')!);
    const style = (lang: string): string => {
      form.querySelector('[data-attune=fallback]')!.setAttribute('lang', lang);
      return getComputedStyle(form.querySelector('.attune-when')!).fontStyle;
    };
    expect(['en', 'ar', 'he', 'ar-EG'].map(style)).to.eql(['italic', 'normal', 'normal', 'normal']);
    sheet.remove();
  });
});
