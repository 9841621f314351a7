import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { limits } from '../../src/core/plain-data/limits.ts';
import type { Response } from '../../src/core/record/response.ts';
import { score } from '../../src/core/scoring/score.ts';
import { toBundle } from '../../src/fhir/bundle.ts';
import { toQuestionnaire } from '../../src/fhir/to-questionnaire.ts';
import { Progress } from '../../src/command-line/progress.ts';
import { trust12 } from '../../src/instruments/trust-12.ts';
import { trustPulse } from '../../src/instruments/trust-pulse.ts';
import { byWeight, settled } from '../core/answers.ts';
import { record } from '../core/records.ts';

const program = fileURLToPath(new URL('../../dist/command-line/attune-fhir.js', import.meta.url));

let folder: string;
before(() => void (folder = mkdtempSync(join(tmpdir(), 'attune-command-'))));
after(() => rmSync(folder, { recursive: true, force: true }));

const path = (name: string): string => join(folder, name);
const file = (name: string, text: string | Buffer): string => {
  writeFileSync(path(name), text);
  return path(name);
};
const read = (name: string): string => readFileSync(path(name), 'utf8');

interface Result {
  code: number | null;
  out: string;
  err: string;
}

/** Runs the program as a person does at a terminal, with this text as standard input. */
async function attune(args: readonly string[], input: string | Buffer | Readable = '', node: readonly string[] = []): Promise<Result> {
  const child = spawn(process.execPath, [...node, program, ...args], { cwd: folder });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const source = input instanceof Readable ? input : Readable.from([input]);
  // A program that has seen enough closes its input.
  const fed = pipeline(source, child.stdin).catch(() => {});
  const [code] = (await once(child, 'close')) as [number | null];
  await fed;
  return { code, out, err };
}

const intake = settled(trust12, { variant: 'intake' });
const pulse = settled(trustPulse);
const recordOf = (instrument: typeof intake, id: string, more: Partial<Response> = {}): Response => {
  const { items } = instrument.scoring!.total!;
  return record(instrument, byWeight(instrument, items, items.map((_, i) => 1 + (i % 5))), { id, ...more });
};
const line = (value: unknown): string => `${JSON.stringify(value)}\n`;
const objects = (text: string): unknown[] => text.split('\n').filter(Boolean).map((one) => JSON.parse(one) as unknown);

describe('attune-fhir', () => {
  it('describes itself, each command and its version', async () => {
    const { code, out } = await attune(['--help']);
    assert.equal(code, 0);
    for (const command of ['convert', 'validate', 'score']) {
      assert.match(out, new RegExp(`  ${command} `));
      const described = await attune([command, '--help']);
      assert.equal(described.code, 0);
      assert.match(described.out, new RegExp(`^attune-fhir ${command} INPUT`));
    }
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };
    assert.equal((await attune(['--version'])).out, `${version}\n`);
  });

  for (const [args, message] of [
    [['improve'], /"improve" is no command. The commands are convert, validate, score/],
    [['convert'], /convert needs one input, and got 0/],
    [['convert', 'trust-12', 'trust-pulse'], /got 2/],
    [['convert', 'trust-12', '--nothing'], /'--nothing'/],
    [['convert', 'trust-12', '--fhir-version', 'R3'], /--fhir-version must be one of R4, R4B, R5, not "R3"/],
    [['convert', 'trust-12', '--option', 'variant'], /--option must be name=value, not "variant"/],
    [['convert', 'trust-12', '--option', 'variant=weekly'], /trust-12: options.variant: Must be one of/],
    [['convert', 'trust-12', '--language', 'xx'], /trust-12 has no translation into "xx"/],
    [['convert', 'trust-12', '--to', 'bundle'], /a definition cannot become bundle, only questionnaire/],
    [['convert', 'trust-12', '--to', 'pdf'], /--to must be one of .*, not "pdf"/],
    [['score'], /score needs at least one input/],
    [['validate', '-', '-'], /standard input \(-\) can be read only once/],
  ] as const) {
    it(`refuses "${args.join(' ')}"`, async () => {
      const { code, out, err } = await attune(args);
      assert.equal(code, 2);
      assert.equal(out, '');
      assert.match(err, message);
    });
  }
});

