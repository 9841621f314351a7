import type { SittingMember } from '../ui/handoff/sitting.ts';
import type { Keepable } from './members.ts';

/** How often each questionnaire was made blank. */
export class Endings {
  #counts = new WeakMap<SittingMember, number>();

  /** Whether a questionnaire was made blank since the last time. */
  note(all: readonly Keepable[]): boolean {
    let isEnded = false;
    for (const { member, endings } of all) {
      isEnded ||= (this.#counts.get(member) ?? endings) !== endings;
      this.#counts.set(member, endings);
    }
    return isEnded;
  }
}
