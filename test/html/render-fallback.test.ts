import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Condition, Instrument, Item } from '../../src/core/instrument/instrument.ts';
import { getInstrument, listInstruments } from '../../src/instruments/index.ts';
import { readForm, renderFallback } from '../../src/html/index.ts';
import { intake } from '../core/fixtures/intake.ts';
import { everyForm } from '../core/answers.ts';
import { everyItem, formOf, shipped } from '../fhir/forms.ts';
import { fieldsForm } from './fields-form.ts';
import { attribute, elementsOf, PlainForm, textOf, within } from './plain-form.ts';

console.warn = () => {};
for (const lang of ['ar', 'de', 'es', 'fr', 'he', 'pt', 'tr']) {
  for (const part of ['', '/html', '/fhir']) await import(`../../src/locales/${lang}${part}.ts`);
}
const { includeTranslations } = await import('../../src/instruments/add-translations.ts');
const { readTranslations } = await import('../../tools/translation-modules.mjs');
const root = new URL('../../', import.meta.url).pathname;
for (const instruments of Object.values(readTranslations(root))) includeTranslations(...(Object.values(instruments) as never[]));

const render = (instrument: Instrument, options = {}): string => renderFallback(instrument, { id: 'rec-1', ...options });
const forms: Instrument[] = [...listInstruments().flatMap((definition) => [...everyForm(definition)]), intake, everyItem, fieldsForm];