describe('attune-fhir convert', () => {
  it('makes a Questionnaire of an instrument of the package', async () => {
    const { code, out } = await attune(['convert', 'trust-12', '--option', 'variant=intake', '--fhir-version', 'R5']);
    assert.equal(code, 0);
    assert.deepEqual(JSON.parse(out), JSON.parse(JSON.stringify(toQuestionnaire(intake, { fhirVersion: 'R5' }).resource)));
  });

  it('makes it in a language, with the standing of the translation, and tells what FHIR cannot say', async () => {
    const { out, err } = await attune(['convert', 'trust-pulse', '--language', 'de']);
    const questionnaire = JSON.parse(out) as { language: string; status: string };
    assert.equal(questionnaire.language, 'de');
    assert.equal(questionnaire.status, 'draft');
    assert.match(err, /^note: draft-not-scored, once, first at trust-pulse/m);
    assert.match(err, /^note: reasons-not-offered, once/m);
  });

  it('takes a region of a language for the language', async () => {
    const languageOf = async (tag: string): Promise<string> => {
      const { out } = await attune(['convert', 'trust-pulse', '--language', tag]);
      return (JSON.parse(out) as { language: string }).language;
    };
    assert.equal(await languageOf('de-AT'), 'de');
    assert.equal(await languageOf('en-GB'), 'en');
  });

  it('makes one of a definition of the host', async () => {
    const own = { ...trustPulse, id: 'own-form' };
    const definition = file('own.json', JSON.stringify(own, null, 2));
    const { code, out } = await attune(['convert', definition, '--base', 'https://clinic.example/fhir', '--status', 'retired']);
    assert.equal(code, 0);
    const { url, status } = JSON.parse(out) as { url: string; status: string };
    assert.match(url, /^https:\/\/clinic\.example\/fhir\/Questionnaire\/own-form/);
    assert.equal(status, 'retired');
  });

  it('makes a transaction of each record, as the function does', async () => {
    const records = [recordOf(intake, 'a'), recordOf(pulse, 'b')];
    const { code, out } = await attune(['convert', '-'], records.map(line).join(''));
    assert.equal(code, 0);
    const bundles = records.map((one, i) => toBundle(one, [intake, pulse][i]!, { fhirVersion: 'R4' }).resource);
    assert.deepEqual(objects(out), JSON.parse(JSON.stringify(bundles)));
  });

  it('makes responses or observations, about whom the command says', async () => {
    const input = line(recordOf(intake, 'a'));
    const response = await attune(['convert', '-', '--to', 'response', '--subject', 'Patient/7', '--encounter', 'Encounter/3'], input);
    const [{ resourceType, subject, encounter }] = objects(response.out) as [Record<string, unknown>];
    assert.deepEqual({ resourceType, subject, encounter }, { resourceType: 'QuestionnaireResponse', subject: { reference: 'Patient/7' }, encounter: { reference: 'Encounter/3' } });
    const observation = await attune(['convert', '-', '--to', 'observation'], input);
    assert.equal((objects(observation.out) as [{ resourceType: string }])[0].resourceType, 'Observation');
  });

  it('tells that an unfinished record has no observation', async () => {
    const { completedAt: _, ...unfinished } = recordOf(intake, 'a', { status: 'in-progress' });
    const { code, out, err } = await attune(['convert', '-', '--to', 'observation'], line(unfinished));
    assert.deepEqual([code, out], [0, '']);
    assert.match(err, /^note: no-score, once, first at standard input:1/);
  });

  it('reads a list of records, and one record over several lines', async () => {
    const records = [recordOf(intake, 'a'), recordOf(intake, 'b')];
    for (const text of [JSON.stringify(records), JSON.stringify(records, null, 2)]) {
      const { code, out } = await attune(['convert', file('list.json', text)]);
      assert.deepEqual([code, objects(out).length], [0, 2]);
    }
    const { out } = await attune(['convert', file('one.json', JSON.stringify(records[0], null, 2))]);
    assert.equal((JSON.parse(out) as { type: string }).type, 'transaction');
  });

  it('refuses what is neither record nor definition, and a wrong one', async () => {
    const input = [recordOf(intake, 'a'), { resourceType: 'Patient' }, { ...trustPulse, items: [] }, 7].map(line).join('');
    const { code, out, err } = await attune(['convert', '-'], input);
    assert.equal(code, 1);
    assert.equal(objects(out).length, 1);
    assert.match(err, /^standard input:2: no record, definition or Questionnaire, but a FHIR Patient$/m);
    assert.match(err, /^standard input:3: items: Must be list/m);
    assert.match(err, /^standard input:4: no record, definition or Questionnaire, but a number$/m);
    assert.match(err, /^3 of 4 values are not valid$/m);
  });
});

