import { isAuthor } from '../../internal/questionnaire/host-mistakes.ts';
import { report } from '../../internal/report.ts';
import type { Sitting, SittingMember } from '../../internal/sitting.ts';
import type { AttuneSession } from './session.ts';

/** What the widgets inside a session see of it, and who they are. */
export class OpenSitting implements Sitting {
  readonly members = new Set<SittingMember>();
  isSending = false;
  earlier: Sitting['earlier'] = [];
  readonly onChange: () => void;
  #session: AttuneSession;

  /** `onChange` is called when there is another member, one less, or other answers. */
  constructor(session: AttuneSession, onChange: () => void) {
    this.#session = session;
    this.onChange = onChange;
  }

  get subject(): string | undefined {
    return this.#session.subject;
  }
  get encounter(): string | undefined {
    return this.#session.encounter;
  }
  get author(): Sitting['author'] {
    const { author } = this.#session;
    return isAuthor(author) ? author : undefined;
  }

  /** Takes earlier records as the host gave them: who shows one reads it through its own gate. */
  takeEarlier(given: unknown): void {
    this.earlier = [];
    try {
      const list: unknown = typeof given === 'string' ? JSON.parse(given) : (given ?? []);
      if (!Array.isArray(list)) throw new TypeError();
      this.earlier = list as Sitting['earlier'];
    } catch {
      report(this.#session, 'bad-earlier', 'Must be a list of records');
    }
  }

  join(member: SittingMember): void {
    this.members.add(member);
    this.onChange();
  }

  leave(member: SittingMember): void {
    this.members.delete(member);
    this.onChange();
  }
}
