import '../../src/locales/ar.ts';
import { ar } from '../../src/ui/text/locales/ar/person.ts';
import { expect } from '@open-wc/testing';
import '../../src/define/all.ts';
import { printed } from '../contract/filling-contract.ts';
import { small } from './fixtures/definitions.ts';
import { hear, mount, place } from './fixtures/host.ts';
import { activate, button, choose, field, focusIsOn, inside, oneInside, put, settled, textBoxes } from './fixtures/person.ts';

/** The printed document. */
async function sheetOf(widget: Element, print: HTMLElement): Promise<Document> {
  await printed(() => print.click());
  return oneInside<HTMLIFrameElement>(widget, 'iframe').contentDocument!;
}
const marked = ({ documentElement: { lang, dir } }: Document): string[] => [lang, dir];

/** The position of the last letter of a printed line, from its first letter. */
function lastFromFirst(sheet: Document, words: string): number {
  const text = [...sheet.querySelectorAll('p')].find(({ textContent }) => textContent === words)!.firstChild!;
  const leftOf = (at: number): number => {
    const letter = sheet.createRange();
    letter.setStart(text, at);
    letter.setEnd(text, at + 1);
    return letter.getBoundingClientRect().left;
  };
  return leftOf(words.length - 1) - leftOf(0);
}

describe('a copy on paper', () => {
  it('does not separate a label from its answer', async () => {
    const sheet = await answered('Fine.');
    expect(getComputedStyle(sheet.querySelector('h2')!).breakAfter).to.equal('avoid');
  });

  const fromTheRight = { ...small, id: 'printed', language: 'ar', direction: 'rtl' };
  const answered = async (words: string): Promise<Document> => {
    const widget = await mount('attune-questionnaire', { properties: { instrument: fromTheRight } });
    put(field(widget, 'Anything else?'), words);
    await settled(widget);
    await activate(widget, 'Keep a copy');
    return sheetOf(widget, button(widget, 'Print'));
  };

  it('has the language and the direction of the questionnaire', async () => {
    expect(marked(await answered('نعم'))).to.eql(['ar', 'rtl']);
  });

  it('has the person’s text in the direction of its own language, aligned with the page', async () => {
    const sheet = await answered('Fine.');
    expect(lastFromFirst(sheet, 'Fine.')).to.be.above(0);
    expect(lastFromFirst(await answered('نعم.'), 'نعم.')).to.be.below(0);
    const line = [...sheet.querySelectorAll('p')].find(({ textContent }) => textContent === 'Fine.')!;
    expect(getComputedStyle(line).textAlign).to.equal('right');
  });

  it('of a session has the language and the direction of the page', async () => {
    const home = await place();
    [home.lang, home.dir] = ['ar', 'rtl'];
    const session = await mount('attune-session', {
      children: '<p slot="crisis">x</p><attune-environment-check></attune-environment-check>',
      attributes: { layout: 'list' },
      into: home,
    });
    const part = session.querySelector('attune-environment-check')!;
    await settled(part);
    inside<HTMLInputElement>(part, 'input')[0]!.click();
    await settled(part);
    await activate(session, ar.copy as string);
    expect(marked(await sheetOf(session, button(session, ar.print as string)))).to.eql(['ar', 'rtl']);
  });

  it('of a journal, and of the questions to ask, does so too', async () => {
    const home = await place();
    home.dir = 'rtl';
    const journal = await mount('attune-journal', { children: '', into: home });
    put(textBoxes(journal)[0]!, 'Fine.');
    await activate(journal, 'Add to my journal');
    await settled(journal);
    const pages = await sheetOf(journal, button(journal, 'Print'));
    expect(marked(pages)).to.eql(['en', 'rtl']);
    expect(lastFromFirst(pages, 'Fine.')).to.be.above(0);

    const card = await mount('attune-boundary-card', { attributes: { topics: 'purpose' }, into: home });
    put(textBoxes(card)[0]!, 'Why Tuesdays?');
    await settled(card);
    expect(marked(await sheetOf(card, oneInside(card, '[part=agenda-print]')))).to.eql(['en', 'rtl']);
  });
});

describe('in a framed page that cannot print', () => {
  /** A sandboxed page has no access to its frames. The test makes the document of every frame inaccessible. */
  const own = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentWindow')!;
  beforeEach(async () => {
    const closed = document.createElement('iframe');
    closed.setAttribute('sandbox', '');
    (await place()).append(closed);
    const beyond = closed.contentWindow;
    Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', { ...own, get: () => beyond });
  });
  afterEach(() => {
    Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', own);
  });

  /** Presses it twice. Returns the messages that are shown then. */
  async function refusedBy(widget: Element, print: HTMLElement): Promise<string[]> {
    const errors = hear(widget, 'attune-error');
    for (const { code } of [1, 2].map(() => (print.focus(), print.click(), errors.at(-1)!.detail))) {
      expect(code).to.equal('cannot-print');
    }
    expect(errors.length).to.equal(2);
    await settled(widget);
    focusIsOn(print);
    expect(inside(widget, 'iframe')).to.eql([]);
    return inside(widget, '[role=alert]').map(({ textContent }) => textContent);
  }
  const message = ['Printing does not work here. You can select the words and copy them.'];

  it('a questionnaire shows it once, and reports it', async () => {
    const widget = await mount('attune-questionnaire', { properties: { instrument: small } });
    put(field(widget, 'Anything else?'), 'Fine.');
    await settled(widget);
    await activate(widget, 'Keep a copy');
    expect(await refusedBy(widget, button(widget, 'Print'))).to.eql(message);
    await activate(widget, 'Close');
    expect(inside(widget, '[role=alert]')).to.eql([]);
  });

  it('a session shows it in the host’s words', async () => {
    const session = await mount('attune-session', {
      children: '<p slot="crisis">x</p><attune-environment-check></attune-environment-check>',
      properties: { strings: { noPrint: 'No paper.' } },
    });
    await settled(session.querySelector('attune-environment-check')!);
    await choose(session.querySelector('attune-environment-check')!, 0, 1);
    await activate(session, 'Keep a copy');
    expect(await refusedBy(session, button(session, 'Print'))).to.eql(['No paper.']);
  });

  it('a journal shows it', async () => {
    const journal = await mount('attune-journal', { children: '' });
    put(textBoxes(journal)[0]!, 'Fine.');
    await activate(journal, 'Add to my journal');
    await settled(journal);
    oneInside<HTMLDetailsElement>(journal, '[part=more]:has(input)').open = true;
    expect(await refusedBy(journal, button(journal, 'Print'))).to.eql(message);
    await activate(journal, 'Erase my journal');
    await activate(journal, 'Erase');
    await settled(journal);
    expect(inside(journal, '[role=alert]')).to.eql([]);
  });

  it('the list of questions to ask shows it', async () => {
    const card = await mount('attune-boundary-card', { attributes: { topics: 'purpose' } });
    put(textBoxes(card)[0]!, 'Why Tuesdays?');
    await settled(card);
    expect(await refusedBy(card, oneInside(card, '[part=agenda-print]'))).to.eql(message);
  });
});
