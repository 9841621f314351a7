/** What can change on a badge. */
export interface Mark {
  date: string | undefined;
  text: string | undefined;
  note: string | undefined;
  motif: number;
  shared: boolean;
  putAway: boolean;
  removed: boolean;
}

/**
 * How a milestone stands: as the host set it, or as the person changed it and the host has not set since; and what of
 * that the page has not confirmed. Who can see it is never assumed.
 */
export class MilestoneStanding {
  mark: Partial<Mark> = {};
  /** What the change on its way would make of it, without what the host has set meanwhile. */
  #asked: Partial<Mark> = {};
  #isKept = true;
  #isSharedKnown = true;

  /** The host's word: it is newer than what was asked. */
  set<Key extends keyof Mark>(key: Key, value: Mark[Key]): void {
    this.mark[key] = value;
    delete this.#asked[key];
    this.#isKept = true;
    this.#isSharedKnown ||= key === 'shared';
  }

  ask(change: Partial<Mark>): void {
    this.#asked = { ...change };
  }

  /** What was asked is done; where the page does not confirm that, whether it is shared is as unknown as before. */
  settle(isConfirmed: boolean): void {
    if (!isConfirmed && (this.asksSharing || (this.#asked.removed && this.mark.shared))) {
      this.#isSharedKnown = false;
      return;
    }
    this.#isKept = isConfirmed;
    this.#isSharedKnown ||= this.asksSharing;
    Object.assign(this.mark, this.#asked);
  }

  /** It may be shared or not, whatever stood there before. */
  get asksSharing(): boolean {
    return 'shared' in this.#asked;
  }

  get isSure(): boolean {
    return this.#isKept && this.#isSharedKnown;
  }

  get isShared(): boolean {
    return !!this.mark.shared && this.#isSharedKnown;
  }
}
