import { readFile } from 'node:fs/promises';
import { commandNames, isCommand, readArguments } from './arguments.ts';
import { convert } from './convert.ts';
import { exitCodes, Failure, OutputClosed } from './failure.ts';
import { help, helpOf } from './help.ts';
import { KnownInstruments } from './known-instruments.ts';
import { KnownQuestionnaires } from './known-questionnaires.ts';
import { StreamOutput } from './output.ts';
import { score } from './score.ts';
import { validate } from './validate.ts';

const commands = { convert, validate, score };

async function say(text: string): Promise<number> {
  const output = new StreamOutput(process.stdout, 'standard output');
  await output.write(text);
  await output.finish();
  return exitCodes.done;
}

async function start([name, ...rest]: readonly string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h') return say(help);
  if (name === '--version') {
    const { version } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };
    return say(`${version}\n`);
  }
  if (!isCommand(name)) throw new Failure('usage', `"${name}" is no command. The commands are ${commandNames.join(', ')}.`);
  const given = readArguments(name, rest);
  if (given.isHelp) return say(helpOf[name]);
  const known = new KnownInstruments();
  await known.addFiles(given.instruments, given.translations);
  const questionnaires = new KnownQuestionnaires(known, given.base);
  await questionnaires.addFiles(given.questionnaires);
  return commands[name](given, known, questionnaires);
}

/** Runs the command. Returns the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  try {
    return await start(args);
  } catch (error) {
    // The reader of a pipe has what it wants.
    if (error instanceof OutputClosed) return exitCodes.done;
    if (!(error instanceof Failure)) throw error;
    const hint = error.exitCode === exitCodes.usage ? '\nattune-fhir --help describes the commands.' : '';
    process.stderr.write(`attune-fhir: ${error.message}${hint}\n`);
    return error.exitCode;
  }
}
