import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { registerLocale, reviewLocale, type Messages as Given } from '../../src/locales/index.ts';
import type { Key, Message, Table } from '../../src/ui/text/catalogue.ts';
import { english } from '../../src/ui/text/locales/en/index.ts';
import { locales } from '../../src/ui/text/locales.ts';
import { flatMessages, mistakesIn } from '../../src/ui/text/message-mistakes.ts';
import { createMessages, plain, type Messages } from '../../src/ui/text/messages.ts';

const folder = new URL('../../src/ui/text/locales/', import.meta.url);
const LANGUAGES = readdirSync(folder).filter((name) => name !== 'en').sort();
for (const lang of LANGUAGES) {
  await import(`../../src/locales/${lang}.ts`);
  await import(`../../src/locales/${lang}/clinician.ts`);
  await import(`../../src/locales/${lang}/drafts.ts`);
  await import(`../../src/locales/${lang}/fhir.ts`);
  await import(`../../src/locales/${lang}/html.ts`);
}

/** The console's warnings while something is done. */
async function warningsOf(act: () => unknown): Promise<string[]> {
  const { warn } = console;
  const heard: string[] = [];
  console.warn = (...words: unknown[]) => void heard.push(words.join(' '));
  try {
    act();
    await new Promise((done) => void setTimeout(done));
  } finally {
    console.warn = warn;
  }
  return heard;
}

const source = flatMessages(english);
const tablesOf = (lang: string): Table[] => (lang === 'en' ? [english] : locales.get(lang)!.map(({ messages }) => messages));
const messagesIn = (lang: string): Map<string, Message> => new Map(tablesOf(lang).flatMap((table) => [...flatMessages(table)]));
const messagesOf = (asked: string): Messages => createMessages({ english, asked });
const formsOf = (message: Message): Readonly<Record<string, string>> => (typeof message === 'string' ? { other: message } : message);
const namesIn = (text: string): string[] => [...new Set([...text.matchAll(/\{([\w-]+)\}/g)].map(([, name]) => name!))].sort();
const withoutIsolates = (text: string): string => text.replace(/[\u200f\u2066-\u2069]/g, '');

describe('the interface in eight languages', () => {
  it('is there in seven languages beside English', () => assert.deepEqual(LANGUAGES, ['ar', 'de', 'es', 'fr', 'he', 'pt', 'tr']));

  for (const lang of LANGUAGES) {
    it(`is whole in "${lang}": the same keys, the same placeholders, no text in English`, () => {
      const found = messagesIn(lang);
      assert.deepEqual([...found.keys()].sort(), [...source.keys()].sort());
      for (const table of tablesOf(lang)) assert.deepEqual(mistakesIn(table, english), []);
      for (const [key, message] of found) {
        const names = namesIn(formsOf(source.get(key)!).other!);
        const { other, ...rest } = formsOf(message);
        assert.deepEqual(namesIn(other!), names, key);
        // A form for one number, or two, may say the number in a word.
        for (const text of Object.values(rest)) assert.deepEqual(namesIn(text).filter((name) => name !== 'count'), names.filter((name) => name !== 'count'), key);
        if (other!.replace(/\{[\w-]+\}/g, '').length > 12) assert.notEqual(other, formsOf(source.get(key)!).other, key);
      }
    });
  }

  const COUNTS = [0, 1, 2, 3, 5, 11, 21, 100, 1234.5];
  for (const lang of ['en', ...LANGUAGES]) {
    it(`has the plural form of "${lang}" for each number, and writes the number in its digits`, () => {
      const rules = new Intl.PluralRules(lang);
      const { text } = messagesOf(lang);
      const counted = [...messagesIn(lang)].filter(([key]) => typeof source.get(key) !== 'string' || namesIn(source.get(key) as string).includes('count'));
      assert.ok(counted.length > 15);
      for (const [key, message] of counted) {
        const forms = formsOf(message);
        const known = new Set(rules.resolvedOptions().pluralCategories as string[]);
        assert.deepEqual(Object.keys(forms).filter((category) => !known.has(category)), [], `${key}: forms that "${lang}" does not have`);
        const names = namesIn(formsOf(source.get(key)!).other!);
        for (const count of COUNTS) {
          const values = { ...Object.fromEntries(names.map((name) => [name, `<${name}>`])), count };
          const written = withoutIsolates((text as (key: string, values: object) => string)(key, values));
          const form = forms[rules.select(count)] ?? forms.other!;
          const digits = count.toLocaleString(lang, { maximumFractionDigits: 20 });
          assert.equal(written, form.replace(/\{([\w-]+)\}/g, (_, name: string) => (name === 'count' ? digits : `<${name}>`)), `${key} ${count}`);
          assert.doesNotMatch(written, /[{}]/, key);
          if (form.includes('{count}')) assert.ok(written.includes(digits), `${key} ${count}`);
        }
      }
    });
  }

  it('names the number in each form that several numbers have', () => {
    const wrong: string[] = [];
    for (const lang of ['en', ...LANGUAGES]) {
      const rules = new Intl.PluralRules(lang);
      for (const [key, message] of messagesIn(lang)) {
        if (typeof message === 'string') continue;
        for (const [category, form] of Object.entries(message)) {
          // In French and Portuguese, 0 has the form of 1, but nothing is said of none.
          const numbers = [...Array(130).keys()].slice(1).filter((count) => rules.select(count) === category);
          if (numbers.length > 1 && !form.includes('{count}') && namesIn(formsOf(source.get(key)!).other!).includes('count')) wrong.push(`${lang} ${key} ${category}: ${form}`);
        }
      }
    }
    assert.deepEqual(wrong, []);
  });

  it('has no brace left in any message when every placeholder has a value', () => {
    for (const lang of ['en', ...LANGUAGES]) {
      const { text } = messagesOf(lang);
      for (const [key, message] of messagesIn(lang)) {
        const names = Object.values(formsOf(message)).flatMap(namesIn);
        const written = (text as (key: string, values: object) => string)(key, Object.fromEntries(names.map((name) => [name, 7])));
        assert.doesNotMatch(written, /[{}]/, `${lang} ${key}`);
      }
    }
  });
});

