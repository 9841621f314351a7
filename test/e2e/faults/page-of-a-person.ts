import type { Written } from './watch-storage.ts';

/** The page of a person: the real widget with drafts on the device, and the real outbox. */
export const pageOfPerson = (person: string, token: string): string => `<!doctype html><html lang="en"><title>Check-in</title>
<script type="module" src="/drafts.js"></script>
<script type="module" src="/check-in.js"></script>
<script type="module">
  import { openOutbox } from '/outbox.js';
  const outbox = (window.outbox = openOutbox({ url: '/api/responses', owner: '${person}', headers: () => ({ authorization: 'Bearer ${token}' }) }));
  document.addEventListener('attune-submit', (event) => {
    event.waitUntil(outbox.send(event.detail.response));
  });
</script>
<attune-check-in autosave="device" draft-key="${person}"></attune-check-in>`;

/** What the page tells the harness. It is heard in this order, until the browser is killed. */
export type Said =
  | Written
  /** Everything that is in the text field now. */
  | { what: 'typed'; text: string }
  /** The text that came back after the person went on with their draft. */
  | { what: 'came back'; text: string }
  /** The widget asked whether it may keep a draft: there was none. */
  | { what: 'began' }
  | { what: 'sends'; text: string }
  /** What the person saw of the record that they sent. */
  | { what: 'saved' | 'kept' | 'failed'; text: string };

/**
 * In the page: a person fills in and sends, again and again. `next` gives the text of the next submission. Runs until the browser is
 * killed or `next` gives no more.
 */
export async function beAPerson(): Promise<void> {
  const { say, next } = window as unknown as { say(said: Said): Promise<void>; next(): Promise<string> };
  const widget = document.querySelector<HTMLElement & { reset(): void }>('attune-check-in')!;
  await customElements.whenDefined('attune-check-in');
  const root = widget.shadowRoot!;
  const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
  const button = (label: string): HTMLButtonElement | undefined => [...root.querySelectorAll('button')].find((one) => one.textContent!.trim() === label);
  const shows = (text: string): boolean => root.textContent!.includes(text);
  const until = async (isTrue: () => unknown, ms: number): Promise<boolean> => {
    for (const end = Date.now() + ms; !isTrue(); await pause(20)) if (Date.now() > end) return false;
    return true;
  };
  const field = (): HTMLTextAreaElement => root.querySelector('textarea')!;
  for (;;) {
    await until(() => button('Keep them') ?? button('Go on'), 30_000);
    if (button('Go on')) {
      button('Go on')!.click();
      await until(() => field()?.value, 3000);
      await say({ what: 'came back', text: field()?.value ?? '' });
    } else {
      await say({ what: 'began' });
      button('Keep them')?.click();
      await until(() => shows('Your answers are kept'), 5000);
    }
    const text = await next();
    if (!text) return;
    for (let length = field().value.length + 1; length <= text.length; length++) {
      field().value = text.slice(0, length);
      field().dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      void say({ what: 'typed', text: text.slice(0, length) });
      await pause(15);
    }
    await say({ what: 'sends', text });
    button('Send')!.click();
    // It asks about the questions that are blank.
    const anyway = (): HTMLButtonElement | undefined => button('Finish and send what I have');
    await until(anyway, 5000);
    anyway()?.click();
    await until(() => shows('Saved.') || shows('Kept on this device') || widget.matches(':state(failed)'), 40_000);
    const what = shows('Saved.') ? 'saved' : shows('Kept on this device') ? 'kept' : 'failed';
    await say({ what, text });
    if (what !== 'failed') widget.reset();
    else return;
  }
}
