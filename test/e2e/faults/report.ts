import type { Outage } from './outages.ts';
import type { Verdict } from './truth.ts';

/** Of the ids that are printed. */
const MOST = 20;

type Counts = Readonly<Record<string | number, number>>;

/** What every run has. */
export interface Result extends Verdict {
  met: Counts;
  refusals?: Counts;
  outages: readonly Outage[];
}

/** A result as text: one line for each count. */
export function report({ lost, waiting, doubled, wrong, met, refusals = {}, outages, ...counts }: Result): string {
  const lines = Object.entries({
    ...counts,
    ...Object.fromEntries(Object.entries(met).map(([what, count]) => [`requests that met: ${what}`, count])),
    ...Object.fromEntries(Object.entries(refusals).map(([status, count]) => [`answers of the servers: ${status}`, count])),
    ...Object.fromEntries(kindsOf(outages).map((kind) => [`outages: ${kind}`, outages.filter((each) => each.kind === kind).length])),
    'stored between two outages, least and median': spread(outages.map(({ storedBefore }) => storedBefore)),
    'sent during an outage, least and median': spread(outages.map(({ sentMeanwhile }) => sentMeanwhile)),
    lost: lost.length,
    'still waiting on a device': waiting.length,
    doubled: doubled.length,
    wrong: wrong.length,
  }).map(([name, value]) => `${name}: ${value}`);
  const found = Object.entries({ lost, waiting, doubled, wrong }).flatMap(([name, all]) => all.slice(0, MOST).map((each) => `${name}: ${each}`));
  return [...lines, ...found].join('\n');
}

const kindsOf = (outages: readonly Outage[]): string[] => [...new Set(outages.map(({ kind }) => kind))].sort();

function spread(numbers: readonly number[]): string {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted.length ? `${sorted[0]}, ${sorted[Math.floor(sorted.length / 2)]}` : 'none';
}
