import { nestedSheet } from '../../core/answering/structure.ts';
import { listInstruments } from '../../instruments/registry.ts';
import type { Forms } from './forms.ts';
import { whenRegistered } from './later-forms.ts';
import { ownWords } from './own-words.ts';
import { publishedNorms } from './published-norms.ts';

/** Every form that is registered, now or later. */
export const registeredForms: Forms = { structure: nestedSheet, ownWords, publishedNorms, definitions: listInstruments, whenRegistered };
