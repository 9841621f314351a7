import { html } from '../../ui/lit/lit.ts';
import type { Shown } from './journal-view.ts';

/** A prompt in its language. The page may have another language since the person chose it; then nobody knows which it was. */
export const promptText = (prompt: string, { t, content }: Pick<Shown, 't' | 'content'>): unknown =>
  content.prompts.includes(prompt) ? t.mark(prompt, content.language) : html`<span lang="" dir="auto">${prompt}</span>`;
