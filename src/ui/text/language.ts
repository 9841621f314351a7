import type { ReactiveElement } from '../lit/lit.ts';
import { newMistakes } from '#developer-messages';
import { report } from '../host/report.ts';
import { whileConnected } from '../host/while-connected.ts';
import type { Strings, Table } from './catalogue.ts';
import { langAround } from './lang-around.ts';
import { LANGUAGE_EVENT, type Locale } from './locales.ts';
import { createMessages, type Messages } from './messages.ts';

/** A widget whose host can replace its messages. */
type Host = ReactiveElement & { strings?: Strings | undefined };

interface Options {
  /** The messages of the widget in English. */
  english: () => Table;
  /** The language of the content around the messages, if it may be another one than theirs. */
  around?: () => string | undefined;
  /** Messages that are content of an instrument, in the language of its wording. */
  content?: () => Locale;
  /** Called before the widget is updated in another language. */
  onChange?: () => void;
}

/** The language of one widget: that of the nearest `lang` around it, also when it changes or is registered later. */
export class Language<K extends string> {
  /** The language around the widget as a BCP 47 tag; '' if there is none that can be used. */
  asked = '';
  #host: Host;
  #options: Options;
  #messages: Messages | undefined;
  #strings: Strings | undefined;
  #around: string | undefined;

  constructor(host: Host, options: Options) {
    this.#host = host;
    this.#options = options;
    whileConnected(host, () => {
      const change = (): void => {
        this.#messages = undefined;
        this.asked = tagAround(host);
        options.onChange?.();
        host.requestUpdate();
      };
      const look = (): void => {
        if (tagAround(host) !== this.asked) change();
      };
      look();
      const observer = new MutationObserver(look);
      const filter = { subtree: true, attributeFilter: ['lang'] };
      for (let root: Node = host; root; root = (root as Partial<ShadowRoot>).host!) {
        root = root.getRootNode();
        observer.observe(root, filter);
      }
      window.addEventListener(LANGUAGE_EVENT, change);
      return () => {
        observer.disconnect();
        window.removeEventListener(LANGUAGE_EVENT, change);
      };
    });
  }

  get messages(): Messages<K> {
    const { strings } = this.#host;
    const around = this.#options.around?.();
    if (!this.#messages || strings !== this.#strings || around !== this.#around) {
      if (strings && strings !== this.#strings) for (const about of newMistakes(this.#host, strings)) report(this.#host, 'bad-strings', about);
      this.#strings = strings;
      this.#around = around;
      this.#messages = createMessages({ english: this.#options.english(), asked: this.asked, strings, around, content: this.#options.content });
    }
    return this.#messages as unknown as Messages<K>;
  }
}

/** The language around an element in its canonical form: `de-AT`. A `lang` that is no language tag counts as none. */
function tagAround(element: Element): string {
  try {
    return Intl.getCanonicalLocales(langAround(element) || [])[0] ?? '';
  } catch {
    return '';
  }
}
