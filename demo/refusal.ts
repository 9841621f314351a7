/** Refuses a request, with a reason that may be shown. Thrown inside a transaction, it rolls the transaction back. */
export class Refusal extends Error {
  readonly statusCode: number;
  /** Which rule the request breaks, and where; never the answers. */
  readonly problems: readonly { path: string; code: string }[];

  constructor(statusCode: number, reason: string, problems: Refusal['problems'] = []) {
    super(reason);
    this.name = 'Refusal';
    this.statusCode = statusCode;
    this.problems = problems;
  }
}
