/** A resource of a package, and where it is: the file and, inside another resource, the path. */
export interface CorpusResource {
  name: string;
  package: string;
  resource: Record<string, unknown>;
}

export declare function corpus(type?: string): CorpusResource[];
