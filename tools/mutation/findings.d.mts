export interface MeasuredFile {
  commit: string;
  date: string;
  isChanged: boolean;
  isQuick: boolean;
  hash: string;
}

export interface StoredMutant {
  replacement: string;
  status: string;
  location: { start: { line: number; column: number }; end: { line: number; column: number } };
}

export const findingsOf: (
  files: readonly string[],
  results: Record<string, { source: string; mutants: readonly StoredMutant[] }>,
  measured: Record<string, MeasuredFile>,
  equivalent: readonly object[],
) => { folders: { name: string; files: number; notRun: string[]; mutants: number; found: number }[]; survivors: object[] };
