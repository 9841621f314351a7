import { expect } from '@open-wc/testing';
import '../../src/define/all.ts';
import { printed } from '../contract/filling-contract.ts';
import { small } from './fixtures/definitions.ts';
import { mount, place } from './fixtures/host.ts';
import { activate, button, field, inside, oneInside, put, settled, textBoxes } from './fixtures/person.ts';

/** The document that lies in the printer. */
async function sheetOf(widget: Element, print: HTMLElement): Promise<Document> {
  await printed(() => print.click());
  return oneInside<HTMLIFrameElement>(widget, 'iframe').contentDocument!;
}
const marked = ({ documentElement: { lang, dir } }: Document): string[] => [lang, dir];

/** Where the last letter of a line on paper stands, from the first one. */
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
  it('does not part a label from its answer', async () => {
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

  it('is of the language and the direction of the questionnaire', async () => {
    expect(marked(await answered('نعم'))).to.eql(['ar', 'rtl']);
  });

  it('says what the person wrote in the direction of their own words, and on the page’s side', async () => {
    const sheet = await answered('Fine.');
    expect(lastFromFirst(sheet, 'Fine.')).to.be.above(0);
    expect(lastFromFirst(await answered('نعم.'), 'نعم.')).to.be.below(0);
    const line = [...sheet.querySelectorAll('p')].find(({ textContent }) => textContent === 'Fine.')!;
    expect(getComputedStyle(line).textAlign).to.equal('right');
  });

  it('of a session is of the language and the direction of the page', async () => {
    const home = await place();
    [home.lang, home.dir] = ['he', 'rtl'];
    const session = await mount('attune-session', {
      children: '<p slot="crisis">x</p><attune-environment-check></attune-environment-check>',
      attributes: { layout: 'list' },
      into: home,
    });
    const part = session.querySelector('attune-environment-check')!;
    await settled(part);
    inside<HTMLInputElement>(part, 'input')[0]!.click();
    await settled(part);
    await activate(session, 'Keep a copy');
    expect(marked(await sheetOf(session, button(session, 'Print')))).to.eql(['he', 'rtl']);
  });

  it('of a journal, and of what one wants to ask, is so too', async () => {
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
