import { expect } from '@open-wc/testing';
import type { InstrumentDefinition } from '../../src/core/instrument/definition.ts';
import { sourceTexts, wordingHash } from '../../src/core/instrument/wording.ts';
import '../../src/define/all.ts';
import type { AttuneQuestionnaire } from '../../src/elements/questionnaire/questionnaire.ts';
import { progressJournal, registerInstrument, registerTranslation, reviewTranslation } from '../../src/instruments/index.ts';
import '../../src/locales/ar.ts';
import '../../src/locales/de.ts';
import { registerLocale } from '../../src/locales/index.ts';
import { everyType, small } from './fixtures/definitions.ts';
import { hear, mount, place } from './fixtures/host.ts';
import { choose, field, focused, inside, oneInside, put, question, radiosOf, read, sendButton, settled } from './fixtures/person.ts';
import { eachText } from './fixtures/pseudo-language.ts';
import { spokenIn } from './fixtures/spoken.ts';

/** A draft: each text of the source, with the language in front of it. */
const draft = (definition: InstrumentDefinition, language: string): object => ({
  schema: 1,
  instrument: definition.id,
  version: definition.version,
  language,
  direction: language === 'ar' ? 'rtl' : 'ltr',
  revision: 1,
  standing: 'draft',
  method: 'A prefix, for tests.',
  people: [],
  evidence: [],
  sourceHash: wordingHash(definition),
  texts: eachText(sourceTexts(definition), (text) => `${language}: ${text}`),
});

let forms = 0;
/** A form of its own for a test, with drafts in these languages. */
function formIn(...languages: string[]): InstrumentDefinition {
  const definition = { ...everyType, id: `every-type-${++forms}` };
  registerInstrument(definition);
  for (const language of languages) registerTranslation(draft(definition, language));
  return definition;
}
const sent = async (instrument: InstrumentDefinition, lang: string, attributes: Record<string, string> = { translations: 'draft' }) => {
  const home = await place();
  home.lang = lang;
  const widget = await mount('attune-questionnaire', { attributes: { layout: 'list', ...attributes }, properties: { instrument: instrument.id }, into: home });
  return { home, widget };
};
const turn = async (home: HTMLElement, widget: Element, lang: string): Promise<void> => {
  home.lang = lang;
  await settled(widget);
};
/** The language and the direction of each text that contains these words. */
const said = (widget: Element, words: string): string[] =>
  [...new Set([...spokenIn(widget)].filter(({ text }) => text.includes(words)).map(({ lang, direction }) => `${lang} ${direction ?? ''}`.trim()))];

const GERMAN_SEND = 'Senden';
const wordOf = (widget: Element): string => sendButton(widget).textContent!.trim();