describe('attune-fhir convert, for a Questionnaire', () => {
  const german = (text: string): object => ({
    extension: [
      {
        url: 'http://hl7.org/fhir/StructureDefinition/translation',
        extension: [{ url: 'lang', valueCode: 'de' }, { url: 'content', valueString: text }],
      },
    ],
  });
  const questionnaire = {
    resourceType: 'Questionnaire',
    url: 'https://clinic.example/Questionnaire/sleep',
    name: 'Sleep',
    title: 'Sleep',
    _title: german('Schlaf'),
    status: 'active',
    language: 'en',
    copyright: 'The clinic. https://clinic.example/terms',
    item: [
      { linkId: '1.1', type: 'integer', text: 'How many hours did you sleep?', _text: german('Wie viele Stunden haben Sie geschlafen?') },
      { linkId: '1.2', type: 'reference', text: 'Who was with you?', _text: german('Wer war bei Ihnen?') },
    ],
  };

  it('makes a definition that is valid, and tells item by item what is not the same', async () => {
    const { code, out, err } = await attune(['convert', file('sleep.json', JSON.stringify(questionnaire, null, 2)), '-o', 'sleep.definition.json']);
    assert.deepEqual([code, out], [0, '']);
    const definition = JSON.parse(read('sleep.definition.json')) as { source: Record<string, unknown>; items: { id: string; text: string }[] };
    const { elements, ...source } = definition.source;
    assert.deepEqual(source, { resourceType: 'Questionnaire', url: questionnaire.url, fhirVersion: 'R4' });
    assert.equal((elements as { name: string }).name, 'Sleep');
    assert.deepEqual(definition.items.map(({ id, text }) => [id, text]), questionnaire.item.map(({ linkId, text }) => [linkId, text]));
    assert.match(err, /^note: \S+sleep\.json: 1\.2: Reference answered in words.* \(reference-answered-in-words\)$/m);
    assert.match(err, /^note: \S+sleep\.json: It also has texts in de\. --to translations writes them\. \(translations-left-out\)$/m);
    assert.equal((await attune(['validate', 'sleep.definition.json'])).code, 0);
    const again = await attune(['convert', 'sleep.definition.json']);
    assert.deepEqual((JSON.parse(again.out) as { item: unknown }).item, questionnaire.item);
  });

  it('makes its translations, which go with the definition', async () => {
    const { code, out } = await attune(['convert', '-', '--to', 'translations'], line(questionnaire));
    assert.equal(code, 0);
    file('sleep.de.json', out);
    const definition = await attune(['convert', '-'], line(questionnaire));
    const again = await attune(['convert', '-', '--translation', 'sleep.de.json', '--language', 'de'], definition.out);
    assert.equal(again.code, 0, again.err);
    const { title, item } = JSON.parse(again.out) as { title: string; item: { text: string }[] };
    assert.equal(title, 'Schlaf');
    assert.equal(item[0]!.text, 'Wie viele Stunden haben Sie geschlafen?');
  });

  it('reads the release that the command names', async () => {
    const { out } = await attune(['convert', '-', '--fhir-version', 'R5'], line(questionnaire));
    assert.equal((JSON.parse(out) as { source: { fhirVersion: string } }).source.fhirVersion, 'R5');
  });

  it('refuses one that cannot be presented, and a target that it cannot become', async () => {
    const input = line({ resourceType: 'Questionnaire' }) + line(questionnaire);
    const { code, err } = await attune(['convert', '-'], input);
    assert.equal(code, 1);
    assert.match(err, /^standard input:1: item: No items \(no-items\)$/m);
    const wrong = await attune(['convert', '-', '--to', 'questionnaire'], line(questionnaire));
    assert.equal(wrong.code, 1);
    assert.match(wrong.err, /^standard input:1: a questionnaire cannot become questionnaire, only definition or translations$/m);
  });

  it('is checked by validate', async () => {
    const twice = { ...questionnaire, item: [questionnaire.item[0], questionnaire.item[0]] };
    const { code, out } = await attune(['validate', '-'], line(questionnaire) + line(twice));
    assert.equal(code, 1);
    assert.match(out, /^note: standard input:1: 1\.2: .*\(reference-answered-in-words\)$/m);
    assert.match(out, /^standard input:2: .*\(link-id-used-twice\)$/m);
    assert.match(out, /^2 values, 1 not valid, 1 problem$/m);
  });
});

