import type { Response } from '../core/record/response.ts';
import { markupLimits } from '../elements/questionnaire/markup-limits.ts';
import type { AttuneQuestionnaire } from '../elements/questionnaire/questionnaire.ts';
import { isLocale } from '../core/plain-data/locale.ts';
import { directionOf, isSameLanguage } from '../ui/text/direction.ts';
import { sharedEngine } from '../fhir/expression-engine.ts';
import { loadLanguage } from './language-file.ts';
import { loadScript } from './load-script.ts';
import type { Form } from './messaging/form.ts';
import type { Settings } from './messaging/settings.ts';
import { fileFor, wordsFor } from './words/index.ts';
import type { FrameWords } from './words/en.ts';

/** What is shown: a form, or a sentence of the page. */
type Shown = { what: 'form'; form: Form; record: Response | undefined; isReadonly: boolean; launchContext: Readonly<Record<string, unknown>> } | { what: 'waiting' | 'alone' | 'cannotShow' };

/** The texts of the host that have a place in the widget. */
const SLOTS = ['crisis', 'concern', 'thanks'] as const;
const PROPERTIES = ['required', 'review', 'quickHide', 'layout', 'privacy', 'idleMinutes', 'headingLevel', 'who', 'when', 'kept'] as const;

/** The words of the page that are shown by themselves. */
type Word = Exclude<keyof FrameWords, 'title'>;

function paragraph(text: string, more: Readonly<Record<string, string>>): HTMLElement {
  const element = document.createElement('p');
  for (const [name, value] of Object.entries(more)) element.setAttribute(name, value);
  element.textContent = text;
  return element;
}

/** Everything that the person sees. */
export class Screen {
  readonly #root: HTMLElement;
  /** The language that the address of the page asks for. */
  readonly #asked: string | undefined;
  readonly #onForm: (element: AttuneQuestionnaire) => void;
  #settings: Settings = {};
  #shown: Shown = { what: 'waiting' };
  #element: AttuneQuestionnaire | undefined;
  #note: HTMLElement | undefined;

  /** `onForm` hears of each new form. */
  constructor(root: HTMLElement, asked: string | null, onForm: (element: AttuneQuestionnaire) => void) {
    this.#root = root;
    this.#asked = asked ?? undefined;
    this.#onForm = onForm;
  }

  /** The record of the form, `null` if nothing is answered. */
  get record(): Response | null {
    return this.#element?.value ?? null;
  }

  async configure(settings: Settings): Promise<void> {
    const { theme = {} } = this.#settings;
    const { style } = document.documentElement;
    for (const name of Object.keys(theme)) style.removeProperty(name);
    for (const [name, value] of Object.entries(settings.theme ?? {})) style.setProperty(name, value);
    this.#settings = settings;
    await this.#speak();
    if (this.#element) this.#set(this.#element);
  }

  async show(shown: Shown): Promise<void> {
    this.#shown = shown;
    await this.#speak();
    this.#element = undefined;
    this.#note = undefined;
    if (shown.what !== 'form') {
      const role = shown.what === 'cannotShow' ? 'alert' : 'status';
      this.#root.replaceChildren(this.#say(shown.what, { class: 'said', role }));
      return;
    }
    const { form, record, isReadonly, launchContext } = shown;
    await Promise.all([
      form.hasExpressions && !sharedEngine().engine ? loadScript('expressions.js') : undefined,
      markupLimits(form.instrument).length ? loadScript('markup.js') : undefined,
    ]);
    // A new element: nothing of the person before is in it.
    const element = document.createElement('attune-questionnaire');
    if (form.hasExpressions) element.fhirContext = { launchContext };
    element.instrument = form.resource;
    if (record) element.value = record;
    this.#element = element;
    this.#set(element);
    if (!isReadonly) this.#note = this.#say('atOnce', { class: 'note' });
    this.#root.replaceChildren(...(this.#note ? [this.#note] : []), element);
    this.#onForm(element);
  }

  /** A sentence of the page, with its language if it is not that of the page. */
  #say(word: Word, more: Readonly<Record<string, string>>): HTMLElement {
    const asked = document.documentElement.lang;
    const { words, lang } = wordsFor(asked);
    return paragraph(words[word], { ...more, ...(!isSameLanguage(lang, asked) && { lang, dir: directionOf(lang) }) });
  }

  /** What the host has set on a form. */
  #set(element: AttuneQuestionnaire): void {
    const settings = this.#settings;
    const blank = document.createElement('attune-questionnaire');
    for (const name of PROPERTIES) Object.assign(element, { [name]: settings[name] ?? blank[name] });
    const isReadonly = settings.readonly ?? (this.#shown.what === 'form' && this.#shown.isReadonly);
    element.readonly = isReadonly;
    // Nothing can be sent then. The form of the page sends nothing, and the widget in it has no button for that.
    if (isReadonly) element.setAttribute('form', 'nobody');
    else element.removeAttribute('form');
    const texts = SLOTS.flatMap((slot) => (settings[slot] ? [paragraph(settings[slot], { slot })] : []));
    element.replaceChildren(...texts);
  }

  /** Sets the language of the page: what the host asks for, else that of the form. */
  async #speak(): Promise<void> {
    const of = this.#shown.what === 'form' ? this.#shown.form.instrument.language : '';
    const asked = this.#settings.language ?? this.#asked ?? (fileFor(of) ? of : 'en');
    const wanted = isLocale(asked) ? asked : 'en';
    await loadLanguage(wanted);
    const root = document.documentElement;
    root.lang = wanted;
    root.dir = directionOf(wanted);
    document.title = wordsFor(wanted).words.title;
    if (!this.#note) return;
    const note = this.#say('atOnce', { class: 'note' });
    this.#note.replaceWith(note);
    this.#note = note;
  }
}
