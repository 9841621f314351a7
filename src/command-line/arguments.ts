import { parseArgs } from 'node:util';
import type { Arrangement } from './entries.ts';
import { Failure } from './failure.ts';
import type { FhirVersion } from '../fhir/resources.ts';
import { targets } from './targets.ts';

/** What the options of a command are, as `parseArgs` takes them. */
const text = { type: 'string' } as const;
const texts = { type: 'string', multiple: true } as const;
const flag = { type: 'boolean' } as const;

const reading = { 'input-format': text, instrument: texts, translation: texts, questionnaire: texts, help: { ...flag, short: 'h' } } as const;
const writing = { output: { ...text, short: 'o' }, 'skip-invalid': flag } as const;
const OPTIONS = {
  convert: { ...reading, ...writing, 'fhir-version': text, to: text, option: texts, language: text, base: text, status: text, subject: text, encounter: text },
  validate: reading,
  score: { ...reading, ...writing, format: text },
} as const;

export type CommandName = keyof typeof OPTIONS;

export const commandNames = Object.keys(OPTIONS) as CommandName[];

export const isCommand = (name: string | undefined): name is CommandName => (commandNames as (string | undefined)[]).includes(name);

/** What the person asks for. */
export interface Arguments {
  /** Files, `-` for standard input, or for `convert` the id of an instrument. */
  paths: readonly string[];
  isHelp: boolean;
  arrangement: Arrangement;
  /** Files with definitions and translations of the host. */
  instruments: readonly string[];
  translations: readonly string[];
  /** Files with the Questionnaires of responses. */
  questionnaires: readonly string[];
  output: string | undefined;
  skipInvalid: boolean;
  /** Undefined: R4 for what is written, and what a Questionnaire shows for what is read. */
  fhirVersion: FhirVersion | undefined;
  /** Undefined: what is usual for the value. */
  to: string | undefined;
  options: Readonly<Record<string, string>>;
  language: string | undefined;
  base: string | undefined;
  status: 'draft' | 'active' | 'retired' | 'unknown' | undefined;
  subject: string | undefined;
  encounter: string | undefined;
  format: 'ndjson' | 'csv';
}

/** One of these words, or undefined if the option is not given. */
function oneOf<const T extends string>(option: string, given: unknown, words: readonly T[]): T | undefined {
  const word = words.find((word) => word === given);
  if (given !== undefined && !word) throw new Failure('usage', `--${option} must be one of ${words.join(', ')}, not "${String(given)}"`);
  return word;
}

function optionsFrom(pairs: readonly string[]): Record<string, string> {
  const entries = pairs.map((pair): [string, string] => {
    const [, name, value] = /^([^=]+)=([^]*)$/.exec(pair) ?? [];
    if (name === undefined || value === undefined) throw new Failure('usage', `--option must be name=value, not "${pair}"`);
    return [name, value];
  });
  return Object.fromEntries(entries);
}

/** Reads the arguments after the name of the command. Fails if one is unknown. */
export function readArguments(command: CommandName, args: readonly string[]): Arguments {
  let parsed: { values: Record<string, unknown>; positionals: string[] };
  try {
    parsed = parseArgs({ args: [...args], options: OPTIONS[command], allowPositionals: true });
  } catch (error) {
    throw new Failure('usage', (error as Error).message);
  }
  const { values, positionals } = parsed;
  const given = (name: string) => values[name] as string | undefined;
  const all = (name: string) => (values[name] ?? []) as string[];
  return {
    paths: positionals,
    isHelp: !!values.help,
    arrangement: oneOf('input-format', values['input-format'], ['auto', 'json', 'ndjson']) ?? 'auto',
    instruments: all('instrument'),
    translations: all('translation'),
    questionnaires: all('questionnaire'),
    output: given('output'),
    skipInvalid: !!values['skip-invalid'],
    fhirVersion: oneOf('fhir-version', values['fhir-version'], ['R4', 'R4B', 'R5']),
    to: oneOf('to', values.to, Object.values(targets).flat()),
    options: optionsFrom(all('option')),
    language: given('language'),
    base: given('base'),
    status: oneOf('status', values.status, ['draft', 'active', 'retired', 'unknown']),
    subject: given('subject'),
    encounter: given('encounter'),
    format: oneOf('format', values.format, ['ndjson', 'csv']) ?? 'ndjson',
  };
}
