import { type Extensions, extensionsOf, type Part } from './part.ts';

/** The texts in other languages, by the part of the definition that has the text. */
export class Wordings {
  /** By language. */
  readonly languages = new Map<string, Map<object, Record<string, string>>>();

  /** Takes the translations of a text from the extensions beside it. `form`: the text in the definition, made from a translation. */
  take(owner: object, field: string, extensions: Extensions, form = (text: string): string => text): void {
    for (const part of extensions.all('translation')) {
      const parts = extensionsOf(part);
      const text = parts.text('content');
      this.add(owner, field, parts.text('lang'), text === undefined ? text : form(text));
    }
  }

  /** Takes the translations of a text that is the value of an extension. */
  takeValue(owner: object, field: string, part: Part | undefined): void {
    if (part) this.take(owner, field, part.beside(`value${part.typed()?.type}`));
  }

  /** Takes the words of a button that has the text of an item in it. */
  takeButton(owner: object, item: object, words: (text: string) => string): void {
    for (const [language, texts] of this.languages) {
      const { short, text = short } = texts.get(item) ?? {};
      if (text !== undefined) this.add(owner, 'add', language, words(short ?? text));
    }
  }

  /** Whether a part of the definition has a text in another language. */
  has(owner: object): boolean {
    return [...this.languages.values()].some((texts) => texts.has(owner));
  }

  add(owner: object, field: string, language: string | undefined, text: string | undefined): void {
    if (!language || !text) return;
    const texts = this.languages.get(language) ?? new Map<object, Record<string, string>>();
    this.languages.set(language, texts.set(owner, { ...texts.get(owner), [field]: text }));
  }
}
