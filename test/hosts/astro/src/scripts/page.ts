import 'attune-elements/define';
import { hear as note } from '../given/everywhere';
import './send';

// Astro's router runs this module once, so the listeners are on the document.

const hear = ({ type }: Event): void => {
  const item = document.createElement('li');
  item.textContent = type;
  document.querySelector('#heard')?.append(item);
};

for (const type of ['attune-milestone', 'attune-journal-share', 'attune-session-submit'] as const) {
  document.addEventListener(type, (event) => {
    hear(event);
    event.waitUntil(Promise.resolve());
  });
}
for (const type of ['attune-answer', 'attune-page', 'attune-submit', 'attune-saved', 'attune-error', 'input', 'change']) document.addEventListener(type, hear);
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
