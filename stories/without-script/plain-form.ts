import { getInstrument } from 'attune-elements/instruments';
import { readForm, renderFallback, type FallbackOptions } from 'attune-elements/html';
import 'attune-elements/html/fallback.css';
import 'attune-elements/locales/ar';
import 'attune-elements/locales/ar/html';
import 'attune-elements/translations/ar';

interface Given {
  options?: Record<string, string>;
  locale: string;
  form?: Partial<FallbackOptions>;
}

const name = 'answers';

/** A page with a form without script. When it is sent, the page does what a server does: it reads the form, and shows the record or the problems. */
export function plainForm(id: string, { options = {}, locale, form }: Given): HTMLElement {
  const got = getInstrument(id, options, { language: locale, translations: 'draft' });
  if (!got.ok) throw new Error(`There is no ${id}`);
  const page = document.createElement('div');
  const given: FallbackOptions = {
    id: 'a-record-of-a-story',
    action: '/answers',
    name,
    locale,
    who: 'Your therapist',
    crisis: 'Harbour Clinic, day and night: 020 7946 0000. In an emergency call 999 or 112.',
    ...form,
  };
  page.innerHTML = renderFallback(got.instrument, given);
  page.addEventListener('submit', (event) => {
    event.preventDefault();
    const entries = new FormData(event.target as HTMLFormElement);
    const read = readForm(entries, { name, find: getInstrument, now: new Date().toISOString(), required: !!given.required });
    if (read.state === 'refused') page.innerHTML = renderFallback(got.instrument, { ...given, entries, problems: read.problems });
    else page.replaceChildren(outputOf(read));
  });
  return page;
}

function outputOf(read: ReturnType<typeof readForm>): HTMLElement {
  const output = document.createElement('output');
  output.style.whiteSpace = 'pre-wrap';
  output.textContent = read.state === 'completed' ? JSON.stringify(read.response, null, 2) : 'Nothing was filled in.';
  return output;
}
