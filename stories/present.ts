import type { AttuneSubmitEvent } from 'attune-elements';
import { camel } from '../.storybook/letter-case.ts';

/** What the page around a widget does with a record. A story sets it as `host`. */
export type Host = 'keeps it' | 'is slow' | 'refuses' | 'refuses once' | 'says nothing' | 'does not listen' | 'prevents it';
const HOSTS: Host[] = ['keeps it', 'is slow', 'refuses', 'refuses once', 'says nothing', 'does not listen', 'prevents it'];

export type Args = Record<string, unknown>;
type Context = { component?: string | undefined; abortSignal: AbortSignal; parameters: Record<string, unknown> };

/** The control for `host`. It is not an attribute: it sets how the page behaves. */
export const hostControl = {
  name: 'the page',
  description: 'What the page around the widget does with the record.',
  control: { type: 'select' },
  options: HOSTS,
  table: { category: 'This story' },
} as const;

function answerAs(host: Host | undefined, event: AttuneSubmitEvent, turn: number): void {
  switch (host) {
    case 'is slow':
      event.waitUntil(new Promise(() => {}));
      break;
    case 'refuses':
      event.waitUntil(Promise.reject(new Error('503 from /responses')));
      break;
    case 'refuses once':
      event.waitUntil(turn === 1 ? Promise.reject(new Error('503 from /responses')) : Promise.resolve());
      break;
    case 'prevents it':
      event.preventDefault();
      break;
    case 'says nothing':
      void event.detail;
      break;
    case 'does not listen':
      break;
    default:
      event.waitUntil(Promise.resolve());
  }
}

/** Sets attributes, slots (`slot:` and a name), custom properties and properties of a widget from the args. */
function apply(element: HTMLElement, args: Args): void {
  for (const [name, value] of Object.entries(args)) {
    if (name === 'host') continue;
    if (name.startsWith('slot:')) {
      const slot = name.slice(5);
      let words = element.querySelector(`:scope > [slot="${slot}"]`);
      if (!value) words?.remove();
      else {
        if (!words) {
          words = document.createElement('span');
          element.append(words);
        }
        words.slot = slot;
        words.textContent = String(value);
      }
    } else if (name.startsWith('--')) element.style.setProperty(name, (value as string | undefined) ?? null);
    else if (value !== null && typeof value === 'object') Object.assign(element, { [camel(name)]: value });
    else if (value === undefined || value === null || value === false || value === '') element.removeAttribute(name);
    else {
      const text = value === true ? '' : String(value);
      // Setting an equal value has a meaning for some widgets: the host sets it again.
      if (element.getAttribute(name) !== text) element.setAttribute(name, text);
    }
  }
}

interface Stage {
  top: HTMLElement;
  element: HTMLElement;
  args: Args;
}
// By the signal of the story, so that new args do not replace its widget or the answers in it.
const stages = new WeakMap<AbortSignal, Stage>();

/** Renders the story's component with its args, on a page that behaves like `host`. */
export function present(args: Args, { component, abortSignal, parameters }: Context): HTMLElement {
  let stage = stages.get(abortSignal);
  if (!stage) {
    const element = document.createElement(component!);
    stage = { top: element, element, args };
    const { form, children } = parameters as { form?: 'post' | 'get'; children?: () => Node[] };
    element.append(...(children?.() ?? []));
    if (form) {
      stage.top = document.createElement('form');
      Object.assign(stage.top, { method: form, action: '/intake' });
      // A story must not navigate away.
      stage.top.addEventListener('submit', (event) => form === 'post' && event.preventDefault());
      const send = Object.assign(document.createElement('button'), { textContent: 'Send the form' });
      stage.top.append(element, send);
    }
    stages.set(abortSignal, stage);
    const here = stage;
    let turn = 0;
    for (const type of ['attune-submit', 'attune-session-submit', 'attune-milestone', 'attune-journal-share']) {
      element.addEventListener(type, (event) => answerAs(here.args['host'] as Host, event as AttuneSubmitEvent, ++turn));
    }
  }
  stage.args = args;
  apply(stage.element, args);
  return stage.top;
}