describe('attune-fhir, for a QuestionnaireResponse', () => {
  const questionnaire = {
    resourceType: 'Questionnaire',
    url: 'https://clinic.example/Questionnaire/mood',
    version: '2',
    title: 'Mood',
    status: 'active',
    language: 'en',
    copyright: 'The clinic. https://clinic.example/terms',
    item: [
      { linkId: '1', type: 'choice', text: 'How are you?', required: true, answerOption: [{ valueInteger: 0 }, { valueInteger: 3 }] },
      { linkId: '2', type: 'date', text: 'Since when?' },
    ],
  };
  const responseOf = (id: string, answers: Record<string, object>, more: object = {}): object => ({
    resourceType: 'QuestionnaireResponse',
    id,
    questionnaire: 'https://clinic.example/Questionnaire/mood|2',
    status: 'completed',
    authored: '2026-11-20T10:00:00Z',
    item: Object.entries(answers).map(([linkId, answer]) => ({ linkId, answer: [answer] })),
    ...more,
  });
  const good = responseOf('a', { 1: { valueInteger: 3 } });

  it('converts it with its Questionnaire: a file, or before it in the input', async () => {
    const named = file('mood.json', JSON.stringify(questionnaire, null, 2));
    const { code, out, err } = await attune(['convert', '-', '--questionnaire', named], line(good) + line(responseOf('b', { 1: { valueInteger: 0 }, 2: { valueDate: '2020' } })));
    assert.equal(code, 0);
    const records = objects(out) as Response[];
    assert.deepEqual(records.map(({ id, answers }) => [id, answers]), [
      ['a', [{ item: '1', state: 'answered', values: ['3'] }]],
      ['b', [{ item: '1', state: 'answered', values: ['0'] }]],
    ]);
    assert.equal(err, 'note: standard input:2: 2: Answer without place (answer-without-place)\n', 'it quotes no answer');
    const bundle = await attune(['convert', '-', '--to', 'response'], line(questionnaire) + line(good));
    assert.equal(bundle.code, 0);
    const [again] = objects(bundle.out) as [{ questionnaire: string; item: { answer: unknown }[] }];
    assert.deepEqual([again.questionnaire, again.item[0]!.answer], ['https://clinic.example/Questionnaire/mood|2', [{ valueInteger: 3 }]]);
    const whole = await attune(['convert', '-'], line(questionnaire) + line(good));
    file('both.ndjson', whole.out);
    const [definition, record] = objects(whole.out);
    const checked = await attune(['validate', file('record.json', JSON.stringify(record)), '--instrument', file('mood.definition.json', JSON.stringify(definition))]);
    assert.deepEqual([checked.code, checked.out], [0, '1 value, 0 not valid, 0 problems\n']);
  });

  it('validates it', async () => {
    const input = [
      good,
      questionnaire,
      good,
      responseOf('b', { 2: { valueDate: '2020-01-01' } }),
      responseOf('c', { 1: { valueInteger: 7 }, old: { valueString: 'secret' } }),
      responseOf('d', { 1: { valueInteger: 3 } }, { questionnaire: 'https://clinic.example/Questionnaire/mood|1' }),
      responseOf('e', {}, { status: 'in-progress' }),
      responseOf('f', { 1: { valueInteger: 3 } }, { questionnaire: '#q', contained: [{ ...questionnaire, id: 'q', url: undefined }] }),
      responseOf('g', { 1: { valueInteger: 3 } }, { authored: undefined }),
    ].map(line).join('');
    const { code, out } = await attune(['validate', '-'], input);
    assert.equal(code, 1);
    assert.deepEqual(out.trimEnd().split('\n'), [
      'standard input:1: questionnaire: Its Questionnaire is not known: https://clinic.example/Questionnaire/mood|2. Give it before, or with --questionnaire',
      'standard input:4: 1: Required, and not answered (required-blank)',
      'standard input:5: 1: Answer without place (answer-without-place)',
      'standard input:5: old: Answer without place (answer-without-place)',
      'note: standard input:6: questionnaire: Of another version: https://clinic.example/Questionnaire/mood|1 (of-another-version)',
      'standard input:9: authored: Start missing (start-missing)',
      '9 values, 4 not valid, 5 problems',
    ]);
  });

  it('scores it by the rule of its form: one of the package, or a definition of yours', async () => {
    const record = recordOf(intake, 'a');
    const ours = await attune(['convert', '-', '--to', 'response'], line(record));
    const scored = await attune(['score', '-'], ours.out);
    assert.equal(scored.code, 0, scored.err);
    const [{ score: found }] = objects(scored.out) as [{ score: unknown }];
    assert.deepEqual(found, JSON.parse(JSON.stringify(score(intake, record))));

    const definition = await attune(['convert', '-'], line(questionnaire));
    const scoring = { total: { method: 'sum', items: ['1'], least: 1 } };
    const made = objects(definition.out)[0] as { items: { choices: { code: string; value?: number }[] }[] };
    for (const choice of made.items[0]!.choices) choice.value = Number(choice.code);
    const own = file('scored.json', JSON.stringify({ ...made, scoring }));
    const { code, out, err } = await attune(['score', '-', '--instrument', own, '--questionnaire', file('mood.json', JSON.stringify(questionnaire))], line(good));
    assert.equal(code, 0, err);
    assert.equal((objects(out) as [{ score: { raw?: number; total?: { raw: number } } }])[0].score.total?.raw, 3);
    const without = await attune(['score', '-', '--format', 'csv'], line(questionnaire) + line(good));
    assert.equal(without.code, 0);
    assert.match(without.out, /unscored,the instrument has no rule for a score/);
  });

  it('refuses a file of --questionnaire that is none', async () => {
    const { code, err } = await attune(['validate', '-', '--questionnaire', file('none.json', '{}')]);
    assert.equal(code, 3);
    assert.match(err, /none\.json is no Questionnaire that can be presented/);
  });
});

