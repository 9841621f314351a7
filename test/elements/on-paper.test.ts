import { expect } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import '../../src/define/all.ts';
import '../../src/drafts/index.ts';
import { empathyChecklist } from '../../src/instruments/empathy-checklist.ts';
import { small } from './fixtures/definitions.ts';
import { mount, place } from './fixtures/host.ts';
import { field, inside, oneInside, press, put, settled, textBoxes } from './fixtures/person.ts';

const long = 'What you said at the end of the hour stayed with me, and then it was Friday. '.repeat(20);
const isWhole = ({ scrollHeight, clientHeight }: HTMLElement): boolean => scrollHeight <= clientHeight;
const questions = (into?: Element): Promise<HTMLElement> =>
  mount('attune-questionnaire', { properties: { instrument: small }, ...(into && { into }) });

describe('a widget on paper', () => {
  it('shows which options are chosen, although a browser does not print backgrounds', async () => {
    const widget = await questions();
    const [radio] = inside<HTMLInputElement>(widget, '[type=radio]');
    radio!.click();
    expect(getComputedStyle(radio!).printColorAdjust).to.equal('exact');
  });

  // The other browsers do it with the print style sheet only.
  if (!CSS.supports('field-sizing', 'content')) it('shows the whole written text, in the questionnaire, the journal and the badge', async () => {
    const journal = await mount('attune-journal', { children: '' });
    const badge = await mount('attune-milestone-badge', { children: '', attributes: { milestone: 'said-no', date: '2026-03-02' } });
    oneInside(badge, '#word').click();
    await settled(badge);
    const widgets = [await questions(), journal, badge];
    for (const widget of widgets) put(textBoxes(widget)[0]!, long);
    dispatchEvent(new Event('beforeprint'));
    for (const widget of widgets) expect(textBoxes(widget).every(isWhole), widget.localName).to.equal(true);
  });

  // The other engines cannot emulate print.
  if (/Chrome\//.test(navigator.userAgent)) describe('by its print style sheet', () => {
    beforeEach(() => emulateMedia({ media: 'print' }));
    afterEach(() => emulateMedia({ media: 'screen' }));

    it('has nothing about a draft', async () => {
      const widget = await mount('attune-questionnaire', { properties: { instrument: small, draftKey: 'paper', draftStore: new Map() } });
      const notice = oneInside(widget, '[part=draft]');
      while (!notice.textContent) await settled(widget);
      expect(notice.offsetHeight).to.equal(0);
      await emulateMedia({ media: 'screen' });
      expect(notice.offsetHeight).to.be.greaterThan(0);
    });

    it('shows the whole written text, also if the person made the field smaller', async () => {
      const widget = await questions();
      const box = field(widget, 'Anything else?');
      put(box, long);
      box.style.height = '60px';
      expect(isWhole(box)).to.equal(true);
    });

    it('has the draft of a journal below its title, with its prompt, and no empty field', async () => {
      const journal = await mount('attune-journal', { children: '' });
      const shown = (): string[] =>
        inside<HTMLElement>(journal, 'section > *').filter((part) => part.offsetHeight).map(({ localName, id }) => id || localName);
      oneInside(journal, '[part=prompt]').click();
      await settled(journal);
      expect(shown()).to.eql(['title']);
      put(textBoxes(journal)[0]!, long);
      await settled(journal);
      expect(shown()).to.eql(['title', 'prompt', 'box']);
      expect(isWhole(textBoxes(journal)[0]!)).to.equal(true);
    });

    it('is dark on white, also from a dark page', async () => {
      const home = await place();
      home.style.colorScheme = 'dark';
      const widget = await questions(home);
      const { color } = getComputedStyle(oneInside(widget, 'h2'));
      expect(color).to.equal('rgb(30, 42, 46)');
      expect(getComputedStyle(widget).backgroundColor).to.equal('rgb(255, 255, 255)');
    });

    it('says how much is answered, without a bar', async () => {
      const widget = await questions();
      expect(oneInside(widget, '[part=progress]').textContent).to.contain('answered');
      expect(inside<HTMLElement>(widget, 'progress').map(({ offsetHeight }) => offsetHeight)).to.eql([0]);
    });

    it('has no buttons, no space for them, and no focus ring', async () => {
      const widget = await mount('attune-session', {
        children: '<p slot="crisis">x</p><attune-check-in></attune-check-in><attune-benefits-check></attune-benefits-check>',
      });
      const [checkIn] = widget.children[1] ? [widget.children[1]] : [];
      inside<HTMLInputElement>(checkIn!, '[type=radio]')[0]!.click();
      await settled(checkIn!);
      await press('Tab');
      for (const one of [widget, checkIn!]) {
        expect(inside<HTMLElement>(one, 'button, [part=actions]').filter(({ offsetHeight }) => offsetHeight)).to.eql([]);
        expect(inside(one, ':focus-visible').every((part) => getComputedStyle(part).outlineStyle === 'none')).to.equal(true);
      }
    });
  });

  it('has no heading and no label of an answer at the end of a page', async () => {
    const widget = await mount('attune-questionnaire', { properties: { instrument: empathyChecklist }, attributes: { review: '' } });
    expect(new Set(inside(widget, 'h2').map((one) => getComputedStyle(one).breakAfter))).to.eql(new Set(['avoid']));
    inside<HTMLInputElement>(widget, '[type=radio]')[0]!.click();
    await settled(widget);
    oneInside(widget, '[part=copy]').click();
    await settled(widget);
    expect(new Set(inside(widget, 'dt').map((one) => getComputedStyle(one).breakAfter))).to.eql(new Set(['avoid']));
  });
});
