import { Refusal } from './refusal.ts';
import { english } from './words/en/index.ts';
import type { Words } from './words/words.ts';

/** A refusal that a person reads on a page, in the language of the page. */
export class PageRefusal extends Refusal {
  readonly key: keyof Words['refusals'];

  constructor(statusCode: number, key: keyof Words['refusals']) {
    super(statusCode, english.refusals[key]);
    this.key = key;
  }
}

/** The reason in the language of a page. What only a program can cause has no wording of its own in other languages. */
export function reasonIn({ language, refusals }: Words, refusal: Refusal): string {
  if (refusal instanceof PageRefusal) return refusals[refusal.key];
  return language === 'en' ? refusal.message : refusals.other;
}
