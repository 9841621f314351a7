import { parsed } from '../../ui/host/parsed.ts';
import { report } from '../../ui/host/report.ts';
import type { Sitting, SittingMember } from '../../ui/handoff/sitting.ts';
import { childHolding } from './steps.ts';
import type { SessionHost } from './session-host.ts';

/** The session as its widgets see it. Owns the set of its members and the earlier records. */
export class OpenSitting implements Sitting {
  readonly members = new Set<SittingMember>();
  isSending = false;
  earlier: Sitting['earlier'] = [];
  declare readonly onAnswer: () => void;
  declare readonly onChange: () => void;
  declare readonly show: (member: SittingMember) => void;
  declare readonly noteRead: () => void;
  #session: SessionHost;

  constructor(session: SessionHost, handlers: Pick<Sitting, 'onAnswer' | 'onChange' | 'show' | 'noteRead'>) {
    this.#session = session;
    Object.assign(this, handlers);
  }

  get element(): HTMLElement {
    return this.#session;
  }
  get subject(): string | undefined {
    return this.#session.subject;
  }
  get encounter(): string | undefined {
    return this.#session.encounter;
  }
  get author(): Sitting['author'] {
    return this.#session.author as Sitting['author'];
  }

  /** Sets the earlier records. Each widget that shows one validates it. */
  setEarlier(given: unknown): void {
    this.earlier = [];
    const list = parsed(given ?? []);
    if (Array.isArray(list)) this.earlier = list as Sitting['earlier'];
    else report(this.#session, 'bad-earlier', 'earlier: Must be list of records');
  }

  join(member: SittingMember): boolean {
    const child = childHolding(this.#session, member.widget);
    // A widget in a named slot is in no step. It sends by itself.
    if (!child || child.slot) return false;
    this.members.add(member);
    this.onChange();
    return true;
  }

  leave(member: SittingMember): void {
    this.members.delete(member);
    this.onChange();
  }
}
