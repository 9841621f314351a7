import { expect } from '@open-wc/testing';
import '../../src/define/all.ts';
import '../../src/locales/de.ts';
import '../../src/locales/fr.ts';
import { eight, weekly } from './fixtures/courses.ts';
import { mount, place, type Placed } from './fixtures/host.ts';
import { choose, inside, settled } from './fixtures/person.ts';

const texts = (widget: Element, selector: string): string[] => inside(widget, selector).map((one) => one.textContent!.trim());

/** An element of the host, with the widgets in its shadow root. */
async function hostElement(lang: string, own?: string): Promise<Element> {
  const home = await place();
  home.lang = lang;
  const host = home.appendChild(document.createElement('div'));
  if (own !== undefined) host.lang = own;
  return host.attachShadow({ mode: 'open' }).appendChild(document.createElement('div'));
}

const asked = { milestone: 'asked', date: '2026-03-02', kept: 'clinic' };

describe('the language around a widget', () => {
  const german = (tag: string, placed: Placed, own?: string): Promise<HTMLElement> =>
    hostElement('de', own).then((into) => mount<HTMLElement>(tag, { children: '', ...placed, into }));

  it('is in the record, also if the widget is in a host’s shadow root', async () => {
    const widget = await mount('attune-trust-questionnaire', { into: await hostElement('de') });
    await choose(widget, 0, 1);
    expect(widget.value!.locale).to.equal('de');
  });

  it('is that of the nearest element with a lang, also of an element with a shadow root', async () => {
    const widget = await mount('attune-trust-questionnaire', { into: await hostElement('de', 'fr-CH') });
    await choose(widget, 0, 1);
    expect(widget.value!.locale).to.equal('fr-CH');
  });

  it('is unknown if the nearest lang is empty', async () => {
    const widget = await mount('attune-trust-questionnaire', { into: await hostElement('de', '') });
    await choose(widget, 0, 1);
    expect(widget.value!.locale).to.equal('en');
  });

  it('is the language of the date of a milestone, in a host’s shadow root', async () => {
    const badge = await german('attune-milestone-badge', { attributes: asked });
    expect(texts(badge, 'time')).to.eql(['2. März 2026']);
  });

  it('and on the board', async () => {
    const board = await german('attune-milestones', {
      attributes: { kept: 'clinic' },
      properties: { milestones: [{ ...asked, id: 'a' }] },
    });
    const [badge] = inside(board, 'attune-milestone-badge');
    await settled(badge!);
    expect(texts(badge!, 'time')).to.eql(['2. März 2026']);
  });

  it('is the language of days and numbers in the trend', async () => {
    const trend = await german('attune-trust-trend', { attributes: { audience: 'clinician' }, properties: { records: weekly(eight) } });
    expect(texts(trend, '[part=legend]')[0]).to.contain('02.02.2026').and.to.contain('79,17');
  });
});
