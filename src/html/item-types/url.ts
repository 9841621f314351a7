import type { UrlItem } from '../../core/instrument/instrument.ts';
import type { ItemTypeMarkup } from './item-type-markup.ts';
import { longestText, sentences } from './sentences.ts';

export const urlMarkup: ItemTypeMarkup<UrlItem> = {
  field: (_, { input }) => input({ type: 'text', inputmode: 'url', dir: 'ltr', autocapitalize: 'off', spellcheck: 'false' }),
  note: (item, { words }) => sentences(longestText(item, words)),
  problem: (_, __, words) => words('fhir.errorAddress'),
};
