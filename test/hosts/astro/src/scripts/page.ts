import 'attune-elements/define';
import type { Response } from 'attune-elements';
import { hear as note } from '../given/everywhere';

// Astro's router runs this module once, so the listeners are on the document.

async function keep(record: Response): Promise<void> {
  const answer = await fetch('/api/records', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(record),
  });
  if (!answer.ok) throw new Error(`The server answered ${answer.status}`);
}

const hear = ({ type }: Event): void => {
  const item = document.createElement('li');
  item.textContent = type;
  document.querySelector('#heard')?.append(item);
};

document.addEventListener('attune-submit', (event) => {
  hear(event);
  const isAlone = event.target instanceof Element && event.target.id === 'alone';
  event.waitUntil(isAlone ? Promise.resolve() : keep(event.detail.response));
});
for (const type of ['attune-milestone', 'attune-journal-share', 'attune-session-submit'] as const) {
  document.addEventListener(type, (event) => {
    hear(event);
    event.waitUntil(Promise.resolve());
  });
}
for (const type of ['attune-answer', 'attune-page', 'attune-saved', 'attune-error', 'input', 'change']) document.addEventListener(type, hear);
for (const type of ['input', 'attune-answer']) document.addEventListener(type, note);

const sendForm = (event: SubmitEvent): void => {
  const form = event.target as HTMLFormElement;
  if (form.id !== 'intake') return;
  event.preventDefault();
  void fetch('/api/intake', { method: 'POST', body: new FormData(form) }).then(({ ok }) => {
    document.querySelector('#status')!.textContent = ok ? 'kept' : 'failed';
  });
};
// Before Astro's router, which would send the form by itself.
document.addEventListener('submit', sendForm, { capture: true });
