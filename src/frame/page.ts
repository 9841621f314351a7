import '../define/fhir-questionnaire.ts';
import { newId } from '../ui/host/new-id.ts';
import { now } from '../ui/host/now.ts';
import { software } from '../ui/host/software.ts';
import { Changes } from './changes.ts';
import { Conversation, type Place, placeOf } from './conversation.ts';
import { focusedLinkId } from './focused-item.ts';
import type { FileContent } from './messaging/attachments.ts';
import { HeightReports } from './messaging/height.ts';
import type { Request } from './messaging/message.ts';
import { type Action, Renderer } from './messaging/renderer.ts';
import { readFiles } from './read-files.ts';
import { Screen } from './screen.ts';
import { shadowRootOf } from '../ui/host/shadow-root-of.ts';

// The page of dist/frame: an SDC renderer in the frame of another product.

const root = document.querySelector('main')!;

function converse(place: Place, language: string | null): void {
  const conversation = new Conversation(place);
  const renderer = new Renderer({ application: { name: 'Attune', version: software.version }, newId, now });
  const heights = new HeightReports();
  let focused: string | undefined;
  let isWaiting = true;

  const changes = new Changes(() => renderer.changed(screen.record).forEach((message) => conversation.send(message)));

  const screen = new Screen(root, language, (element) => {
    focused = undefined;
    for (const type of ['attune-answer', 'input', 'change', 'click', 'keyup']) element.addEventListener(type, () => changes.note());
    // In the widget, because an event for its page would not say that the focus went from one question to another.
    shadowRootOf(element)!.addEventListener('focusin', () => {
      const linkId = focusedLinkId(element);
      if (linkId !== undefined && linkId !== focused) conversation.send(renderer.focused(linkId));
      focused = linkId;
    });
    element.addEventListener('attune-submit', ({ detail: { response, files = [] } }) => {
      changes.flush();
      const fail = (): void => element.fail(response.id);
      // The host says nothing about saving, so the widget does not either. It hears only that something went wrong.
      const onReply = (payload: Request['payload']): void => {
        if (payload?.status === 'error') fail();
      };
      const send = (contents: readonly FileContent[]): void => renderer.done(response, contents).forEach((message) => conversation.send(message, onReply));
      if (files.length) void readFiles(files).then(send, fail);
      else send([]);
    });
  });

  const perform = async (action: Action): Promise<void> => {
    if (action.do === 'send') return conversation.send(action.message);
    if (action.do === 'configure') return screen.configure(action.settings);
    isWaiting = false;
    await screen.show(action.do === 'refuse' ? { what: 'cannotShow' } : { what: 'form', ...action });
  };
  const respond = async (request: Request): Promise<void> => {
    changes.flush();
    for (const action of renderer.receive(request, screen.record)) await perform(action);
  };

  // One request after the other, although a language is loaded in between.
  let turn = screen.show({ what: 'waiting' });
  conversation.listen(window, (request) => {
    turn = turn.then(() => respond(request)).catch((error: unknown) => {
      conversation.send(renderer.failed(request));
      // eslint-disable-next-line no-console -- an error of ours, with its stack
      console.error(error);
    });
  });
  conversation.send(renderer.greet());

  new ResizeObserver(() => {
    // The height of a sentence that is there for a moment would make the host's page jump.
    if (isWaiting) return;
    // What the widget erases by itself changes its height.
    changes.note();
    const height = heights.report({ height: root.getBoundingClientRect().height, width: window.innerWidth, at: performance.now() });
    if (height !== undefined) conversation.send({ messageType: 'attune.ui.changedHeight', payload: { height } });
  }).observe(root);
}

const place = placeOf(window);
const language = new URLSearchParams(window.location.search).get('lang');
if (place) converse(place, language);
else void new Screen(root, language, () => {}).show({ what: 'alone' });
