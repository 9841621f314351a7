import type { Arguments } from './arguments.ts';
import { type Converted, instrumentAs, questionnaireAs, recordAs } from './converted.ts';
import { Failure } from './failure.ts';
import type { KnownInstruments } from './known-instruments.ts';
import type { KnownQuestionnaires } from './known-questionnaires.ts';
import { onePath, overInputs, type Target } from './over-inputs.ts';
import type { Fault } from './report.ts';
import { cannotBecome, chosenTarget } from './targets.ts';
import { foundInstead, kindOf } from './value-kind.ts';

const fault = (message: string): Fault[] => [{ path: '', message }];

async function write({ results }: Converted, { output, isWhole }: Target): Promise<void> {
  for (const result of results) await output.write(`${JSON.stringify(result, null, isWhole && results.length === 1 ? 2 : 0)}\n`);
}

/** Converts instruments, definitions and records to FHIR, Questionnaires to definitions, and responses to records. */
export async function convert(given: Arguments, known: KnownInstruments, questionnaires: KnownQuestionnaires): Promise<number> {
  const input = onePath(given.paths, 'convert');
  const { language, options, to } = given;

  const toQuestionnaire = async (id: string, place: string, target: Target): Promise<void> => {
    const converted = instrumentAs(await known.get(id, options, language), given);
    for (const issue of converted.issues) target.report.note(place, issue);
    await write(converted, target);
  };
  const ofRecord = async (data: unknown, place: string, target: Target): Promise<void> => {
    const wanted = chosenTarget('record', to);
    if (!wanted) return target.report.refuse(place, fault(cannotBecome('record', to)));
    const read = await known.readRecord(data);
    if (!read.ok) return target.report.refuse(place, read.problems);
    const converted = recordAs(wanted, read, given);
    for (const issue of converted.issues) target.report.note(place, issue);
    await write(converted, target);
  };
  const ofResponse = async (data: unknown, place: string, target: Target): Promise<void> => {
    const wanted = chosenTarget('response', to);
    if (!wanted) return target.report.refuse(place, fault(cannotBecome('response', to)));
    const read = await questionnaires.read(data);
    if (!read.ok) return target.report.refuse(place, read.faults);
    for (const issue of read.issues) await target.report.tell(place, issue);
    if (wanted === 'record') return write({ results: [read.response], issues: [] }, target);
    const converted = recordAs(wanted, read, given);
    for (const issue of converted.issues) target.report.note(place, issue);
    await write(converted, target);
  };
  const ofDefinition = async (data: unknown, place: string, target: Target): Promise<void> => {
    if (!chosenTarget('definition', to)) return target.report.refuse(place, fault(cannotBecome('definition', to)));
    const read = known.register(data);
    if (!read.ok) return target.report.refuse(place, read.problems);
    await toQuestionnaire(read.id, place, target);
  };
  const ofQuestionnaire = async (data: unknown, place: string, target: Target): Promise<void> => {
    const wanted = chosenTarget('questionnaire', to);
    const isKnown = questionnaires.add(data);
    if (!wanted && isKnown && chosenTarget('response', to)) {
      const message = `${cannotBecome('questionnaire', to)}. It is used for the responses after it.`;
      return target.report.note(place, { path: '', code: 'questionnaire-for-responses', message });
    }
    if (!wanted) return target.report.refuse(place, fault(cannotBecome('questionnaire', to)));
    const { results, issues } = questionnaireAs(wanted, data, given);
    if (!results) return target.report.refuse(place, issues);
    for (const issue of issues) await target.report.tell(place, issue);
    await write({ results, issues }, target);
  };

  const isId = known.has(input);
  if (isId && !chosenTarget('definition', to)) throw new Failure('usage', cannotBecome('definition', to));
  return overInputs({
    ...given,
    ...(isId && { paths: [], first: (target) => toQuestionnaire(input, input, target) }),
    handle: async (data, place, target) => {
      const kind = kindOf(data);
      if (kind === 'record') return ofRecord(data, place, target);
      if (kind === 'definition') return ofDefinition(data, place, target);
      if (kind === 'questionnaire') return ofQuestionnaire(data, place, target);
      if (kind === 'response') return ofResponse(data, place, target);
      return target.report.refuse(place, fault(`no record, definition or Questionnaire, but ${foundInstead(data)}`));
    },
  });
}
