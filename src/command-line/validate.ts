import { readDefinition } from '../core/instrument/read-definition.ts';
import { fromQuestionnaire } from '../fhir/in/from-questionnaire.ts';
import type { ReadIssue } from '../fhir/in/issue.ts';
import type { Arguments } from './arguments.ts';
import { exitCodes, Failure } from './failure.ts';
import { checkInputs } from './input.ts';
import type { KnownInstruments } from './known-instruments.ts';
import type { KnownQuestionnaires } from './known-questionnaires.ts';
import { StreamOutput } from './output.ts';
import { eachValue } from './over-inputs.ts';
import { Progress } from './progress.ts';
import { type Fault, Report } from './report.ts';
import { foundInstead, kindOf } from './value-kind.ts';

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** Refuses what is invalid, and tells the rest. */
async function tellAll(report: Report, place: string, issues: readonly ReadIssue[], faults: readonly Fault[] = []): Promise<void> {
  const [invalid, limited] = [true, false].map((wanted) => issues.filter(({ severity }) => (severity === 'invalid') === wanted));
  const wrong = [...invalid!, ...faults];
  if (wrong.length) await report.refuse(place, wrong);
  for (const issue of limited!) await report.tell(place, issue);
}

/** Checks records, definitions, Questionnaires and their responses. Writes one line for each problem, and a count at the end. */
export async function validate(given: Arguments, known: KnownInstruments, questionnaires: KnownQuestionnaires): Promise<number> {
  if (!given.paths.length) throw new Failure('usage', 'validate needs at least one input');
  await checkInputs(given.paths);
  const progress = new Progress(process.stderr);
  const report = new Report(new StreamOutput(process.stdout, 'standard output'), progress);
  try {
    await eachValue(given, { report, progress, beforeMore: () => report.flush() }, async (data, place) => {
      const kind = kindOf(data);
      if (kind === 'other') return report.refuse(place, [{ path: '', message: `no record, definition or Questionnaire, but ${foundInstead(data)}` }]);
      if (kind === 'questionnaire') {
        questionnaires.add(data);
        return tellAll(report, place, fromQuestionnaire(data).issues);
      }
      if (kind === 'response') {
        const read = await questionnaires.read(data);
        return read.ok ? tellAll(report, place, read.issues, read.missing) : report.refuse(place, read.faults);
      }
      const read = kind === 'record' ? await known.readRecord(data) : readDefinition(data);
      if (!read.ok) await report.refuse(place, read.problems);
    });
    const { values, invalid, problems } = report;
    await report.line(`${counted(values, 'value', 'values')}, ${invalid} not valid, ${counted(problems, 'problem', 'problems')}`);
    await report.finish();
    return invalid ? exitCodes.invalid : exitCodes.done;
  } finally {
    progress.hide();
  }
}
