import { journalContent } from '../../instruments/progress-journal.ts';
import { overlayFor } from '../../instruments/translation-shelf.ts';

/** What the journal shows of its instrument. */
export type JournalContent = Pick<typeof journalContent, 'language' | 'title' | 'prompts' | 'words'>;

/** The content in a language, as far as the page has a translation. With `draft`, also one that nobody has reviewed. */
export function contentIn(language: string, translations: 'draft' | undefined): JournalContent {
  const overlay = overlayFor(journalContent, language, translations);
  if (!overlay) return journalContent;
  const { title, items, words } = overlay.texts as unknown as Pick<JournalContent, 'title' | 'words'> & { items: Record<string, string> };
  // The prompts are the items j1, j2 and so on.
  return { language: overlay.head.language, title, words, prompts: journalContent.prompts.map((prompt, i) => items[`j${i + 1}`] ?? prompt) };
}
