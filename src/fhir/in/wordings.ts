import { type Extensions, extensionsOf } from './part.ts';

/** The texts in other languages, by the part of the definition that has the text. */
export class Wordings {
  /** By language. */
  readonly languages = new Map<string, Map<object, Record<string, string>>>();

  /** Takes the translations of a text from the extensions beside it. */
  take(owner: object, field: string, extensions: Extensions): void {
    for (const part of extensions.all('translation')) {
      const parts = extensionsOf(part);
      this.add(owner, field, parts.text('lang'), parts.text('content'));
    }
  }

  add(owner: object, field: string, language: string | undefined, text: string | undefined): void {
    if (!language || !text) return;
    const texts = this.languages.get(language) ?? new Map<object, Record<string, string>>();
    this.languages.set(language, texts.set(owner, { ...texts.get(owner), [field]: text }));
  }
}