describe('attune-fhir validate', () => {
  it('writes one line for each problem, with its place, and a count', async () => {
    const good = recordOf(intake, 'a');
    const { code, out, err } = await attune(
      ['validate', file('records.ndjson', line(good) + line({ ...good, status: 'later', locale: 5 }) + line(good))],
    );
    assert.equal(code, 1);
    assert.equal(err, '');
    const lines = out.trimEnd().split('\n');
    assert.deepEqual(lines.length, 3);
    assert.match(lines[0]!, /records\.ndjson:2: status: Must be one of in-progress, completed \(one-of\)$/);
    assert.match(lines[1]!, /records\.ndjson:2: locale: Must be language tag \(language-tag\)$/);
    assert.equal(lines[2], '3 values, 1 not valid, 2 problems');
  });

  it('checks records against an instrument of the host', async () => {
    const own = file('own-form.json', JSON.stringify({ ...trustPulse, id: 'own-form' }));
    const input = line({ ...recordOf(pulse, 'a'), instrument: { ...recordOf(pulse, 'a').instrument, id: 'own-form' } });
    assert.equal((await attune(['validate', '-', '--instrument', own], input)).code, 0);
    const without = await attune(['validate', '-'], input);
    assert.equal(without.code, 1);
    assert.match(without.out, /unknown-instrument/);
  });

  it('quotes no answer where JSON is broken', async () => {
    const { code, out } = await attune(['validate', '-'], '{"answers": [{"values": ["my secret]}]}\n{"answers" my secret}\n');
    assert.equal(code, 1);
    assert.match(out, /^standard input:1: no JSON/m);
    assert.match(out, /^standard input:2: no JSON/m);
    assert.doesNotMatch(out, /secret/);
  });

  it('checks definitions, and several files', async () => {
    const definitions = [file('good.json', JSON.stringify(trustPulse)), file('bad.json', JSON.stringify({ ...trustPulse, licence: 'mine' }, null, 2))];
    const { code, out } = await attune(['validate', ...definitions]);
    assert.equal(code, 1);
    assert.match(out, /bad\.json: licence: Must be object \(object\)\n2 values, 1 not valid, 1 problem\n$/);
  });
});

