// Writes docs/fhir-conformance.md: what becomes of Questionnaires that others wrote.   node tools/fhir-conformance.mjs
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { corpus, EVERYBODY } from './fhir-corpus.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const file = join(root, 'docs', 'fhir-conformance.md');

const { engine } = await import('../src/fhir/expressions/evaluated-form.ts');
const { fromQuestionnaire, toQuestionnaire } = await import('../src/fhir/index.ts');
const { convert } = await import('../src/fhir/in/convert.ts');
const { resolveInstrument } = await import('../src/core/instrument/resolve-instrument.ts');

const flat = (items = []) => items.flatMap(item => [item, ...flat(item.item)]);

/** Data with its names, and extensions with different names, in one order. */
const sorted = (data, name) => {
  if (Array.isArray(data)) return name === 'extension' ? data.map(one => sorted(one)).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) : data.map(one => sorted(one));
  return typeof data === 'object' && data ? Object.fromEntries(Object.keys(data).sort().map(key => [key, sorted(data[key], key)])) : data;
};
const isSame = (name, a, b) => JSON.stringify(sorted(a, name)) === JSON.stringify(sorted(b, name));

/** The names of the elements that are different. */
const elementsIn = (before, after, ignored) =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(name => !ignored.includes(name) && !isSame(name, before[name], after[name]));

const linkIdsIn = ({ item = [] }) => item.map(({ linkId }) => linkId);

/** What is different in one item: names of elements. `item`: the items in it have another order. */
const differences = (item, again) =>
  again ? [...elementsIn(item, again, ['item']), ...(isSame('item', linkIdsIn(item), linkIdsIn(again)) ? [] : ['item'])] : ['linkId'];

/** Elements of the resource that are not kept (fhir.md). Those that an instrument must have are made up if there are none. */
const NOT_KEPT = ['resourceType', 'id', 'meta', 'text', 'item'];
const MADE_UP = ['url', 'version', 'name', 'title'];

/** What is different after a Questionnaire was read and written again: `part 2, ...`. */
function roundTrip(resource, definition, fhirVersion) {
  const { instrument } = resolveInstrument(definition);
  const written = toQuestionnaire(instrument, { fhirVersion }).resource;
  const again = new Map(flat(written.item).map(item => [item.linkId, item]));
  const own = elementsIn(resource, written, [...NOT_KEPT, ...MADE_UP.filter(name => !(name in resource))]).map(name => `Questionnaire.${name}`);
  return countsOf([...own, ...flat(resource.item).flatMap(item => differences(item, again.get(item.linkId)))]);
}

const countsOf = names => {
  const counts = new Map();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort().map(([name, count]) => `${name} ${count}`).join(', ');
};

const LANGUAGES = ['text/fhirpath', 'application/x-fhir-query'];

/** What the widget makes of a Questionnaire, with the value sets that a page has expanded. */
function presented(resource, valueSets = {}) {
  const options = { expressionLanguages: LANGUAGES, valueSets };
  const first = fromQuestionnaire(resource, options);
  const { questionnaire = resource } = first.instrument ? engine.resolve(resource, first.instrument, {}) : {};
  return fromQuestionnaire(questionnaire, options);
}

const isInFull = ({ instrument, issues }) => !!instrument && issues.every(({ severity }) => severity === 'ignored');

/** Every Coding that a Questionnaire compares with or starts with. */
const codingsIn = items =>
  flat(items).flatMap(({ enableWhen = [], initial = [] }) => [...enableWhen.map(one => one.answerCoding), ...initial.map(one => one.valueCoding)].filter(Boolean));

/**
 * The value sets that a page with a terminology server would get. There is none here, so each stands for one with the codes that the
 * Questionnaire uses, and one more.
 */
function expandedFor(resource) {
  const contains = [...codingsIn(resource.item), { system: 'https://example.org', code: 'other', display: 'Other' }].map(one => ({ display: one.code, ...one }));
  const { missing } = convert(resource, { expressionLanguages: LANGUAGES });
  return Object.fromEntries([...missing.keys()].map(canonical => [canonical, { resourceType: 'ValueSet', expansion: { contains } }]));
}

/** One line for each Questionnaire. */
export const conformance = () =>
  corpus('Questionnaire', EVERYBODY).map(({ name, package: from, resource }) => {
    const { instrument, issues, fhirVersion } = presented(resource);
    const isExpanded = isInFull(presented(resource, expandedFor(resource)));
    const codes = severity => countsOf(issues.filter(issue => issue.severity === severity).map(({ code }) => code));
    const items = flat(resource.item).length;
    const [limited, invalid] = [codes('limited'), codes('invalid')];
    const result = !instrument ? 'not presented' : limited || invalid ? 'with reported limits' : 'in full';
    const limits = new Set(issues.filter(({ severity }) => severity === 'limited').map(({ code }) => code));
    return { name, from, items, result, isExpanded, limited, limits, invalid, lost: instrument ? roundTrip(resource, instrument, fhirVersion) : '' };
  });

const table = rows =>
  rows
    .map(({ name, items, result, limited, invalid, lost }) => `| ${name} | ${items} | ${result} | ${limited} | ${invalid} | ${lost} |`)
    .join('\n');

/** In how many Questionnaires each limit occurs, the most frequent first. */
const limitTable = rows => {
  const forms = new Map();
  for (const { limits } of rows) for (const code of limits) forms.set(code, (forms.get(code) ?? 0) + 1);
  const sorted = [...forms].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return sorted.map(([code, count]) => `| \`${code}\` | ${count} |`).join('\n');
};

/** The text of docs/fhir-conformance.md. */
export const conformancePage = () => {
  const rows = conformance();
  const total = result => rows.filter(row => row.result === result).length;
  const expanded = rows.filter(({ isExpanded }) => isExpanded).length;
  const packages = [...new Set(rows.map(({ from }) => from))];
  return `# Questionnaires of others

\`node tools/fhir-conformance.mjs\` writes this page, and a test compares it. It shows what \`fromQuestionnaire\` makes of each
Questionnaire in two packages of HL7, and of those with which another renderer, Smart Forms, is tested:
${packages.map(name => `\`${name}\``).join(', ')}. No value set
is expanded by a server; the second column of the first table has how many are in full when the page has \`expandValueSet\`, and it returns the
codes that the form uses. The expressions are evaluated, as on a page with \`fhir-expressions.js\`, for a patient that nobody knows.

| | Questionnaires | with \`expandValueSet\` |
|---|---|---|
| in full | ${total('in full')} | ${expanded} |
| with reported limits | ${total('with reported limits')} | ${rows.length - expanded - total('not presented')} |
| not presented | ${total('not presented')} | ${total('not presented')} |

- **limits**: codes of issues of the severity \`limited\`, and how often each is there. [fhir.md](fhir.md) says what they mean.
- **invalid in itself**: rules of FHIR that the resource breaks.
- **not the same again**: every element of every item is compared before and after, with its extensions, and every element of the
  Questionnaire that is kept. These are different after \`toQuestionnaire\` has written the instrument again, and in how many items.

| limit | in how many Questionnaires |
|---|---|
${limitTable(rows)}

${packages
  .map(
    name => `## ${name}

| Questionnaire | items | presented | limits | invalid in itself | not the same again |
|---|---|---|---|---|---|
${table(rows.filter(({ from }) => from === name))}
`,
  )
  .join('\n')}`;
};

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(file, conformancePage());