describe('a half-filled form whose page changes its language', () => {
  it('keeps answers, rejected text, the page, the focus and the selection in a text field', async () => {
    const { home, widget } = await sent(formIn('de', 'ar'), 'en');
    await choose(widget, 'Do you sleep well?', 1);
    await choose(widget, 'How is your mood?', 3);
    put(field(widget, 'Hours of sleep'), '99');
    put(field(widget, 'Who is it?'), 'Ann');
    const name = field(widget, 'A name for it');
    put(name, 'Grey');
    name.focus();
    name.setSelectionRange(1, 3);
    await settled(widget);
    const { id, answers } = widget.value!;
    for (const lang of ['de', 'ar', 'tr', 'en', 'ar']) {
      await turn(home, widget, lang);
      const again = focused() as HTMLInputElement;
      expect(again.value, lang).to.equal('Grey');
      expect([again.selectionStart, again.selectionEnd], lang).to.eql([1, 3]);
      expect(widget.value!.answers, lang).to.eql(answers);
      expect(widget.value!.id, lang).to.equal(id);
      expect(inside<HTMLInputElement>(widget, '[inputmode=decimal]')[0]!.value, lang).to.equal('99');
      expect(inside(widget, ':checked').length, lang).to.equal(2);
    }
    expect(widget.value!.instrument.language).to.equal('ar');
    expect(widget.value!.locale).to.equal('ar');
  });

  it('keeps the focus in a radio, and what the person types and chooses afterwards counts', async () => {
    const { home, widget } = await sent(formIn('de'), 'en');
    const radio = radiosOf(question(widget, 'Do you sleep well?'))[1]!;
    radio.focus();
    radio.click();
    await settled(widget);
    await turn(home, widget, 'de');
    const again = focused() as HTMLInputElement;
    expect([again.type, again.checked, again.labels![0]!.textContent!.trim()]).to.eql(['radio', true, 'de: Yes']);
    radiosOf(question(widget, 'de: Do you sleep well?'))[0]!.click();
    await settled(widget);
    expect(widget.value!.answers).to.eql([{ item: 'sleep', state: 'answered', values: ['no'] }]);
  });

  it('stays on its page, and takes no focus that is elsewhere', async () => {
    const { home, widget } = await sent(formIn('de'), 'en', { translations: 'draft', layout: 'paged' });
    const other = home.appendChild(document.createElement('input'));
    oneInside(widget, '[part~=next]').click();
    await settled(widget);
    other.focus();
    await turn(home, widget, 'de');
    expect(focused()).to.equal(other);
    expect(read(widget)).to.contain('Seite 2 von');
  });

  it('names the wrong answers in the new language, and keeps what was mended', async () => {
    const { home, widget } = await sent(formIn('de'), 'en', { translations: 'draft', required: '' });
    sendButton(widget).click();
    await settled(widget);
    await choose(widget, 'Do you sleep well?', 1);
    const links = (): string[] => inside(widget, '[part~=summary] a').map((one) => one.textContent!.trim());
    const before = links();
    await turn(home, widget, 'de');
    expect(links()).to.eql(before.map((text) => `de: ${text}`));
    expect(inside(widget, '[part~=summary] .mended').length).to.equal(1);
  });

  it('keeps the wording of its instrument if the host has set another one, which is refused', async () => {
    const { home, widget } = await sent(formIn('de'), 'en');
    await choose(widget, 'Do you sleep well?', 1);
    const { answers } = widget.value!;
    const errors = hear(widget, 'attune-error');
    registerInstrument(small);
    registerTranslation(draft(small, 'de'));
    widget.instrument = small.id;
    await settled(widget);
    expect(errors.map(({ detail }) => detail.code)).to.eql(['instrument-in-use']);
    await turn(home, widget, 'de');
    expect(read(widget)).to.contain('Do you sleep well?').and.not.to.contain('The first question');
    expect(widget.value!.answers).to.eql(answers);
  });

  it('tells the page nothing of it, and no answer is an edit', async () => {
    const { home, widget } = await sent(formIn('de'), 'en');
    await choose(widget, 'Do you sleep well?', 1);
    const heard = ['attune-answer', 'input', 'change', 'attune-error'].map((type) => hear(widget, type as 'attune-answer'));
    await turn(home, widget, 'de');
    expect(heard.flat()).to.eql([]);
  });
});

