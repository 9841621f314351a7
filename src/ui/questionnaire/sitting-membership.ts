import { ContextEvent } from '../lit/context.ts';
import type { ReactiveController, ReactiveControllerHost } from '../lit/lit.ts';
import { sittingContext, type Sitting, type SittingMember } from '../handoff/sitting.ts';

/** Makes a widget a member of the session around it, as long as it is inside. */
export class SittingMembership implements ReactiveController {
  sitting: Sitting | undefined;
  #host: ReactiveControllerHost & HTMLElement;
  #member: SittingMember;

  constructor(host: ReactiveControllerHost & HTMLElement, member: SittingMember) {
    this.#host = host;
    this.#member = member;
    host.addController(this);
  }

  hostConnected(): void {
    this.seek();
  }

  hostDisconnected(): void {
    this.#belongTo(undefined);
  }

  /** Looks for a session around the widget and joins it. */
  seek(): void {
    const join = (sitting: Sitting): void => {
      if (sitting !== this.sitting && sitting.join(this.#member)) this.#belongTo(sitting);
    };
    this.#host.dispatchEvent(new ContextEvent(sittingContext, this.#host, join));
  }

  /** Asks the session to show the step of the widget. */
  show(): void {
    this.sitting?.show(this.#member);
  }

  #belongTo(sitting: Sitting | undefined): void {
    this.sitting?.leave(this.#member);
    this.sitting = sitting;
    this.#member.update();
  }
}
