import type { CommandName } from './arguments.ts';

const COMMON = `  --input-format auto|json|ndjson  How the input is arranged. Default: seen from its first line.
  --instrument FILE                A definition of yours (JSON). Can be given several times.
  --translation FILE               A translation of yours (JSON). Can be given several times.
  --questionnaire FILE             The Questionnaire of responses (JSON). Can be given several times. One that comes before them
                                   in the input is known too.
  -h, --help                       This text.
`;

const OUTPUT = `  -o, --output FILE                The file to write. It is there as a whole or not at all. Default: standard output.
  --skip-invalid                   Write the file even if something in the input is not valid.
`;

const EXIT = `
Exit code: 0 done, 1 something in the input is not valid, 2 wrong arguments, 3 a file cannot be read or written.
`;

export const helpOf: Record<CommandName, string> = {
  convert: `attune-fhir convert INPUT [options]

Converts to and from FHIR. INPUT is the id of an instrument of this package, a file, or - for standard input. An instrument or
a definition becomes a Questionnaire, a record becomes a transaction, a Questionnaire becomes a definition, and a
QuestionnaireResponse becomes a record. A file has one JSON value, a list, or NDJSON: one value on each line. Differences are
reported on standard error.

Options:
  --fhir-version R4|R4B|R5         Default: R4. The release of a Questionnaire that is read is detected.
  --to bundle|response|observation What a record becomes: a transaction with the response and its score (default), a
                                   QuestionnaireResponse, or the Observation of its score.
  --to record|bundle|response|observation
                                   What a QuestionnaireResponse becomes: a record (default), or what a record becomes.
  --to definition|translations     What a Questionnaire becomes: a definition (default), or its texts in other languages.
  --option NAME=VALUE              An option of the instrument, such as variant=intake. Can be given several times.
  --language TAG                   The language of the Questionnaire, such as de. For one that is read: if it does not
                                   say its language.
  --base URL                       The start of the canonical URLs of your instruments.
  --status draft|active|retired|unknown
                                   The status of the Questionnaire.
  --subject Patient/7              Whom the records are about. Default: what each record says.
  --encounter Encounter/3          The encounter of the records. Default: what each record says.
${OUTPUT}${COMMON}${EXIT}`,
  validate: `attune-fhir validate INPUT... [options]

Checks records, definitions, Questionnaires and QuestionnaireResponses. Each INPUT is a file, or - for standard input. Writes one line for each problem, with the
line of the file, and a count at the end.

Options:
${COMMON}${EXIT}`,
  score: `attune-fhir score INPUT... [options]

Scores completed records, and QuestionnaireResponses whose form has a rule for a score. Each INPUT is a file, or - for standard input. The language and the standing of the translation are in
the result. A translation that nobody has reviewed has no score.

Options:
  --format ndjson|csv              One JSON object for each record (default), or one row for each scale.
${OUTPUT}${COMMON}${EXIT}`,
};

export const help = `attune-fhir COMMAND INPUT... [options]

  convert   instruments, definitions and records to FHIR, Questionnaires to definitions, responses to records
  validate  check records, definitions, Questionnaires and responses
  score     records and responses to scores

attune-fhir COMMAND --help describes a command. attune-fhir --version tells the version.
`;
