import { ContextEvent } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { sittingContext, type Sitting, type SittingMember } from '../handoff/sitting.ts';

/** Makes a widget a member of the session around it, for as long as it stands there. */
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

  /** Asks for a session around the widget. */
  seek(): void {
    const join = (sitting: Sitting): void => {
      if (sitting !== this.sitting && sitting.join(this.#member)) this.#belongTo(sitting);
    };
    this.#host.dispatchEvent(new ContextEvent(sittingContext, this.#host, join));
  }

  /** Has the session show the step of the widget: there is something in it to look at. */
  show(): void {
    this.sitting?.show(this.#member);
  }

  #belongTo(sitting: Sitting | undefined): void {
    this.sitting?.leave(this.#member);
    this.sitting = sitting;
    this.#member.update();
  }
}
