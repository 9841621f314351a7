import type { Instrument } from '../core/instrument/instrument.ts';
import { keyOf } from '../core/instrument/item-index.ts';
import type { Answer } from '../core/record/response.ts';
import { readEntries } from '../html/entries.ts';
import { answersIn } from '../html/read-form.ts';

/** The element that takes the place of a form without script. */
type Host = HTMLElement & { layout?: string; updateComplete?: Promise<unknown>; renderRoot?: ParentNode };

/** What the element offers. `goTo` opens the page of an item and moves the focus to it. */
interface Offer {
  instrument: Instrument;
  adopt(answers: readonly Answer[]): void;
  goTo(key: string): void;
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const isTicked = (control: Control): control is HTMLInputElement => control.matches('[type=radio], [type=checkbox]');

const isForFiles = (control: Control): control is HTMLInputElement => control.matches('[type=file]');

/** Whether the person has changed a control since the page came. */
function isChanged(control: Control): boolean {
  if (control instanceof HTMLSelectElement) {
    const options = [...control.options];
    return control.value !== (options.find(({ defaultSelected }) => defaultSelected) ?? options[0])?.value;
  }
  if (isTicked(control)) return control.checked !== control.defaultChecked;
  return control.type !== 'hidden' && control.value !== control.defaultValue;
}

/** The key of the item that a control belongs to. */
function keyAround(control: Element): string | undefined {
  const { item, at } = control.closest<HTMLElement>('[data-item]')?.dataset ?? {};
  return item === undefined ? undefined : keyOf(item, at ? at.split('.').map(Number) : []);
}

/** Makes a control as it came with the page. */
function clear(control: Control): void {
  if (control instanceof HTMLSelectElement) for (const option of control.options) option.selected = option.defaultSelected;
  else if (isTicked(control)) control.checked = control.defaultChecked;
  else control.value = control.defaultValue;
}

/** A list of its own: clearing the control of a form may empty the one that it has. */
function filesOf({ files }: HTMLInputElement): FileList {
  const list = new DataTransfer();
  for (const file of files ?? []) list.items.add(file);
  return list.files;
}

const topOf = (control: Element): number => control.getBoundingClientRect().top;

/** Where the person saw the control with the focus: a form in an element that has a shadow root now has no place any more. */
const seen = { control: null as Element | null, top: 0 };
const note = (): void => {
  const control = document.activeElement;
  if (control?.closest('[data-attune=fallback]') && control.getClientRects().length) Object.assign(seen, { control, top: topOf(control) });
};

/** Begins to note where the person is in a form. */
export function watchFocus(): void {
  note();
  for (const type of ['focusin', 'scroll', 'resize']) addEventListener(type, note, { capture: true, passive: true });
}

const taken = new WeakSet<HTMLFieldSetElement>();

/**
 * Goes on where the person was in the form without script inside an element. What they typed becomes the element's answers, the focus
 * stays at the same control, and the controls of the form send nothing any more and are cleared: what is erased later is not kept there.
 * If the element cannot show itself, the form stays as it was. Does nothing without such a form.
 */
export function takeFallback(host: Host, { instrument, adopt, goTo }: Offer): void {
  const form = host.querySelector<HTMLFieldSetElement>('[data-attune=fallback]');
  // A widget that came first has disabled it.
  if (!form || (form.disabled && taken.has(form))) return;
  taken.add(form);
  const controls = ([...form.elements] as Control[]).filter(({ name }) => name);
  const focused = controls.find((control) => control.matches(':focus'));
  const top = focused === seen.control ? seen.top : undefined;
  const isNew = controls.some(isChanged);
  const files = controls.filter(isForFiles).filter((control) => control.files?.length);
  const sent = controls.filter((control) => !isForFiles(control) && (!isTicked(control) || control.checked));
  const values = readEntries(sent.map(({ name, value }) => [name, value] as const));
  const fact = controls.find(({ name, value }) => name.endsWith('.instrument') && value === instrument.id);
  form.disabled = true;
  // The person has begun in a list, so it stays one, and nothing moves.
  if (host.layout === 'auto' && (isNew || focused)) host.layout = 'list';
  if (isNew && fact) {
    const timeZone = form.dataset.zone;
    adopt(answersIn(instrument, values, { name: fact.name.slice(0, -'.instrument'.length), ...(timeZone && { timeZone }) }).answers);
  }
  const key = focused && keyAround(focused);
  if (key) goTo(key);
  void host.updateComplete?.then(() => {
    if (form.getClientRects().length) {
      form.disabled = false;
      return;
    }
    const at = (of: string): HTMLInputElement[] => [...(host.renderRoot?.querySelectorAll<HTMLInputElement>(`[data-key="${of}"] :is(input, select, textarea)`) ?? [])];
    for (const control of files) {
      const place = keyAround(control);
      const field = place === undefined ? undefined : at(place).find(isForFiles);
      if (!field) continue;
      field.files = filesOf(control);
      field.dispatchEvent(new Event('change', { bubbles: true }));
    }
    const same = focused && key && at(key)[controls.filter((control) => keyAround(control) === key).indexOf(focused)];
    if (same) {
      same.focus({ preventScroll: true });
      // The questions of the widget have other heights. The person goes on where they look.
      if (top !== undefined) scrollBy({ top: topOf(same) - top, behavior: 'instant' });
      // Perhaps the page cannot scroll so far, or a part of it scrolls.
      same.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    }
    controls.forEach(clear);
  });
}