describe('attune-fhir score', () => {
  it('gives the score that the library gives', async () => {
    const one = recordOf(intake, 'a', { subject: 'client-7', replaces: 'earlier' });
    const { code, out } = await attune(['score', '-'], line(one));
    assert.equal(code, 0);
    const { id, replaces, subject, completedAt } = one;
    assert.deepEqual(objects(out), JSON.parse(JSON.stringify([{ record: id, replaces, subject, completedAt, score: score(intake, one) }])));
  });

  it('gives one row of CSV for each scale, with cells that no spreadsheet runs', async () => {
    const { out } = await attune(['score', '-', '--format', 'csv'], line(recordOf(intake, 'a', { subject: '=1+1' })));
    const [head, ...rows] = out.trimEnd().split('\r\n');
    const { total, scales } = score(intake, recordOf(intake, 'a'));
    assert.equal(rows.length, (total ? 1 : 0) + Object.keys(scales).length);
    assert.match(head!, /^record,replaces,subject,.*,guarded$/);
    for (const row of rows) assert.match(row, /^a,,'=1\+1,.*,subject$/);
    assert.match(rows[1]!, /,scale\.\w+,scored,,mean,/);
  });

  it('has no score for a translation that nobody has reviewed', async () => {
    const draft = { language: 'de', revision: 1, standing: 'draft' as const };
    const { instrument, ...rest } = recordOf(intake, 'a');
    const input = line({ ...rest, instrument: { ...instrument, language: 'de', translation: draft } });
    const { out, err } = await attune(['score', '-'], input);
    const [{ score: found }] = objects(out) as [{ score: { status: string; provenance: { translation: unknown } } }];
    assert.equal(found.status, 'unscored');
    assert.deepEqual(found.provenance.translation, draft);
    assert.match(err, /^note: draft-not-scored, once, first at standard input:1/);
    const { out: csv } = await attune(['score', '-', '--format', 'csv'], input);
    assert.match(csv.split('\r\n')[1]!, /,de,draft,1,,unscored,nobody has reviewed the translation,/);
  });

  it('tells that an unfinished record was left out', async () => {
    const { completedAt: _, ...unfinished } = recordOf(intake, 'a', { status: 'in-progress' });
    const { code, out, err } = await attune(['score', '-'], line(unfinished) + line(recordOf(intake, 'b')));
    assert.deepEqual([code, objects(out).length], [0, 1]);
    assert.match(err, /^note: not-completed, once, first at standard input:1/);
  });
});

describe('a stream of records', () => {
  it('can have CRLF, a byte order mark, empty lines and no line break at its end', async () => {
    const [a, b] = [JSON.stringify(recordOf(intake, 'a')), JSON.stringify(recordOf(intake, 'b'))];
    const { code, out } = await attune(['score', '-'], `\uFEFF${a}\r\n\r\n  \r\n${b}`);
    assert.equal(code, 0);
    assert.deepEqual((objects(out) as { record: string }[]).map(({ record }) => record), ['a', 'b']);
  });

  it('can be empty', async () => {
    assert.deepEqual(await attune(['score', '-']), { code: 0, out: '', err: '' });
    assert.equal((await attune(['validate', file('empty.ndjson', '')])).out, '0 values, 0 not valid, 0 problems\n');
    const { code } = await attune(['convert', path('empty.ndjson'), '-o', path('empty.out')]);
    assert.deepEqual([code, read('empty.out')], [0, '']);
  });

  it('can have broken lines between good ones, which are told by their number', async () => {
    const good = line(recordOf(intake, 'a'));
    const { code, out, err } = await attune(
      ['score', '-'],
      Buffer.concat([Buffer.from(`${good}{"answers": [}\n`), Buffer.from([0x22, 0xff, 0x22, 0x0a]), Buffer.from(good), Buffer.from(good.slice(0, 50))]),
    );
    assert.equal(code, 1);
    assert.equal(objects(out).length, 2);
    assert.match(err, /^standard input:2: no JSON/m);
    assert.match(err, /^standard input:3: not UTF-8$/m);
    assert.match(err, /^standard input:5: no JSON/m);
    assert.match(err, /^3 of 5 values are not valid$/m);
  });

  it('can begin with a broken line', async () => {
    const { code, out, err } = await attune(['score', '-'], `{"answers": [}\n${line(recordOf(intake, 'a'))}`);
    assert.deepEqual([code, objects(out).length], [1, 1]);
    assert.match(err, /^standard input:1: no JSON/);
  });

  it('can have a line of 30 MB, which is refused and not kept in memory', async () => {
    const good = line(recordOf(intake, 'a'));
    const piece = 'x'.repeat(1_000_000);
    const input = Readable.from([good, '{"answers": "', ...Array.from({ length: 30 }, () => piece), '"}\n', good]);
    const { code, out, err } = await attune(['score', '-'], input, ['--max-old-space-size=64']);
    assert.equal(code, 1);
    assert.equal(objects(out).length, 2);
    assert.match(err, new RegExp(`^standard input:2: longer than ${limits.jsonText} bytes$`, 'm'));
  });

  it('can have 100,000 records, in 64 MB', { timeout: 300_000 }, async () => {
    const text = JSON.stringify(recordOf(pulse, 'ID'));
    const block = (n: number): string => Array.from({ length: 1_000 }, (_, i) => `${text.replace('ID', `r${n}-${i}`)}\n`).join('');
    const input = Readable.from((function* () {
      for (let n = 0; n < 100; n++) yield block(n);
    })());
    const { code, err } = await attune(['score', '-', '--output', path('many.csv'), '--format', 'csv'], input, ['--max-old-space-size=64']);
    assert.deepEqual([code, err], [0, '']);
    const rows = read('many.csv').split('\r\n');
    assert.equal(new Set(rows.slice(1, -1).map((row) => row.split(',')[0])).size, 100_000);
  });

  it('is answered before it ends', async () => {
    const child = spawn(process.execPath, [program, 'score', '-']);
    child.stdin.write(line(recordOf(intake, 'a')));
    const [first] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string];
    assert.equal((objects(first) as { record: string }[])[0]!.record, 'a');
    child.stdin.end();
    assert.deepEqual(await once(child, 'close'), [0, null]);
  });

  it('can be read by a program that soon has enough', async () => {
    const child = spawn(process.execPath, [program, 'score', file('long.ndjson', line(recordOf(intake, 'a')).repeat(5_000))]);
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    await once(child.stdout, 'data');
    child.stdout.destroy();
    assert.deepEqual(await once(child, 'close'), [0, null]);
    assert.equal(err, '');
  });
});