describe('the language of a message', () => {
  it('is that of the region, of the language, then English, and what falls back says so', () => {
    registerLocale('qaa', { send: 'Zzz' });
    registerLocale('qaa-AT', { back: 'Yyy' });
    const t = messagesOf('qaa-AT');
    assert.equal(t('back'), 'Yyy');
    assert.equal(t('send'), 'Zzz');
    const fallen = t('next');
    assert.equal(plain(fallen), 'Next');
    assert.equal((fallen as { lang: string }).lang, 'en');
    assert.equal(t.text('next'), 'Next');
  });

  it('is that around it for plain text, and marked in content of another language', () => {
    const t = createMessages({ english, asked: 'de', around: 'ar' });
    const send = t('send');
    assert.deepEqual([plain(send), (send as { lang: string }).lang], [t.text('send'), 'de']);
    assert.equal(typeof t.mark('text', 'ar-EG'), 'string');
    assert.deepEqual([t.dir('ar'), t.dir('de'), messagesOf('ar').dir('en'), messagesOf('').dir('he')], ['rtl', undefined, 'ltr', 'rtl']);
  });

  it('gives numbers of the region that the page names', () => {
    assert.equal(messagesOf('de-AT').lang, 'de-AT');
    assert.equal(messagesOf('en-IN').text('page', { page: 1234567, pages: 1 }), 'Page 12,34,567 of 1');
    assert.equal(messagesOf('nl-BE').lang, 'en');
  });

  it('isolates values in text from right to left, and nowhere else', () => {
    assert.match(messagesOf('he').text('whoSees', { who: 'Dr May' }), /\u2068Dr May\u2069/);
    assert.doesNotMatch(messagesOf('de').text('whoSees', { who: 'Dr May' }), /[\u200f\u2066-\u2069]/);
  });
});

