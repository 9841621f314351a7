import { expect } from '@open-wc/testing';
import { has, hear, lacks, listen, listenOnce } from '../elements/fixtures/host.ts';
import { activate, buttons, focusIsOn, heard, read, sendButton, settled } from '../elements/fixtures/person.ts';

/** A widget that sends records: a questionnaire, or a session for several of them. */
export interface Sender {
  tag: string;
  type: 'attune-submit' | 'attune-session-submit';
  /** A widget that the person has begun to fill in. */
  begun(attributes?: Record<string, string>): Promise<Sending>;
  /** The questionnaire whose `value` a host would read. */
  questionnaire(widget: Sending): HTMLElement & { value: unknown };
}

export type Sending = HTMLElement & {
  submit(): Promise<string>;
  acknowledge(id: string): void;
  fail(id: string): void;
};

const NOT_TAKEN = 'This page did not take your answers. They are still here. Try again, or keep a copy.';
const THANKS = 'Thank you. This page has your answers.';

/** The widget says that the page has the answers only if something on the page read them. */
export function unheardContract({ tag, type, begun, questionnaire }: Sender): void {
  /** Presses the send button until the widget shows the result. */
  const press = async (widget: Sending): Promise<void> => {
    for (let round = 0; round < 4 && !heard(widget); round++) {
      sendButton(widget).focus();
      sendButton(widget).click();
      await settled(widget);
    }
  };
  const idOf = (event: CustomEvent): string => {
    const detail = event.detail as { id?: string; response?: { id: string } };
    return detail.id ?? detail.response!.id;
  };
  const expectNotTaken = (widget: Sending): void => {
    expect(heard(widget)).to.equal(NOT_TAKEN);
    expect(has(widget, 'failed')).to.equal(true);
    expect(read(widget)).not.to.contain('Thank you');
  };

  describe(`<${tag}> sends to a page that does not read the record`, () => {
    it('says so, keeps every answer, and offers another try and a copy', async () => {
      const widget = await begun();
      const before = (questionnaire(widget).value as { answers: unknown }).answers;
      const thanks = document.createElement('p');
      thanks.slot = 'thanks';
      widget.append(thanks);
      await press(widget);
      expectNotTaken(widget);
      expect((questionnaire(widget).value as { answers: unknown }).answers).to.eql(before);
      expect(thanks.assignedSlot).to.equal(null);
      expect(buttons(widget)).to.include.members(['Try again', 'Keep a copy']);
      focusIsOn(sendButton(widget));
    });

    it('offers the copy in the review too', async () => {
      const widget = await begun({ review: '' });
      await press(widget);
      expectNotTaken(widget);
      expect(buttons(widget)).to.include.members(['Try again', 'Keep a copy', 'Go back and change']);
      await activate(widget, 'Keep a copy');
      expect(buttons(widget)).to.include('Save as a file');
    });

    it('offers no copy on a device that others use', async () => {
      const widget = await begun({ privacy: 'shared' });
      await press(widget);
      expect(heard(widget)).to.equal('This page did not take your answers. They are still here. Try again.');
      expect(buttons(widget)).not.to.include('Keep a copy');
    });

    it('reports it to the developer, and resolves submit() to failed', async () => {
      const widget = await begun();
      const errors = hear(document, 'attune-error');
      await press(widget);
      expect(errors.length).to.equal(1);
      const { code, message, responseId } = errors[0]!.detail;
      expect(code).to.equal('nobody-listens');
      expect(message).to.contain(type);
      const events = hear(document, type);
      expect(await widget.submit()).to.equal('sent');
      expect(idOf(events[0]!)).to.equal(responseId);
    });

    it('resolves submit() to failed', async () => {
      const widget = await begun();
      let outcome = 'incomplete';
      for (let round = 0; round < 4 && outcome === 'incomplete'; round++) outcome = await widget.submit();
      expect(outcome).to.equal('failed');
    });

    it('ignores a listener that does not read the detail', async () => {
      const widget = await begun();
      const seen: unknown[] = [];
      listen(document, type, (event) => seen.push(event.type, event.target, event.defaultPrevented, event.timeStamp));
      await press(widget);
      expect(seen.length).to.equal(4);
      expectNotTaken(widget);
    });

    it('ignores a tool that only records events', async () => {
      const widget = await begun();
      const seen: unknown[] = [];
      listen(document, type, (event) => seen.push(event.peek()));
      await press(widget);
      expectNotTaken(widget);
      expect(seen[0]).to.have.any.keys('response', 'submissions');
    });

    it('sends the identical record to a listener that is added later', async () => {
      const widget = await begun();
      const offered: Event[] = [];
      listenOnce(widget, type, (event) => offered.push(event));
      await press(widget);
      expectNotTaken(widget);
      const later = hear(widget, type);
      await activate(widget, 'Try again');
      expect(heard(widget)).to.equal(THANKS);
      expect(later.length).to.equal(1);
      expect(later[0]!.detail).to.eql((offered[0] as CustomEvent).detail);
    });

    it('is saved if the page acknowledges the record later', async () => {
      const widget = await begun();
      const errors = hear(document, 'attune-error');
      await press(widget);
      widget.acknowledge(errors[0]!.detail.responseId!);
      await settled(widget);
      expect(has(widget, 'saved')).to.equal(true);
      expect(questionnaire(widget).value).to.equal(null);
    });

    it('says that it did not send if the page fails the record', async () => {
      const widget = await begun();
      const errors = hear(document, 'attune-error');
      await press(widget);
      widget.fail(errors[0]!.detail.responseId!);
      await settled(widget);
      expect(has(widget, 'failed')).to.equal(true);
      expect(heard(widget)).to.equal('This did not send. Your answers are still here. Try again.');
      expect(errors.map(({ detail }) => detail.code)).to.eql(['nobody-listens', 'save-failed']);
    });
  });

  describe(`<${tag}> sends to a page that reads the record`, () => {
    const places: [name: string, on: (widget: Sending) => EventTarget, capture?: boolean][] = [
      ['the widget', (widget) => widget],
      ['an element around it', (widget) => widget.parentElement!],
      ['the document', () => document],
      ['the document, while it is captured', () => document, true],
      ['the window', () => window],
    ];
    for (const [name, on, capture = false] of places) {
      it(`in a listener on ${name}`, async () => {
        const widget = await begun();
        const errors = hear(document, 'attune-error');
        const taken: unknown[] = [];
        const take = (event: Event): void => void taken.push((event as CustomEvent).detail);
        on(widget).addEventListener(type, take, capture);
        await press(widget);
        on(widget).removeEventListener(type, take, capture);
        expect(taken.length).to.equal(1);
        expect(heard(widget)).to.equal(THANKS);
        expect(has(widget, 'sent')).to.equal(true);
        expect(errors).to.eql([]);
      });
    }

    it('from its value, not from the event', async () => {
      const widget = await begun();
      let saved: unknown;
      listen(document, type, () => (saved = questionnaire(widget).value));
      await press(widget);
      expect(saved).to.have.property('answers');
      expect(heard(widget)).to.equal(THANKS);
    });

    it('only after it has waited for something', async () => {
      const widget = await begun();
      let read!: () => void;
      listen(document, type, async (event) => {
        await new Promise<void>((done) => (read = done));
        void event.detail;
      });
      await press(widget);
      expectNotTaken(widget);
      read();
      await settled(widget);
      expect(heard(widget)).to.equal(THANKS);
      await lacks(widget, 'failed');
    });

    it('but not from a value that was read before', async () => {
      const widget = await begun();
      listen(widget, 'change', () => void questionnaire(widget).value);
      void questionnaire(widget).value;
      await press(widget);
      expectNotTaken(widget);
    });
  });
}
