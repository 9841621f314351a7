/** Gives the items that only a Questionnaire has a linkId that no item of the instrument has. */
export class LinkIds {
  readonly #taken: Set<string>;

  constructor(ids: Iterable<string>) {
    this.#taken = new Set(ids);
  }

  /** The wanted linkId, with a number after it if it is taken. */
  add(wanted: string): string {
    let linkId = wanted;
    for (let i = 2; this.#taken.has(linkId); i++) linkId = `${wanted}.${i}`;
    this.#taken.add(linkId);
    return linkId;
  }
}