describe('several languages on one page', () => {
  it('are each in their place', async () => {
    const form = formIn('de', 'ar');
    const german = await sent(form, 'de');
    const arabic = await sent(form, 'ar');
    const english = await sent(form, 'en');
    expect(said(german.widget, 'Do you sleep well?')).to.eql(['de ltr']);
    expect(said(arabic.widget, 'Do you sleep well?')).to.eql(['ar rtl']);
    expect(said(english.widget, 'Do you sleep well?')).to.eql(['en ltr']);
    await choose(arabic.widget, 'ar: Do you sleep well?', 1);
    expect([german.widget.value, english.widget.value]).to.eql([null, null]);
    expect(arabic.widget.value!.instrument.language).to.equal('ar');
  });

  it('follow the nearest lang, also when one in between appears or goes', async () => {
    const { home, widget } = await sent(formIn('de', 'ar'), 'de');
    const inner = document.createElement('div');
    inner.lang = 'ar';
    home.append(inner);
    inner.append(widget);
    await settled(widget);
    expect(said(widget, 'Do you sleep well?')).to.eql(['ar rtl']);
    widget.lang = 'de-AT';
    await settled(widget);
    expect(said(widget, 'Do you sleep well?')).to.eql(['de ltr']);
    widget.removeAttribute('lang');
    inner.removeAttribute('lang');
    await settled(widget);
    expect(said(widget, 'Do you sleep well?')).to.eql(['de ltr']);
    expect(wordOf(widget)).to.equal(GERMAN_SEND);
  });

  it('are right in the elements inside another', async () => {
    const home = await place();
    home.lang = 'de';
    const board = await mount('attune-milestones', { children: '', attributes: { kept: 'clinic' }, properties: { milestones: [{ id: 'a', milestone: 'custom', text: 'mine', date: '2026-03-02' }] }, into: home });
    await turn(home, board, 'ar');
    const badge = oneInside(board, 'attune-milestone-badge');
    await settled(badge);
    expect(oneInside(badge, 'section').lang).to.equal('ar');
  });
});

describe('a language that is registered late', () => {
  const OTHER = { send: 'Zzz', progress: 'zz {answered} {total}' };

  for (const [order, first] of [['before its translation', 'locale'], ['after its translation', 'translation']] as const) {
    it(`shows in the element at once, ${order}, without losing an answer or the focus`, async () => {
      const language = first === 'locale' ? 'nl' : 'sv';
      const form = formIn();
      const { widget } = await sent(form, language);
      await choose(widget, 'Do you sleep well?', 1);
      const name = field(widget, 'A name for it');
      put(name, 'Grey');
      name.setSelectionRange(2, 4);
      const steps = {
        locale: async () => {
          registerLocale(language, OTHER);
          await settled(widget);
          expect(wordOf(widget)).to.equal('Zzz');
        },
        translation: async () => {
          registerTranslation(draft(form, language));
          await settled(widget);
          expect(said(widget, 'Do you sleep well?')).to.eql([`${language} ltr`]);
        },
      };
      await steps[first]();
      await steps[first === 'locale' ? 'translation' : 'locale']();
      const again = focused() as HTMLInputElement;
      expect([again.value, again.selectionStart, again.selectionEnd]).to.eql(['Grey', 2, 4]);
      expect(widget.value!.answers.length).to.equal(2);
      expect([widget.value!.locale, widget.value!.instrument.language]).to.eql([language, language]);
    });
  }

  it('and is half there says which texts are English, with their direction', async () => {
    registerLocale('fa', { send: 'بفرست', progress: '{answered} از {total}' });
    const { widget } = await sent(formIn(), 'fa');
    expect(said(widget, 'بفرست')).to.eql(['fa rtl']);
    expect(said(widget, 'Stop and erase')).to.eql(['en ltr']);
    expect(said(widget, 'Do you sleep well?')).to.eql(['en ltr']);
    // Content and fallback have the same language, so that no text in between is marked.
    expect(oneInside(widget, '[part~=erase]').querySelector('[lang]')).to.equal(null);
    const journal = await mount('attune-journal', { children: '', attributes: { lang: 'fa' } });
    expect(oneInside(journal, 'section').lang).to.equal('fa');
    expect(said(journal, 'Add to my journal')).to.eql(['en ltr']);
  });
});

