import type { Instance } from '../../core/answering/snapshot.ts';
import type { WidgetFocus } from '../host/widget-focus.ts';
import type { Filling } from './filling.ts';
import { findInstance } from './find-instance.ts';
import type { Alteration } from './items/alterations.ts';
import type { ItemContext } from './items/item-type-view.ts';
import { takeInput } from './items/take-input.ts';
import type { Inside } from './questionnaire-host.ts';

interface Around {
  host: HTMLElement;
  inside: Inside;
  filling: Filling;
  focus: WidgetFocus;
  context(): ItemContext;
  /** The answer to this item was changed. */
  onAnswer(item: string): void;
}

/** Takes what the person does at an item to the session. It shows nothing. */
export class Editing {
  #around: Around;

  constructor(around: Around) {
    this.#around = around;
  }

  /** An event of a native control. */
  input(event: Pick<Event, 'type' | 'target'>): void {
    const { inside, filling, context, onAnswer } = this.#around;
    const session = filling.session!;
    const instance = this.#instanceOf(event.target);
    if (!instance || !takeInput(event, instance, { context: context(), session })) return;
    inside.extension().afterAnswer?.(session, instance);
    onAnswer(instance.item.id);
  }

  /** What is being typed counts now, although the person is still in the field. */
  finish(): void {
    const control = this.#around.host.shadowRoot?.activeElement as HTMLInputElement | null | undefined;
    if (control?.matches('[data-key] :is(input,textarea)') && control.value) this.input({ type: 'change', target: control });
  }

  /** A button at an item. The page gets the events that native controls send. */
  alter(target: EventTarget | null, alter: Alteration): void {
    const { host, filling, focus, onAnswer } = this.#around;
    const instance = this.#instanceOf(target)!;
    const place = alter(filling.session!, instance);
    onAnswer(instance.item.id);
    for (const type of ['input', 'change']) host.dispatchEvent(new Event(type, { bubbles: true }));
    focus.moveTo(place, 'button');
  }

  #instanceOf(target: EventTarget | null): Instance | undefined {
    const { key } = (target as Element).closest<HTMLElement>('[data-key]')?.dataset ?? {};
    return findInstance(this.#around.filling.session!.current.instances, key);
  }
}