describe('the progress of a command', () => {
  /** What is written to a stream while 3 of 4 bytes are read. */
  const written = (isTTY: boolean): string => {
    let text = '';
    const progress = new Progress({ isTTY, write: (part: string) => (text += part) } as never);
    progress.begin(4);
    progress.read(3);
    progress.count();
    progress.hide();
    return text;
  };

  it('is shown on a terminal, and taken away', () => assert.equal(written(true), '\r\u001B[K1 read, 75 %\r\u001B[K'));
  it('is in no file and no pipe', () => assert.equal(written(false), ''));
});

describe('a file that is written', () => {
  const good = (): string => line(recordOf(intake, 'a'));
  const parts = (): string[] => readdirSync(folder).filter((name) => name.endsWith('.part'));

  it('takes the place of the earlier one at the end, with its permissions', async () => {
    chmodSync(file('scores.ndjson', 'earlier\n'), 0o640);
    symlinkSync(path('scores.ndjson'), path('link.ndjson'));
    const { code, out } = await attune(['score', '-', '-o', 'link.ndjson'], good());
    assert.deepEqual([code, out], [0, '']);
    assert.equal(objects(read('scores.ndjson')).length, 1);
    assert.equal(statSync(path('scores.ndjson')).mode & 0o777, 0o640);
    assert.deepEqual(parts(), []);
  });

  it('stays as it was if something is not valid, unless the command says otherwise', async () => {
    file('kept.ndjson', 'earlier\n');
    const refused = await attune(['score', '-', '-o', 'kept.ndjson'], `${good()}7\n`);
    assert.equal(refused.code, 1);
    assert.match(refused.err, /^1 of 2 values are not valid, so kept\.ndjson is not written \(--skip-invalid writes the others\)$/m);
    assert.equal(read('kept.ndjson'), 'earlier\n');
    const skipped = await attune(['score', '-', '-o', 'kept.ndjson', '--skip-invalid'], `${good()}7\n`);
    assert.equal(skipped.code, 1);
    assert.equal(objects(read('kept.ndjson')).length, 1);
    assert.deepEqual(parts(), []);
  });

  it('stays as it was if the command is stopped', async () => {
    file('stopped.ndjson', 'earlier\n');
    const child = spawn(process.execPath, [program, 'score', '-', '-o', 'stopped.ndjson'], { cwd: folder });
    child.stdin.write(good());
    while (!parts().length) await new Promise((done) => setTimeout(done, 20));
    child.kill('SIGTERM');
    const [code] = (await once(child, 'close')) as [number];
    assert.equal(code, 130);
    assert.equal(read('stopped.ndjson'), 'earlier\n');
    assert.deepEqual(parts(), []);
  });

  it('is refused before anything is read if it cannot be written', async () => {
    const { code, err } = await attune(['score', '-', '-o', 'nowhere/scores.ndjson'], good());
    assert.equal(code, 3);
    assert.match(err, /^attune-fhir: cannot write nowhere\/scores\.ndjson: no such file or folder$/m);
    const missing = await attune(['score', 'missing.ndjson', '-o', 'new.ndjson']);
    assert.equal(missing.code, 3);
    assert.match(missing.err, /cannot read missing\.ndjson: no such file or folder/);
    assert.ok(!existsSync(path('new.ndjson')));
    assert.match((await attune(['validate', '.'])).err, /cannot read \.: it is a folder/);
  });

  const full = { skip: !existsSync('/dev/full') && 'this system has no /dev/full' };
  it('says that the disk is full', full, async () => {
    const { code, err } = await attune(['score', '-', '-o', '/dev/full'], good());
    assert.equal(code, 3);
    assert.match(err, /^attune-fhir: cannot write \/dev\/full: the disk is full$/m);
  });

  it('says that the disk behind standard output is full', full, async () => {
    const child = spawn('sh', ['-c', `"$0" "$1" score "$2" > /dev/full`, process.execPath, program, file('full.ndjson', good())]);
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    const [code] = (await once(child, 'close')) as [number];
    assert.equal(code, 3);
    assert.match(err, /cannot write standard output: the disk is full/);
  });
});
