// Writes docs/fhir-conformance.md: what becomes of each Questionnaire of two packages of HL7.   node tools/fhir-conformance.mjs
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { corpus } from './fhir-corpus.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const file = join(root, 'docs', 'fhir-conformance.md');

const { engine } = await import('../src/fhir/expressions/evaluated-form.ts');
const { fromQuestionnaire, toQuestionnaire } = await import('../src/fhir/index.ts');
const { convert } = await import('../src/fhir/in/from-questionnaire.ts');
const { resolveInstrument } = await import('../src/core/instrument/resolve-instrument.ts');

const flat = (items = []) => items.flatMap(item => [item, ...flat(item.item)]);

/** The extensions that are kept when a Questionnaire is read and written again. */
const KEPT =
  /\/(questionnaire-(itemControl|choiceOrientation|hidden|maxOccurs|minOccurs|sliderStepValue|unit|unitOption)|minValue|maxValue|minLength|maxDecimalPlaces|mimeType|maxSize|regex|entryFormat|sdc-questionnaire-(openLabel|collapsible|shortText|minQuantity|maxQuantity|keyboard))$/;

const sorted = data =>
  Array.isArray(data) ? data.map(sorted)
  : typeof data === 'object' && data ? Object.fromEntries(Object.keys(data).sort().map(name => [name, sorted(data[name])]))
  : data;
const same = (a, b) => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

/** An element without what has no place in an instrument: ids and extensions of parts. */
const bare = data =>
  Array.isArray(data) ? data.map(bare)
  : typeof data === 'object' && data ?
    Object.fromEntries(Object.entries(data).flatMap(([name, value]) => (name === 'extension' || name === 'id' || name.startsWith('_') ? [] : [[name, bare(value)]])))
  : data;

const extensionsOf = ({ extension = [] }) => {
  const kept = extension.filter(({ url }) => KEPT.test(url));
  return kept.map(one => JSON.stringify(sorted(bare(one.valueCodeableConcept?.coding?.[0]?.code ?? one)))).sort();
};

/** Conditions without the texts of codings, which say nothing about equality. */
const named = (conditions = []) =>
  conditions.map(({ answerCoding, ...one }) => ({ ...one, ...(answerCoding && { answerCoding: { system: answerCoding.system, code: answerCoding.code } }) }));

/** The values at the start: `initial`, or the options that are selected. */
const startOf = ({ initial = [], answerOption = [] }) => [...bare(initial), ...answerOption.filter(({ initialSelected }) => initialSelected).map(plainValue)];

const plainValue = ({ extension: _, initialSelected: _selected, ...value }) => bare(value);

/** What is different in one item: names of parts. */
function differences(item, again) {
  if (!again) return ['linkId'];
  const changed = [];
  for (const name of ['type', 'text', 'prefix', 'required', 'readOnly', 'repeats', 'maxLength', 'definition']) {
    if ((item[name] || undefined) !== (again[name] || undefined)) changed.push(name);
  }
  if (!same(named(bare(item.enableWhen)), named(bare(again.enableWhen)))) changed.push('enableWhen');
  if (!same(bare(item.code), bare(again.code))) changed.push('code');
  if (!same(startOf(item), startOf(again))) changed.push('initial');
  if (item.enableWhen?.length > 1 && item.enableBehavior !== again.enableBehavior) changed.push('enableBehavior');
  if (item.answerValueSet && !again.answerValueSet) changed.push('answerValueSet');
  else if (!same((item.answerOption ?? []).map(plainValue), (again.answerOption ?? []).map(plainValue))) changed.push('answerOption');
  const before = extensionsOf(item);
  const after = extensionsOf(again);
  if (before.some(one => !after.includes(one))) changed.push('extension');
  return changed;
}

/** What is different after a Questionnaire was read and written again: `part 2, ...`. */
function roundTrip(resource, definition, fhirVersion) {
  const { instrument } = resolveInstrument(definition);
  const again = new Map(flat(toQuestionnaire(instrument, { fhirVersion }).resource.item).map(item => [item.linkId, item]));
  return countsOf(flat(resource.item).flatMap(item => differences(item, again.get(item.linkId))));
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
  corpus().map(({ name, package: from, resource }) => {
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
Questionnaire in two packages of HL7: ${packages.map(name => `\`${name}\``).join(' and ')}. No value set is expanded by a server; the second
column of the first table has how many are in full when the page has \`expandValueSet\`, and it returns the codes that the form uses. The
expressions are evaluated, as on a page with \`fhir-expressions.js\`, for a patient that nobody knows.

| | Questionnaires | with \`expandValueSet\` |
|---|---|---|
| in full | ${total('in full')} | ${expanded} |
| with reported limits | ${total('with reported limits')} | ${rows.length - expanded - total('not presented')} |
| not presented | ${total('not presented')} | ${total('not presented')} |

- **limits**: codes of issues of the severity \`limited\`, and how often each is there. [fhir.md](fhir.md) says what they mean.
- **invalid in itself**: rules of FHIR that the resource breaks.
- **not the same again**: parts that are different after \`toQuestionnaire\` has written the instrument again, and in how many items.

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
