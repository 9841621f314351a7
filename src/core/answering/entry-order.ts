import type { EntryMode, Instrument } from '../instrument/instrument.ts';
import type { Instance, Snapshot } from './snapshot.ts';

type Page = readonly Instance[];

interface Ordered {
  entryMode?: EntryMode | undefined;
}

/** For each key the last page that has it, from 1. A group can be on several pages. */
function lastPages(pages: readonly Page[]): ReadonlyMap<string, number> {
  const last = new Map<string, number>();
  const note = (instances: Page, page: number): void => {
    for (const { key, children } of instances) {
      last.set(key, page);
      note(children, page);
    }
  };
  pages.forEach((instances, i) => note(instances, i + 1));
  return last;
}

/** Those of `keys` that the person answers on the pages from `from` to `to`. */
function keysOn({ pages }: Snapshot, keys: readonly string[], { from, to }: { from: number; to: number }): readonly string[] {
  const last = lastPages(pages);
  return keys.filter((key) => last.get(key)! >= from && last.get(key)! <= to);
}

/**
 * Those of `wrong` that the person must answer or correct before they go ahead to a page. In a sequence only those on this page:
 * nobody may be stopped by what they can no longer reach.
 */
export const stopsBefore = ({ entryMode }: Ordered, snapshot: Snapshot, to: number, wrong: readonly string[]): readonly string[] =>
  keysOn(snapshot, wrong, entryMode === 'sequential' ? { from: snapshot.page, to: snapshot.page } : { from: 1, to: to - 1 });

/** The keys of the blank questions that the person can still reach. */
export const blankInReach = ({ entryMode }: Ordered, snapshot: Snapshot): readonly string[] =>
  entryMode === 'sequential' ? keysOn(snapshot, snapshot.blank, { from: snapshot.page, to: Infinity }) : snapshot.blank;

/**
 * Whether the person may go to a page. Ahead: only if nothing before that page is wrong, or blank and required; in a sequence only to
 * the next page. Back in a sequence: only from the last page, to what could prevent sending. Otherwise the person could neither correct
 * their answers nor send them.
 */
export function mayOpen(instrument: Instrument, snapshot: Snapshot, to: number): boolean {
  const { entryMode } = instrument;
  const { page, pages, rejected, needed, blank, broken = [], warned = [] } = snapshot;
  if (!entryMode || to === page) return true;
  const isSequence = entryMode === 'sequential';
  if (to > page) return (!isSequence || to === page + 1) && !stopsBefore(instrument, snapshot, to, [...rejected, ...needed]).length;
  const wrong = [...rejected, ...needed, ...blank, ...broken, ...warned];
  return !isSequence || (page === pages.length && keysOn(snapshot, wrong, { from: to, to }).length > 0);
}

/** Whether it has an answer that was not there at the start. */
const isAnswered = ({ item, answer, rejected, children }: Instance): boolean => (!!(answer || rejected) && !item.initial && !item.calculate) || children.some(isAnswered);

/**
 * The page on which the person continues a record. In a sequence it is the last page with an answer, or an earlier one with a blank
 * question: a page that they have not seen yet must not be behind them.
 */
export function pageToContinue({ entryMode }: Instrument, snapshot: Snapshot): number {
  const { page, pages, blank } = snapshot;
  if (entryMode !== 'sequential') return page;
  const last = lastPages(pages);
  const answered = pages.flatMap((instances, i) => (instances.some(isAnswered) ? [i + 1] : []));
  return Math.min(answered.at(-1) ?? page, ...blank.map((key) => last.get(key)!));
}
