export interface MutantsOfCode {
  code: string[];
  tests: string;
  leftOut?: string[];
  needs: string[];
  results: string;
  propertyRuns: number;
  force?: boolean;
}

export interface MutantResult {
  status: string;
  replacement?: string;
  location: { start: { line: number; column: number } };
}

export function runStryker(options: MutantsOfCode): Promise<MutantResult[]>;
