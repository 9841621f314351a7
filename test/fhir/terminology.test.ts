import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { extensionDefinitions, terminologyOf, toBundle, toQuestionnaire, type Extension } from '../../src/fhir/index.ts';
import * as fhir from '../../src/fhir/index.ts';
import * as instruments from '../../src/instruments/index.ts';
import { fhirFiles } from '../../tools/fhir-files.mjs';
import { everyForm } from '../core/answers.ts';
import { record } from '../core/records.ts';
import { formOf, forms } from './forms.ts';

describe('the terminology of an instrument', () => {
  it('has a code system and a value set for each list, with texts of other languages', () => {
    const form = formOf([{ id: 'a', type: 'choice', text: 'A', choices: [{ code: 'y', text: 'Yes' }] }]);
    const german = { ...form, language: 'de', items: [{ id: 'a', type: 'choice' as const, text: 'A', choices: [{ code: 'y', text: 'Ja' }] }] };
    const { codeSystems, valueSets } = terminologyOf(form, { forms: [german], base: 'https://c.example' });
    assert.deepEqual(codeSystems.map(({ url, concept, count, valueSet }) => ({ url, concept, count, valueSet })), [
      {
        url: 'https://c.example/CodeSystem/own-form.item-a',
        concept: [{ code: 'y', display: 'Yes', designation: [{ language: 'de', value: 'Ja' }] }],
        count: 1,
        valueSet: 'https://c.example/ValueSet/own-form.item-a',
      },
    ]);
    assert.deepEqual(valueSets[0]!.compose, { include: [{ system: 'https://c.example/CodeSystem/own-form.item-a', version: '2.1.0' }] });
    assert.equal(valueSets[0]!.url, codeSystems[0]!.valueSet);
  });

  it('of all forms has each code of each form, with the same text', () => {
    for (const definition of instruments.listInstruments()) {
      const forms = [...everyForm(definition)];
      const { codeSystems } = terminologyOf(forms[0]!, { forms });
      const all = new Map(codeSystems.flatMap(({ url, concept }) => concept.map(({ code, display }) => [`${url}|${code}`, display])));
      for (const { url, concept } of forms.flatMap((form) => terminologyOf(form).codeSystems)) {
        for (const { code, display } of concept) assert.equal(all.get(`${url}|${code}`), display, `${url}|${code}`);
      }
    }
  });
});

describe('the definitions of our own extensions', () => {
  const defined = extensionDefinitions('R4');
  const own = (data: unknown): Extension[] =>
    typeof data !== 'object' || !data ? []
    : [...('url' in data && String(data.url).includes('attune-elements/fhir/StructureDefinition') ? [data as Extension] : []), ...Object.values(data).flatMap(own)];

  it('say each extension that is emitted, and each part of it', () => {
    const seen = new Set<string>();
    for (const form of forms) {
      const translation = { language: form.language, revision: 1, standing: 'reviewed' as const };
      const used = { ...form, translation };
      const response = record(form, { answers: [] }, { replaces: 'r0', disclosure: 'All', author: 'client' });
      response.instrument = { ...response.instrument, translation };
      for (const { url, extension } of own([toQuestionnaire(used, { fhirVersion: 'R4' }), toBundle(response, form, { fhirVersion: 'R4' })])) {
        const definition = defined.find((one) => one.url === url);
        const names = definition?.differential.element.flatMap(({ sliceName }) => sliceName ?? []) ?? [];
        for (const part of extension!) assert.ok(names.includes(part.url), `${url} ${part.url}`);
        seen.add(url);
      }
    }
    assert.ok(seen.size >= 3, [...seen].join(' '));
  });

  it('name their release', () => {
    assert.deepEqual((['R4', 'R4B', 'R5'] as const).map((version) => extensionDefinitions(version)[0]!.fhirVersion), ['4.0.1', '4.3.0', '5.0.0']);
  });
});

describe('the files of dist/fhir', () => {
  for (const version of ['R4', 'R5'] as const) {
    const files = fhirFiles({ ...fhir, ...instruments }, version);
    const resources = Object.values(files);

    it(`in ${version} have a Questionnaire of every form of every instrument, each with an id and a URL of its own`, () => {
      const named = new Set(resources.flatMap((resource) => (resource.resourceType === 'Questionnaire' ? resource.url.match(/\/Questionnaire\/([a-z0-9-]+)/)![1]! : [])));
      assert.deepEqual([...named].sort(), instruments.listInstruments().map(({ id }) => id).sort());
      assert.equal(new Set(resources.map(({ url }) => url)).size, resources.length);
      for (const { id } of resources) assert.match(id, /^[A-Za-z0-9.-]{1,64}$/);
    });

    it(`in ${version} have every code system that a Questionnaire uses, and every form that one is derived from`, () => {
      const urls = new Set(resources.map(({ url }) => url));
      const text = JSON.stringify(resources);
      for (const [, system] of text.matchAll(/"system":"([^"]*attune-elements[^"]*)"/g)) assert.ok(urls.has(system!), system);
      for (const resource of resources) {
        if (!('derivedFrom' in resource)) continue;
        for (const canonical of resource.derivedFrom!) assert.ok(urls.has(canonical.split('|')[0]!), canonical);
      }
    });
  }
});
