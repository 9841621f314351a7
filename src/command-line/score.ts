import { score as scoreOf } from '../core/scoring/score.ts';
import type { Arguments } from './arguments.ts';
import { Failure } from './failure.ts';
import type { KnownInstruments } from './known-instruments.ts';
import type { KnownQuestionnaires } from './known-questionnaires.ts';
import { overInputs } from './over-inputs.ts';
import { csvHead, csvRows, ndjsonLine } from './score-rows.ts';
import { foundInstead, kindOf } from './value-kind.ts';

/** Scores completed records and QuestionnaireResponses. A record in a translation that nobody has reviewed has no score, and says so. */
export async function score(given: Arguments, known: KnownInstruments, questionnaires: KnownQuestionnaires): Promise<number> {
  if (!given.paths.length) throw new Failure('usage', 'score needs at least one input');
  const isCsv = given.format === 'csv';
  return overInputs({
    ...given,
    ...(isCsv && { first: ({ output }) => output.write(csvHead) }),
    handle: async (data, place, { output, report }) => {
      const kind = kindOf(data);
      // It is there for the responses after it.
      if (kind === 'questionnaire' && questionnaires.add(data)) return;
      if (kind !== 'record' && kind !== 'response') return report.refuse(place, [{ path: '', message: `no record, but ${foundInstead(data)}` }]);
      const responded = kind === 'response' ? await questionnaires.read(data) : undefined;
      const read = responded ?? (await known.readRecord(data));
      if (!read.ok) return report.refuse(place, 'problems' in read ? read.problems : read.faults);
      for (const issue of responded?.ok ? responded.issues : []) await report.tell(place, issue);
      const { response, instrument } = read;
      if (response.status !== 'completed') {
        return report.note(place, { path: 'status', code: 'not-completed', message: 'A record that is not completed has no score.' });
      }
      const score = scoreOf(instrument, response);
      if (score.provenance.translation?.standing === 'draft') {
        report.note(place, { path: 'instrument.translation', code: 'draft-not-scored', message: 'Nobody has reviewed this translation, so its answers are not scored.' });
      }
      await output.write(isCsv ? csvRows(response, score) : ndjsonLine(response, score));
    },
  });
}