describe('a form without script', () => {
  it('is a form with an address, and fields alone without one, because forms must not be nested', () => {
    const tags = (html: string): string[] => elementsOf(html).slice(3).map(({ tagName }) => tagName);
    const alone = elementsOf(render(shipped('trust-12'), { action: '/send?a=1&b=2', fields: { token: '"x"' } })).find(({ tagName }) => tagName === 'form')!;
    assert.deepEqual([attribute(alone, 'action'), attribute(alone, 'method'), attribute(alone, 'enctype')], ['/send?a=1&b=2', 'post', undefined]);
    assert.equal(attribute(within(alone)[0]!, 'value'), '"x"');
    assert.ok(within(alone).some(({ tagName }) => tagName === 'button'));
    const inside = tags(render(shipped('trust-12')));
    assert.equal(inside[0], 'fieldset');
    assert.ok(!inside.includes('form') && !inside.includes('button'));
    const withFile = elementsOf(render(fieldsForm, { action: '/' })).find(({ tagName }) => tagName === 'form')!;
    assert.equal(attribute(withFile, 'enctype'), 'multipart/form-data');
  });

  for (const instrument of forms) {
    it(`names each control, and each name it gives is there: ${instrument.id} ${JSON.stringify(instrument.options)}`, () => {
      const elements = elementsOf(render(instrument, { action: '/send' }));
      const ids = elements.flatMap((element) => attribute(element, 'id') ?? []);
      assert.equal(new Set(ids).size, ids.length, 'ids are unique');
      const known = new Set(ids);
      for (const element of elements) {
        for (const name of ['aria-labelledby', 'aria-describedby', 'for']) {
          for (const id of attribute(element, name)?.split(' ') ?? []) assert.ok(known.has(id), `${name}="${id}"`);
        }
      }
      const labelled = new Set(elements.filter(({ tagName }) => tagName === 'label').flatMap((label) => [attribute(label, 'for'), ...within(label)]));
      for (const control of elements.filter(({ tagName }) => ['input', 'select', 'textarea'].includes(tagName))) {
        if (attribute(control, 'type') === 'hidden') continue;
        assert.ok(labelled.has(control) || labelled.has(attribute(control, 'id')), `no label: ${JSON.stringify(control.attrs)}`);
      }
      for (const fieldset of elements.filter((one) => one.tagName === 'fieldset' && attribute(one, 'role') !== 'none')) assert.ok(textOf(within(fieldset)[0]!).trim());
      assert.equal(render(instrument, { action: '/send' }), render(instrument, { action: '/send' }), 'the same input gives the same form');
    });
  }

  it('shows everything that is asked under a condition, and says when to answer it', () => {
    const whens = elementsOf(render(shipped('boundary-clarity'))).filter((element) => attribute(element, 'class') === 'attune-when').map(textOf);
    assert.equal(whens[0], 'Answer this only if: Your answer to “What we are working on” is “Not clear”, “Partly clear”, or “Not sure”.');
    assert.equal(whens[2], 'Answer this only if: You answered “A question I want to ask (1)”.');
    assert.ok(!/\shidden\b|display:/.test(render(shipped('boundary-clarity'))));
  });

  it('says each kind of condition in plain words', () => {
    const items: Item[] = [
      { id: 'one', type: 'choice', text: 'One?', scale: 'agree' },
      { id: 'yes', type: 'boolean', text: 'Yes?' },
      { id: 'many', type: 'integer', text: 'How many?' },
      { id: 'day', type: 'date', text: 'Since when?' },
    ];
    const say = (when: Condition, lang = 'en'): string => {
      const html = render(formOf([...items, { id: 'last', type: 'text', text: 'Last?', when }]), { locale: lang });
      return textOf(elementsOf(html).find((element) => attribute(element, 'class') === 'attune-when')!).replace(/\s+/g, ' ');
    };
    assert.equal(say({ item: 'one', op: '>=', value: 'middle' }), 'Answer this only if: Your answer to “One?” is “In between” or “High”.');
    assert.equal(say({ item: 'one', op: '!=', value: 'low' }), 'Answer this only if: Your answer to “One?” is not “Low”.');
    assert.equal(say({ item: 'yes', op: '=', value: true }), 'Answer this only if: Your answer to “Yes?” is “Yes”.');
    assert.equal(say({ item: 'many', op: '>', value: 3 }), 'Answer this only if: Your answer to “How many?” is more than 3.');
    assert.equal(say({ item: 'day', op: '<=', value: '2020-01-01' }), 'Answer this only if: Your answer to “Since when?” is “2020-01-01” or earlier.');
    assert.equal(say({ item: 'many', op: 'exists', value: false }), 'Answer this only if: You did not answer “How many?”.');
    assert.equal(say({ item: 'one', is: 'declined' }), 'Answer this only if: Your answer to “One?” is “Left out”.');
    assert.equal(say({ expression: 'true', language: 'text/fhirpath' }), 'Answer this only if it fits you.');
    assert.equal(
      say({ all: [{ item: 'yes', op: '=', value: true }, { any: [{ item: 'many', is: 'answered' }, { item: 'day', is: 'unanswered' }] }] }),
      'Answer this only if all of these are true:Your answer to “Yes?” is “Yes”.One of these is true:You answered “How many?”.You did not answer “Since when?”.',
    );
    assert.equal(say({ item: 'yes', op: '=', value: true }, 'de'), 'Beantworten Sie das nur, wenn dies stimmt: Ihre Antwort auf „Yes?“ ist “Ja”.');
  });

  it('asks the browser for an answer only where no condition could hide the question', () => {
    const form = new PlainForm(render(intake, { required: true }));
    const isNative = (item: string, at: number[] = []): boolean => form.at(item, at).some(({ element }) => attribute(element, 'required') !== undefined);
    assert.deepEqual(['mood', 'alone', 'trust', 'since'].map((item) => isNative(item)), [true, true, true, true]);
    assert.deepEqual(['mood-why', 'people', 'crowded', 'helps'].map((item) => isNative(item)), [false, false, false, false]);
    assert.deepEqual([isNative('name', [0]), isNative('name', [1])], [false, false]);
    assert.ok(!form.at('mood').some(({ label }) => label === 'Left blank'), 'a required list has no entry for no answer');
    assert.ok(form.at('alone').some(({ label }) => label === 'Cannot say'));
  });

  it('tells who will see the answers, and sends the same words with them', () => {
    const html = render(shipped('trust-12'), { who: 'Your therapist', when: 'before you meet', kept: 'in the records' });
    const words = 'Who sees this: Your therapist, before you meet. Kept: in the records.';
    assert.ok(html.includes(`<p class="attune-help">${words}</p>`));
    assert.ok(html.includes(`name="trust-12.disclosure" value="${words}"`));
    assert.match(render(shipped('trust-12')), /This page does not say who will read your answers/);
  });

  it('shows the crisis notice to clients only, with the words of the host', () => {
    assert.match(render(shipped('trust-12')), /Call your local emergency number/);
    assert.match(render(shipped('trust-12'), { crisis: 'Call 111.' }), /No one is watching this form\.<\/p>\n<p dir="auto">Call 111\.<\/p>/);
    assert.doesNotMatch(render(shipped('trust-12'), { crisis: false, concern: false }), /In danger|tell someone else/);
    assert.doesNotMatch(render(shipped('mistrust-observation')), /In danger|tell someone else/);
  });

  it('never sends what stays on the page of a clinician', () => {
    const withheld = new PlainForm(render(shipped('countertransference-reflection'), { action: '/' }));
    assert.ok(withheld.controls.every(({ kind }) => kind === 'hidden' || kind === 'radio'));
    const unsent = new PlainForm(render(shipped('countertransference-reflection', { text: 'unsent' }), { action: '/' }));
    assert.deepEqual(unsent.controls, []);
    assert.ok(!unsent.elements.some(({ tagName }) => tagName === 'button'));
  });

  it('shows again what was sent, with what is wrong at the question and in a list', () => {
    const form = new PlainForm(render(intake));
    form.choose('alone', 'No');
    form.write('people', 'a few');
    form.write('name', 'Ann & <Bo>', [2]);
    const entries = form.send();
    const read = readForm(entries, { name: 'intake', find: () => ({ ok: true, instrument: intake }), now: '2026-03-01T10:00:00Z' });
    assert.equal(read.state, 'refused');
    const html = render(intake, { entries, problems: read.state === 'refused' ? read.problems : [] });
    const again = new PlainForm(html);
    assert.deepEqual(again.entries(), form.entries());
    const summary = again.elements.find((element) => attribute(element, 'class') === 'attune-problems')!;
    assert.match(textOf(summary), /Please look at this before you send/);
    const link = within(summary).find(({ tagName }) => tagName === 'a')!;
    const target = decodeURIComponent(attribute(link, 'href')!.slice(1));
    const control = again.at('people')[0]!.element;
    assert.deepEqual([attribute(control, 'id'), attribute(control, 'aria-invalid')], [target, 'true']);
    assert.match(attribute(control, 'aria-describedby')!, /-error/);
    assert.match(html, /Write a whole number from 1 to 20\./);
  });

  it('says at each answer that was left out of the record that it was, and keeps it in the form', () => {
    const form = new PlainForm(render(intake));
    form.choose('mood', 'High');
    form.write('mood-why', 'Because');
    form.choose('alone', 'Yes');
    const entries = form.send();
    const read = readForm(entries, { name: 'intake', find: () => ({ ok: true, instrument: intake }), now: '2026-03-01T10:00:00Z' });
    assert.equal(read.state, 'completed');
    const html = render(intake, { entries, notAsked: read.state === 'completed' ? read.notAsked : [] });
    const again = new PlainForm(html);
    assert.deepEqual(again.entries(), form.entries());
    const id = attribute(again.at('mood-why')[0]!.element, 'aria-describedby')!.split(' ').find((one) => one.endsWith('-error'))!;
    const note = again.elements.find((element) => attribute(element, 'id') === id)!;
    assert.equal(textOf(note), 'This answer was left out. See when to answer this question.');
    const summary = again.elements.find((element) => attribute(element, 'class') === 'attune-problems')!;
    assert.equal(within(summary).filter(({ tagName }) => tagName === 'a').length, 1);
    assert.equal(attribute(again.at('mood')[0]!.element, 'aria-invalid'), undefined);
  });

  it('begins with the answers of a record', () => {
    const answers = [
      { item: 'id', state: 'answered' as const, values: ['unknown'] },
      { item: '1.2', state: 'answered' as const, values: ['a', { words: 'Mine' }] },
      { item: 'menu', state: 'declined' as const },
      { item: 'moment', state: 'answered' as const, values: ['2026-01-01T10:00:00+01:00'] },
      { item: 'dose', state: 'answered' as const, values: [{ value: 2, unit: 'mg', system: 'http://unitsofmeasure.org', code: 'mg' }] },
    ];
    const form = new PlainForm(render(fieldsForm, { answers, timeZone: 'Europe/Berlin', required: true }));
    const read = readForm(form.send(), { name: 'fields', find: () => ({ ok: true, instrument: fieldsForm }), now: '2026-03-01T10:00:00Z', timeZone: 'Europe/Berlin' });
    assert.deepEqual(read.state === 'completed' && read.response.answers.filter(({ item }) => answers.some((one) => one.item === item)), answers.map((answer) => ('values' in answer ? { ...answer, values: answer.values.map((value) => (typeof value === 'object' ? Object.fromEntries(Object.entries(value).sort()) : value)) } : answer)));
  });
});

