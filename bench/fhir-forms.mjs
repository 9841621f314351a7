// Measures in Node what a FHIR form costs without a view:   npm run bench -- fhir-forms [--rounds=41]
//   conversion: 1,000 items with `fromQuestionnaire`, beside copying the same Questionnaire with structuredClone
//   an answer: in a form with 200 conditions and 50 calculated values, beside the same form without them, in turns
// It prints processor time, which other work on the machine changes least. It needs a build.
import { parseArgs } from 'node:util';
import { corpus } from '../tools/fhir-corpus.mjs';

const { values: options } = parseArgs({ args: process.argv.slice(3), options: { rounds: { type: 'string' } } });
const rounds = Number(options.rounds ?? 41);

const { createSession, resolveInstrument } = await import('../dist/core/index.js');
const { fromQuestionnaire } = await import('../dist/fhir/index.js');
const { fhirPathEvaluator } = await import('../dist/fhir/expressions/index.js');

const median = numbers => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];

/** Milliseconds of the processor. */
const timeOf = act => {
  const start = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
};

const form = item => ({ resourceType: 'Questionnaire', status: 'active', url: 'https://clinic.example/Questionnaire/large', title: 'Large', copyright: '(c) The clinic', item });
const itemsOf = ({ item = [] }) => item.flatMap(one => [one, ...itemsOf(one)]);

/** At least so many items of the packages of HL7, each Questionnaire in a group of its own, with other linkIds each time. */
const examples = least => {
  const item = [];
  for (let copy = 0; ; copy++) {
    for (const { resource } of corpus()) {
      if (itemsOf(form(item)).length >= least) return form(item);
      const text = JSON.stringify(resource.item ?? []).replace(/"(linkId|question)":"/g, `"$1":"${item.length}/`);
      item.push({ linkId: `group ${item.length}`, type: 'group', text: 'A form', item: JSON.parse(text) });
    }
  }
};

const concept = i => ({ system: 'https://clinic.example/often', code: `often-${i}`, display: `Often ${i}` });

/** Questions with four choices, and questions that are answered in words. */
const plain = count =>
  form(
    Array.from({ length: count }, (_, i) => {
      const question = { linkId: `q${i}`, text: `Question ${i}` };
      return i % 2 ? { ...question, type: 'choice', answerOption: [0, 1, 2, 3].map(j => ({ valueCoding: concept(j) })) } : { ...question, type: 'string' };
    }),
  );

const convert = questionnaire => {
  const copying = [];
  const converting = [];
  for (let round = 0; round < rounds; round++) {
    copying.push(timeOf(() => structuredClone(questionnaire)));
    converting.push(timeOf(() => fromQuestionnaire(questionnaire)));
  }
  return { first: converting[0], time: median(converting), copy: median(copying) };
};

const CONDITIONS = 200;
const CALCULATED = 50;
const QUESTIONS = 300;
const SUMMED = 5;

/** 250 numbers and 50 results. With rules, 200 numbers have a condition, and each result is the sum of five numbers. */
const numbers = withRules =>
  form(
    Array.from({ length: QUESTIONS }, (_, i) => {
      const question = { linkId: `n${i}`, text: `Number ${i}`, type: 'integer' };
      if (!withRules) return question;
      const first = QUESTIONS - CALCULATED;
      if (i >= first) {
        const ids = Array.from({ length: SUMMED }, (_, j) => `'n${(i - first) * SUMMED + j}'`).join(' | ');
        const expression = `%resource.item.where(linkId in (${ids})).answer.value.sum()`;
        return { ...question, readOnly: true, extension: [{ url: 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression', valueExpression: { language: 'text/fhirpath', expression } }] };
      }
      return i > 0 && i <= CONDITIONS ? { ...question, enableWhen: [{ question: `n${i - 1}`, operator: '>=', answerInteger: 0 }] } : question;
    }),
  );

/** Answers each question once, and then each once more. The time of the second turn for one answer. */
const answer = questionnaire => {
  const { instrument } = resolveInstrument(fromQuestionnaire(questionnaire, { expressionLanguages: ['text/fhirpath'] }).instrument);
  let count = 0;
  const session = createSession(instrument, {
    newId: () => `r${++count}`,
    now: () => '2026-01-01T10:00:00+00:00',
    locale: 'en',
    software: { name: 'bench', version: '1.0.0' },
    evaluator: fhirPathEvaluator({ questionnaire }),
  });
  const ids = instrument.items.slice(0, QUESTIONS - CALCULATED).map(({ id }) => id);
  for (const id of ids) session.answer(id, [1]);
  return timeOf(() => {
    for (const id of ids) session.answer(id, [2]);
  }) / ids.length;
};

console.log(`## Conversion, median of ${rounds}\n\n| Questionnaire | items | ms | the first time | times copying it |\n|---|---|---|---|---|`);
for (const [name, questionnaire] of [['examples of HL7', examples(1000)], ['choices and texts', plain(1000)]]) {
  const { first, time, copy } = convert(questionnaire);
  console.log(`| ${name} | ${itemsOf(questionnaire).length} | ${time.toFixed(0)} | ${first.toFixed(0)} | ${(time / copy).toFixed(1)} |`);
}

const [without, withRules] = [numbers(false), numbers(true)];
const [bare, ruled] = [[], []];
for (let round = 0; round < rounds; round++) {
  bare.push(answer(without));
  ruled.push(answer(withRules));
}
console.log(`\n## An answer in a form of ${QUESTIONS} questions, median of ${rounds}\n\n| form | ms |\n|---|---|`);
console.log(`| without rules | ${median(bare).toFixed(3)} |\n| with ${CONDITIONS} conditions and ${CALCULATED} calculated values | ${median(ruled).toFixed(3)} |`);
console.log(`\nratio ${(median(ruled) / median(bare)).toFixed(2)}`);
