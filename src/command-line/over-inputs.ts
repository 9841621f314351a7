import type { Arrangement, Entry } from './entries.ts';
import { exitCodes, Failure } from './failure.ts';
import { checkInputs, nameOfInput, readEntries } from './input.ts';
import { FileOutput, type Output, StreamOutput } from './output.ts';
import { Progress } from './progress.ts';
import { placeOf, Report } from './report.ts';

export interface Inputs {
  /** Files, or `-` for standard input. */
  paths: readonly string[];
  arrangement: Arrangement;
}

/** Where the results of one value go. */
export interface Target {
  output: Output;
  report: Report;
  /** Whether it is the only value, and so no line among others. */
  isWhole: boolean;
}

export interface Job extends Inputs {
  /** The file to write. Without it, or with `-`, standard output. */
  output?: string | undefined;
  /** Whether a file is also written if something in the input is not valid. */
  skipInvalid: boolean;
  /** Writes what comes before the results of the inputs. */
  first?: (target: Target) => Promise<void>;
  /** Handles one value: writes what becomes of it, or tells the report why not. */
  handle: (data: unknown, place: string, target: Target) => Promise<void>;
}

const openOutput = async (path = '-'): Promise<Output> =>
  path === '-' ? new StreamOutput(process.stdout, 'standard output') : new FileOutput(path).open();

/** Calls back with each value of each input, and reports those that cannot be read. */
export async function eachValue(
  { paths, arrangement }: Inputs,
  { report, progress, beforeMore }: { report: Report; progress: Progress; beforeMore: () => Promise<void> },
  handle: (data: unknown, place: string, entry: Entry) => Promise<void>,
): Promise<void> {
  for (const path of paths) {
    for await (const entry of readEntries(path, { arrangement, progress, beforeMore })) {
      report.values++;
      progress.count();
      const place = placeOf(nameOfInput(path), entry.place);
      if ('problem' in entry) await report.refuse(place, [{ path: '', message: entry.problem }]);
      else await handle(entry.data, place, entry);
    }
  }
}

/** Reads all inputs and writes one output. Returns the exit code. */
export async function overInputs({ output: path, skipInvalid, first, handle, ...inputs }: Job): Promise<number> {
  await checkInputs(inputs.paths);
  const progress = new Progress(process.stderr);
  const report = new Report(new StreamOutput(process.stderr, 'standard error'), progress);
  const output = await openOutput(path);
  const beforeMore = async (): Promise<void> => {
    await output.flush();
    await report.flush();
  };
  try {
    await first?.({ output, report, isWhole: true });
    await eachValue(inputs, { report, progress, beforeMore }, (data, place, entry) =>
      handle(data, place, { output, report, isWhole: entry.place === '' }),
    );
    const isKept = report.invalid && !skipInvalid && output instanceof FileOutput;
    if (isKept) await output.discard();
    else await output.finish();
    await report.finish();
    if (report.invalid) {
      await report.line(`${report.invalid} of ${report.values} values are not valid${isKept ? `, so ${path} is not written (--skip-invalid writes the others)` : ''}`);
      await report.flush();
    }
    return report.invalid ? exitCodes.invalid : exitCodes.done;
  } catch (error) {
    await output.discard();
    await report.flush().catch(() => {});
    throw error;
  } finally {
    progress.hide();
  }
}

/** The one path that a command takes. */
export function onePath(paths: readonly string[], command: string): string {
  const [path] = paths;
  if (paths.length !== 1 || path === undefined) throw new Failure('usage', `${command} needs one input, and got ${paths.length}`);
  return path;
}