describe('an interface and an instrument in two languages', () => {
  const arabic = {
    ...small,
    id: 'arabic',
    language: 'ar',
    direction: 'rtl',
    title: 'سؤالان',
    scales: { often: { choices: [{ code: 'no', text: 'لا أوافق', value: 0 }, { code: 'yes', text: 'أوافق', value: 1 }] } },
    absent: {},
    items: [{ id: 'one', type: 'choice', scale: 'often', text: 'السؤال الأول' }, { id: 'two', type: 'choice', scale: 'often', text: 'السؤال الثاني' }],
  } as unknown as InstrumentDefinition;
  const open = async (instrument: InstrumentDefinition, lang: string, strings?: object): Promise<AttuneQuestionnaire> => {
    const home = await place();
    home.lang = lang;
    return mount('attune-questionnaire', { properties: { instrument, strings }, into: home });
  };

  it('are marked: English words over an Arabic instrument', async () => {
    const widget = await open(arabic, 'en');
    expect(said(widget, 'السؤال الأول')).to.eql(['ar rtl']);
    for (const words of ['answered', 'Stop and erase', 'Send', 'leave out any', 'In danger']) expect(said(widget, words), words).to.eql(['en ltr']);
    await choose(widget, 0, 1);
    const { instrument, locale } = widget.value!;
    expect([instrument.language, instrument.translation, locale]).to.eql(['ar', undefined, 'en']);
  });

  it('are marked: Arabic words over an English instrument', async () => {
    const widget = await open(small, 'ar');
    expect(said(widget, 'The first question')).to.eql(['en ltr']);
    const words = [...spokenIn(widget)].filter(({ text }) => /\p{Script=Arabic}/u.test(text));
    expect(words.length).to.be.at.least(5);
    expect(words.filter(({ lang, direction = 'rtl' }) => lang !== 'ar' || direction !== 'rtl').map(({ text }) => text)).to.eql([]);
  });

  it('have buttons that are pressed on their words too', async () => {
    const widget = await open(small, 'de');
    const wordsOf = (part: string): HTMLElement => oneInside(widget, `[part~=${part}] span[lang=de]`);
    const sentNow = hear(widget, 'attune-submit');
    await choose(widget, 0, 1);
    wordsOf('erase').click();
    await settled(widget);
    expect(wordsOf('erase-now').textContent).not.to.equal('');
    wordsOf('return').click();
    await settled(widget);
    for (const question of [1, 2, 3]) await choose(widget, question, 1);
    wordsOf('submit').click();
    await settled(widget);
    expect(sentNow.length).to.equal(1);
  });

  it('have buttons of a session that are pressed on their words too', async () => {
    const home = await place();
    home.lang = 'fi';
    const session = await mount('attune-session', { children: '<attune-rapport-check></attune-rapport-check>', into: home });
    await choose(session.querySelector('attune-rapport-check')!, 0, 1);
    oneInside(session, '[part~=erase] span[lang=en]').click();
    await settled(session);
    expect(inside(session, '[part~=erase-now]').length).to.equal(1);
  });

  it('are read in order on a button, also where the page is set from right to left', async () => {
    const home = await place();
    home.dir = 'rtl';
    const person = { id: 'person', type: 'group', text: 'Someone', repeats: { min: 1, max: 3, add: 'Another one?' }, items: [{ id: 'name', type: 'text', text: 'Name' }] };
    const widget = await mount('attune-questionnaire', { properties: { instrument: { ...small, id: 'with-a-question', items: [person] } }, into: home });
    const texts = document.createTreeWalker(oneInside(widget, '[part~=add]'), NodeFilter.SHOW_TEXT);
    let words = texts.nextNode() as Text;
    while (!words.data.includes('?')) words = texts.nextNode() as Text;
    const letter = document.createRange();
    const leftOf = (at: number): number => {
      letter.setStart(words, at);
      letter.setEnd(words, at + 1);
      return letter.getBoundingClientRect().left;
    };
    expect(leftOf(words.data.indexOf('?'))).to.be.above(leftOf(words.data.indexOf('A')));
  });

  it('have the words of the host in the language of the page', async () => {
    const widget = await open(arabic, 'en', { send: 'Off it goes', erase: 'Away' });
    for (const words of ['Off it goes', 'Away']) expect(said(widget, words)).to.eql(['en ltr']);
    const german = await open(small, 'de', { send: 'Ab damit' });
    expect(said(german, 'Ab damit')).to.eql(['de ltr']);
    const errors = hear(widget, 'attune-error');
    widget.strings = { sned: 'x', progress: '{answerd}' } as never;
    await settled(widget);
    expect(errors.map(({ detail }) => detail.code)).to.eql(['bad-strings', 'bad-strings']);
    expect(errors[0]!.detail.message).to.contain('unknown message "sned". Did you mean "send"?');
    expect(errors[1]!.detail.message).to.contain('unknown placeholder "{answerd}" in message "progress". Did you mean "{answered}"?');
  });
});