describe('messages from a host', () => {
  const about = (given: unknown): string[] => mistakesIn(given, english).map((one) => one.about);

  it('are compared with the known keys and placeholders, and the nearest is named', () => {
    assert.deepEqual(about({ sned: 'Go' }), ['unknown message "sned". Did you mean "send"?']);
    assert.deepEqual(about({ journal: { putt: 'Go' } }), ['unknown message "journal.putt". Did you mean "journal.put"?']);
    assert.deepEqual(about({ progress: '{answerd} of {total}' }), ['unknown placeholder "{answerd}" in message "progress". Did you mean "{answered}"?']);
    assert.deepEqual(about({ send: 'Send {it}' }), ['unknown placeholder "{it}" in message "send". It has none.']);
    assert.deepEqual(about({ blank: { one: '{count}', other: '{coutn}' } }), ['unknown placeholder "{coutn}" in message "blank". Did you mean "{count}"?']);
  });

  it('must be texts, or forms with "other"', () => {
    for (const bad of [1, null, {}, { one: 'x' }, ['x'], () => 'x']) assert.equal(about({ send: bad })[0], 'message "send" must be a text, or an object of texts with "other"');
    for (const bad of [undefined, null, 'x', 1]) assert.deepEqual(about(bad), ['messages must be an object']);
    assert.match(about({ journal: 'x' })[0]!, /^unknown message "journal"/);
  });

  it('are registered without those that cannot be used, and the mistakes are returned and written', async () => {
    let mistakes: readonly string[] = [];
    const heard = await warningsOf(() => {
      mistakes = registerLocale('qab', { send: 'Go', sned: 'x', back: 5, journal: { put: 'In', pot: 'x' }, next: '{x}' } as unknown as Given);
    });
    assert.equal(mistakes.length, 4);
    for (const mistake of mistakes) assert.ok(heard.includes(`attune-elements: ${mistake}`));
    assert.deepEqual(
      [...messagesIn('qab').keys()].sort(),
      ['journal.put', 'send'],
    );
    const t = messagesOf('qab');
    assert.equal(t('send'), 'Go');
    assert.equal(plain(t('back')), 'Back');
    assert.equal(t('journal.put'), 'In');
  });

  it('need a language tag', async () => {
    for (const tag of ['', 'not a tag', '§', undefined as unknown as string, {} as string]) {
      let mistakes: readonly string[] = [];
      await warningsOf(() => {
        mistakes = registerLocale(tag, { send: 'Go' });
      });
      assert.equal(mistakes.length, 1, String(tag));
    }
    await warningsOf(() => registerLocale('PT-br', { send: 'Vai' }));
    assert.equal(messagesOf('pt-BR')('send'), 'Vai');
    assert.equal(messagesOf('pt-BR').lang, 'pt-BR');
  });
});

describe('safety messages that nobody has reviewed', () => {
  const unreviewed = (heard: string[]): string[] => heard.filter((one) => one.includes('safety messages not reviewed'));

  it('are reported once for a language', async () => {
    const heard = await warningsOf(() => {
      registerLocale('qac', { send: 'a' });
      registerLocale('qac', { back: 'b' });
    });
    assert.deepEqual(unreviewed(heard), ['attune-elements: safety messages not reviewed: qac (docs/translating.md)']);
    assert.deepEqual(unreviewed(await warningsOf(() => registerLocale('qac', { next: 'c' }))), []);
  });

  const review = { people: [{ name: 'Ana Ruiz', role: 'therapist' }], method: 'read aloud with two clients' };

  it('are not reported if the host says who reviewed them, before or after it registers them', async () => {
    assert.deepEqual(await warningsOf(() => (reviewLocale('qad', review), registerLocale('qad', { send: 'a' }))), []);
    assert.deepEqual(await warningsOf(() => (registerLocale('qae', { send: 'a' }), reviewLocale('QAE', review))), []);
  });

  it('stay unreviewed without a name, a role or a method', async () => {
    const bad = [{ ...review, people: [] }, { ...review, method: ' ' }, { ...review, people: [{ name: 'Ana', role: '' }] }];
    for (const one of bad) {
      const heard = await warningsOf(() => assert.equal(reviewLocale('qaf', one), false));
      assert.equal(heard.length, 1);
    }
    assert.equal(unreviewed(await warningsOf(() => registerLocale('qaf', { send: 'a' }))).length, 1);
  });
});

// The compiler compares keys with placeholders.
void ((t: Messages) => [t('send'), t('progress', { answered: 1, total: 2 })] satisfies unknown[]);
void ('journal.put' satisfies Key);
