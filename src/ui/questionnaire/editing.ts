import type { Instance } from '../../core/answering/snapshot.ts';
import type { WidgetFocus } from '../host/widget-focus.ts';
import type { Filling } from './filling.ts';
import { findInstance } from './find-instance.ts';
import type { Alteration } from './items/alterations.ts';
import type { ItemContext } from './items/item-type-view.ts';
import { takeInput } from './items/take-input.ts';
import type { Inside } from './questionnaire-host.ts';
import { shadowRootOf } from '../host/shadow-root-of.ts';

interface Dependencies {
  host: HTMLElement;
  inside: Inside;
  filling: Filling;
  focus: WidgetFocus;
  context(): ItemContext;
  /** The person changed the answer to this item. */
  onAnswer(instance: Instance): void;
}

/** Passes what the person does at an item to the filling session. It renders nothing. */
export class Editing {
  #deps: Dependencies;

  constructor(deps: Dependencies) {
    this.#deps = deps;
  }

  /** Handles an event of a native control. */
  input(event: Pick<Event, 'type' | 'target'>): void {
    const { inside, filling, context, onAnswer } = this.#deps;
    const session = filling.session!;
    const instance = this.#instanceOf(event.target);
    if (!instance || !takeInput(event, instance, { context: context(), session })) return;
    inside.extension().afterAnswer?.(session, instance);
    onAnswer(instance);
  }

  /** Takes what the person has typed so far as the answer, although they are still in the field. */
  finish(): void {
    const control = shadowRootOf(this.#deps.host)?.activeElement as HTMLInputElement | null | undefined;
    if (control?.matches('[data-key] :is(input,textarea)') && control.value) this.input({ type: 'change', target: control });
  }

  /** Handles a button at an item. The page receives the same events as from a native control. */
  alter(target: EventTarget | null, alter: Alteration): void {
    const { host, filling, focus, onAnswer } = this.#deps;
    const instance = this.#instanceOf(target)!;
    const place = alter(filling.session!, instance);
    onAnswer(instance);
    for (const type of ['input', 'change']) host.dispatchEvent(new Event(type, { bubbles: true }));
    focus.moveTo(place, 'button');
  }

  #instanceOf(target: EventTarget | null): Instance | undefined {
    const { key } = (target as Element).closest<HTMLElement>('[data-key]')?.dataset ?? {};
    return findInstance(this.#deps.filling.session!.current.instances, key);
  }
}