describe('the language of a form without script', () => {
  for (const lang of ['ar', 'de', 'es', 'fr', 'he', 'pt', 'tr']) {
    it(`is that of the wording, and every message is in it: ${lang}`, () => {
      for (const definition of listInstruments()) {
        const got = getInstrument(definition.id, {}, { language: lang, translations: 'draft' });
        assert.ok(got.ok);
        const { instrument } = got;
        const html = render(instrument, { action: '/', locale: lang });
        const fallback = elementsOf(html).find((element) => attribute(element, 'data-attune') === 'fallback')!;
        assert.equal(attribute(fallback, 'lang'), instrument.language);
        assert.equal(attribute(fallback, 'dir'), ['ar', 'he'].includes(instrument.language) ? 'rtl' : 'ltr');
        if (instrument.language !== lang) continue;
        assert.ok(within(fallback).every((element) => attribute(element, 'lang') === undefined), `${definition.id} has a text in another language`);
        if (!new PlainForm(html).controls.length) continue;
        const read = readForm(new PlainForm(html).send(), { name: definition.id, find: getInstrument, now: '2026-03-01T10:00:00Z' });
        assert.equal(read.state, 'blank');
        assert.match(html, new RegExp(`name="${definition.id}\\.translation" value="\\{&quot;language&quot;:&quot;${lang}&quot;.*draft`));
      }
    });
  }

  it('marks messages in another language than the wording', () => {
    const html = render(shipped('trust-12'), { locale: 'ar' });
    assert.match(html, /<div><label><input type="radio" name="trust-12\.t01" value=""> <span lang="ar" dir="rtl">/);
    const got = getInstrument('trust-12', {}, { language: 'ar', translations: 'draft' });
    assert.ok(got.ok);
    assert.match(render(got.instrument, { locale: 'xx' }), /<span lang="en" dir="ltr">Left blank<\/span>/);
  });

  it('is in the record, with the translation that was on screen', () => {
    const got = getInstrument('trust-pulse', {}, { language: 'de', translations: 'draft' });
    assert.ok(got.ok);
    const form = new PlainForm(render(got.instrument, { locale: 'de-AT' }));
    form.choose('t-now', '4');
    const read = readForm(form.send(), { name: 'trust-pulse', find: getInstrument, now: '2026-03-01T10:00:00Z' });
    assert.equal(read.state, 'completed', JSON.stringify(read));
    if (read.state !== 'completed') return;
    const { instrument, locale } = read.response;
    assert.deepEqual([instrument.language, instrument.translation?.standing, locale], ['de', 'draft', 'de-AT']);
  });
});
