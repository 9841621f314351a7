import { pressed } from '../host/pressed.ts';
import { printCopy, saveCopy } from '../safety/own-copy.ts';
import type { QuestionnaireFlow } from './flow.ts';
import { alterations } from './items/alterations.ts';
import type { FormAction } from './questionnaire-view.ts';
import type { Screen } from './screen.ts';

/** What a button or link does. Its `data-do` attribute contains the name. */
export type Action =
  | FormAction
  | 'go'
  | 'edit'
  | 'erase-now'
  | 'return'
  | 'hide'
  | 'show'
  | 'print'
  | 'save'
  | keyof typeof alterations;

interface Press {
  event: Event;
  target: HTMLElement;
  flow: QuestionnaireFlow;
  screen: Screen;
}

/**
 * What each button or link of a questionnaire does. Only erasing and the buttons of an item change answers.
 */
const actions: Readonly<Record<Action, (press: Press) => void>> = {
  go: ({ event, target, flow }) => {
    event.preventDefault();
    flow.navigation.goTo(target.dataset.to!);
  },
  back: ({ flow }) => flow.navigation.turn(-1),
  next: ({ flow }) => flow.goOn(),
  send: ({ flow }) => void flow.sending.submit(),
  edit: ({ flow }) => {
    flow.sending.controller.edit();
    flow.openPage('form');
  },
  copy: ({ flow }) => flow.openPage('copy'),
  erase: ({ flow }) => flow.openPage('erase'),
  'erase-now': ({ flow }) => {
    flow.stopAndErase();
    flow.focus.moveTo('#title', 'button');
  },
  return: ({ flow }) => flow.openPage('form'),
  hide: ({ flow }) => flow.setHidden(true),
  show: ({ flow }) => flow.setHidden(false),
  print: ({ target, screen }) => printCopy(target, screen.copy(), screen.t.text('noPrint')),
  save: ({ screen }) => saveCopy(screen.copy()),
  clear: ({ target, flow }) => flow.editing.alter(target, alterations.clear),
  add: ({ target, flow }) => flow.editing.alter(target, alterations.add),
  remove: ({ target, flow }) => flow.editing.alter(target, alterations.remove),
};

/** Runs the action of the pressed button or link. Does nothing for other targets. */
export function press(event: Event, flow: QuestionnaireFlow, screen: Screen): void {
  const target = pressed(event);
  if (target) actions[target.dataset.do as Action]({ event, target, flow, screen });
}
