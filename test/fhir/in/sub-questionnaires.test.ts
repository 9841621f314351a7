import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assembleQuestionnaire } from '../../../src/fhir/index.ts';
import { corpus } from '../../../tools/fhir-corpus.mjs';
import { form, type Json, read, sdc } from './read.ts';

const variable = (name: string, expression: string): Json => ({ url: 'http://hl7.org/fhir/StructureDefinition/variable', valueExpression: { name, language: 'text/fhirpath', expression } });
const named = (valueCanonical: string): Json => ({ linkId: 'part', type: 'display', text: 'Not there', extension: [sdc('subQuestionnaire', { valueCanonical })] });
const question = (linkId: string, more: Json = {}): Json => ({ linkId, type: 'string', text: linkId, ...more });
const fetchFrom = (forms: Record<string, unknown>) => async (canonical: string): Promise<unknown> => forms[canonical];
const idsIn = (items: unknown): unknown[] => ((items ?? []) as Json[]).flatMap(({ linkId, item }) => [linkId, ...idsIn(item)]);
const assemble = async (items: Json[], forms: Record<string, unknown>) => {
  const { questionnaire, missing } = await assembleQuestionnaire(form(items), fetchFrom(forms));
  return { questionnaire: questionnaire as Json, ids: idsIn((questionnaire as Json).item), missing };
};

describe('a form that is made of others', () => {
  it('has their items in the place of those that name them, also of those inside', async () => {
    const { ids, missing } = await assemble([question('a'), named('urn:x'), question('z')], { 'urn:x': form([question('b'), named('urn:y')]), 'urn:y': form([question('c')]) });
    assert.deepEqual([ids, missing], [['a', 'b', 'c', 'z'], []]);
  });

  it('puts the prefix before linkIds and in conditions, one after another', async () => {
    const group = (linkId: string, prefix: string, ...item: Json[]): Json => ({ linkId, type: 'group', text: linkId, extension: [variable('linkIdPrefix', prefix)], item });
    const contact = form([group('g', "%linkIdPrefix + 'name.'", named('urn:name')), question('p', { enableWhen: [{ question: 'q', operator: 'exists', answerBoolean: true }] }), question('q')]);
    const { ids, questionnaire } = await assemble([group('1', "'first.'", named('urn:contact')), group('2', "'second.'", named('urn:contact'))], { 'urn:contact': contact, 'urn:name': form([question('n')]) });
    assert.deepEqual(ids, ['1', 'first.g', 'first.name.n', 'first.p', 'first.q', '2', 'second.g', 'second.name.n', 'second.p', 'second.q']);
    const { issues } = read(questionnaire, { expressionLanguages: ['text/fhirpath'] });
    assert.deepEqual(issues, []);
    assert.equal(JSON.stringify(questionnaire).includes('"question":"second.q"'), true);
  });

  it('takes over their variables, rules, value sets and what they expect from the page', async () => {
    const set = (code: string): Json => ({ resourceType: 'ValueSet', id: 's', compose: { include: [{ system: 'urn:s', concept: [{ code }] }] } });
    const part = form([{ linkId: 'c', type: 'choice', text: 'C', answerValueSet: '#s' }], { contained: [set('theirs')], extension: [variable('v', '1'), sdc('launchContext', { extension: [{ url: 'name', valueCoding: { code: 'patient' } }] })] });
    const own = { linkId: 'o', type: 'choice', text: 'O', answerValueSet: '#s' };
    const { questionnaire } = await assembleQuestionnaire(form([own, { linkId: 'g', type: 'group', text: 'G', item: [named('urn:p')] }], { contained: [set('ours')] }), fetchFrom({ 'urn:p': part }));
    const { instrument } = read(questionnaire as Json);
    const codes = (item: unknown): string[] => (item as { choices: { code: string }[] }).choices.map(({ code }) => code);
    const [first, group] = instrument.items as unknown as [Json, { items: unknown[] }];
    assert.deepEqual([codes(first), codes(group.items[0])], [['ours'], ['theirs']]);
    const { item, extension } = questionnaire as { item: Json[]; extension: Json[] };
    assert.deepEqual([(item[1]!.extension as Json[])[0], String(extension[0]!.url).endsWith('launchContext')], [variable('v', '1'), true]);
  });

  it('keeps the item whose Questionnaire is not there, fails, or is in itself, and reports it', async () => {
    const { ids, missing, questionnaire } = await assemble([named('urn:none'), question('a')], { 'urn:none': { resourceType: 'Patient' } });
    assert.deepEqual([ids, missing, read(questionnaire).issues], [['part', 'a'], ['urn:none'], ['part sub-questionnaire-not-inserted']]);
    const failing = await assembleQuestionnaire(form([named('urn:x')]), () => Promise.reject(new Error('503')));
    assert.deepEqual(failing.missing, ['urn:x']);
    const circle = await assemble([named('urn:x')], { 'urn:x': form([question('b'), named('urn:x')]) });
    assert.equal(circle.ids.length, 9);
  });

  it('is the same object if it names none', async () => {
    const plain = form([question('a')]);
    assert.equal((await assembleQuestionnaire(plain, fetchFrom({}))).questionnaire, plain);
  });

  it('of the package of SDC has the items that its publisher has assembled', async () => {
    const forms = new Map(corpus().map(({ resource }) => [String(resource.url), resource]));
    const byName = (end: string): Json => corpus().find(({ name }) => name.endsWith(end))!.resource as Json;
    // Its last item has the prefix of its first one. What was assembled has another.
    const root = byName('sdc-modular-root') as { item: Json[] };
    const item = [...root.item.slice(0, -1), { ...root.item.at(-1), extension: [variable('linkIdPrefix', "'patientcontact.'")] }];
    const { questionnaire, missing } = await assembleQuestionnaire({ ...root, item }, async (canonical) => forms.get(canonical.split('|')[0]!));
    assert.deepEqual(missing, []);
    const published = byName('root-assembled parameter.0.resource');
    const inside = (items: unknown): unknown[] => idsIn(items).filter((id) => /^patient(name|contact)/.test(String(id)));
    assert.deepEqual(inside((questionnaire as Json).item).sort(), inside(published.item).sort());
  });
});
