/** A resource of a package, and where it is: the file and, inside another resource, the path. */
export interface CorpusResource {
  name: string;
  package: string;
  resource: Record<string, unknown>;
}

/** The packages of HL7, and those of everybody. */
export declare const HL7: readonly string[];
export declare const EVERYBODY: readonly string[];
export declare function corpus(type?: string, packages?: readonly string[]): CorpusResource[];
