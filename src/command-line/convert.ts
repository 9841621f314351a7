import type { Instrument } from '../core/instrument/instrument.ts';
import type { Response } from '../core/record/response.ts';
import { score } from '../core/scoring/score.ts';
import { toBundle } from '../fhir/bundle.ts';
import type { Issue } from '../fhir/issue.ts';
import { toObservations } from '../fhir/observations.ts';
import { toQuestionnaire } from '../fhir/questionnaire.ts';
import { toQuestionnaireResponse } from '../fhir/questionnaire-response.ts';
import type { FhirVersion, Reference } from '../fhir/resources.ts';
import type { Arguments } from './arguments.ts';
import type { KnownInstruments } from './known-instruments.ts';
import { onePath, overInputs, type Target } from './over-inputs.ts';
import { foundInstead, kindOf } from './value-kind.ts';

interface Emitted {
  resources: readonly object[];
  issues: readonly (Omit<Issue, 'code'> & { code: string })[];
}

const reference = (text: string | undefined): Reference | undefined => (text ? { reference: text } : undefined);

/** Who and what the records are about, as far as the command says. */
const participantsOf = ({ subject, encounter }: Arguments): { subject?: Reference; encounter?: Reference } => ({
  ...(subject && { subject: reference(subject)! }),
  ...(encounter && { encounter: reference(encounter)! }),
});

/** A record as what `--to` names. */
function recordAs(to: Arguments['to'], { response, instrument }: { response: Response; instrument: Instrument }, given: Arguments): Emitted {
  const { fhirVersion, base } = given;
  const options = { fhirVersion, ...(base && { base }), ...participantsOf(given) };
  if (to === 'observation') {
    if (response.status !== 'completed' || !instrument.scoring) {
      const message = 'A record that is not completed, or whose instrument has no rule, has no score.';
      return { resources: [], issues: [{ path: '', code: 'no-score', message }] };
    }
    return { resources: toObservations(score(instrument, response), { ...options, response, instrument }), issues: [] };
  }
  const { resource, issues } = to === 'response' ? toQuestionnaireResponse(response, instrument, options) : toBundle(response, instrument, options);
  return { resources: [resource], issues };
}

/** An instrument as a Questionnaire. */
function instrumentAs(fhirVersion: FhirVersion, instrument: Instrument, { base, status }: Arguments): Emitted {
  const { resource, issues } = toQuestionnaire(instrument, { fhirVersion, ...(base && { base }), ...(status && { status }) });
  return { resources: [resource], issues };
}

async function emit({ resources, issues }: Emitted, place: string, { output, report, isWhole }: Target): Promise<void> {
  for (const issue of issues) report.note(place, issue);
  for (const resource of resources) await output.write(`${JSON.stringify(resource, null, isWhole ? 2 : 0)}\n`);
}

/** Converts instruments, definitions and records to FHIR. */
export async function convert(given: Arguments, known: KnownInstruments): Promise<number> {
  const input = onePath(given.paths, 'convert');
  const { fhirVersion, language, options } = given;
  const toTarget = async (id: string, place: string, target: Target): Promise<void> =>
    emit(instrumentAs(fhirVersion, await known.get(id, options, language), given), place, target);

  const isId = known.has(input);
  return overInputs({
    ...given,
    ...(isId && { paths: [], first: (target) => toTarget(input, input, target) }),
    handle: async (data, place, target) => {
      const kind = kindOf(data);
      if (kind === 'record') {
        const read = await known.readRecord(data);
        if (read.ok) await emit(recordAs(given.to, read, given), place, target);
        else await target.report.refuse(place, read.problems);
      } else if (kind === 'definition') {
        const read = known.register(data);
        if (read.ok) await toTarget(read.id, place, target);
        else await target.report.refuse(place, read.problems);
      } else await target.report.refuse(place, [{ path: '', message: `neither a record nor a definition, but ${foundInstead(data)}` }]);
    },
  });
}
