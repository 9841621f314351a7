import { readDefinition } from '../core/instrument/read-definition.ts';
import { fromQuestionnaire } from '../fhir/in/from-questionnaire.ts';
import type { Arguments } from './arguments.ts';
import { exitCodes, Failure } from './failure.ts';
import { checkInputs } from './input.ts';
import type { KnownInstruments } from './known-instruments.ts';
import { StreamOutput } from './output.ts';
import { eachValue } from './over-inputs.ts';
import { Progress } from './progress.ts';
import { Report } from './report.ts';
import { foundInstead, kindOf } from './value-kind.ts';

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** Checks records, definitions and Questionnaires. Writes one line for each problem, and a count at the end. */
export async function validate(given: Arguments, known: KnownInstruments): Promise<number> {
  if (!given.paths.length) throw new Failure('usage', 'validate needs at least one input');
  await checkInputs(given.paths);
  const progress = new Progress(process.stderr);
  const report = new Report(new StreamOutput(process.stdout, 'standard output'), progress);
  try {
    await eachValue(given, { report, progress, beforeMore: () => report.flush() }, async (data, place) => {
      const kind = kindOf(data);
      if (kind === 'other') return report.refuse(place, [{ path: '', message: `no record, definition or Questionnaire, but ${foundInstead(data)}` }]);
      if (kind === 'questionnaire') {
        const { issues } = fromQuestionnaire(data);
        const [invalid, limited] = [true, false].map((wanted) => issues.filter(({ severity }) => (severity === 'invalid') === wanted));
        if (invalid!.length) await report.refuse(place, invalid!);
        for (const issue of limited!) await report.tell(place, issue);
        return;
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
