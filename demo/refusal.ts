/** A request that is not carried out, with a reason that may be shown. Thrown inside a transaction, it undoes all of it. */
export class Refusal extends Error {
  readonly statusCode: number;
  /** Where the request breaks which rule; never what was answered. */
  readonly problems: readonly { path: string; code: string }[];

  constructor(statusCode: number, reason: string, problems: Refusal['problems'] = []) {
    super(reason);
    this.name = 'Refusal';
    this.statusCode = statusCode;
    this.problems = problems;
  }
}