describe('what a page sets later', () => {
  it('is in force for all texts: the title of a journal, and the sentence where it is kept', async () => {
    registerTranslation(draft(progressJournal, 'de'));
    const home = await place();
    home.lang = 'de';
    const journal = await mount('attune-journal', { children: '', into: home });
    expect(said(journal, 'My journal')).to.eql(['en ltr']);
    journal.translations = 'draft';
    await settled(journal);
    expect(said(journal, 'de: My journal')).to.eql(['de ltr']);
    expect(said(journal, 'de: This is not kept.')).to.eql(['de ltr']);
  });

  it('is reported once, as a framework sets equal messages at each render', async () => {
    const widget = await mount('attune-questionnaire', { properties: { instrument: small } });
    const errors = hear(widget, 'attune-error');
    for (let render = 0; render < 3; render++) {
      widget.strings = { sned: 'x' } as never;
      await settled(widget);
    }
    expect(errors.filter(({ detail }) => detail.code === 'bad-strings')).to.have.length(1);
  });
});

describe('the record of a page in German', () => {
  const recordOf = async (form: InstrumentDefinition, lang: string, attributes?: Record<string, string>) => {
    const { widget } = await sent(form, lang, attributes);
    radiosOf(inside(widget, '[role=radiogroup]')[0]!)[1]!.click();
    await settled(widget);
    const { instrument, locale } = widget.value!;
    return { language: instrument.language, translation: instrument.translation, locale };
  };
  const none = { language: 'en', translation: undefined };

  it('says that the wording was English if no translation is registered', async () => {
    expect(await recordOf(formIn(), 'de')).to.eql({ ...none, locale: 'de' });
  });

  it('or only a draft, which the page does not want', async () => {
    expect(await recordOf(formIn('de'), 'de', {})).to.eql({ ...none, locale: 'de' });
  });

  it('says that it was a draft if the page wants it, and with which revision', async () => {
    const translation = { language: 'de', revision: 1, standing: 'draft' };
    expect(await recordOf(formIn('de'), 'de-AT')).to.eql({ language: 'de', translation, locale: 'de-AT' });
  });

  it('follows the interface, also if the wording stays the same', async () => {
    const { home, widget } = await sent(formIn(), 'en');
    await choose(widget, 'Do you sleep well?', 1);
    const { id } = widget.value!;
    await turn(home, widget, 'de');
    expect([widget.value!.id, widget.value!.locale, widget.value!.instrument.language]).to.eql([id, 'de', 'en']);
  });

  it('says who reviewed it', async () => {
    const form = formIn('de');
    const review = { people: [{ name: 'Ana Ruiz', role: 'therapist' }], method: 'read aloud' };
    expect(reviewTranslation(form.id, 'de', review).ok).to.equal(true);
    const { language, translation } = await recordOf(form, 'de', {});
    expect([language, translation!.standing, translation!.review!.people]).to.eql(['de', 'reviewed', review.people]);
  });

  it('says that the interface was English if the page has no words in its language', async () => {
    expect(await recordOf(formIn('ja'), 'ja')).to.eql({ language: 'ja', translation: { language: 'ja', revision: 1, standing: 'draft' }, locale: 'en' });
  });
});
