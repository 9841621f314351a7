// The texts of the instruments and of the interface, by language.
import { readFileSync, readdirSync } from 'node:fs';
import { sourceTexts } from '../../src/core/instrument/wording.ts';
import { listInstruments } from '../../src/instruments/index.ts';
import { english } from '../../src/ui/text/locales/en/index.ts';

const translations = new URL('../../src/instruments/translations/', import.meta.url);
const locales = new URL('../../src/ui/text/locales/', import.meta.url);

/** The languages of the package, English first. */
export const LANGUAGES = ['en', ...readdirSync(translations).sort()];

/** Every text in a structure of texts. The names of options and of plural forms are keys, so they are left out. */
const leaves = node =>
  typeof node === 'string' ? [node]
  : typeof node?.by === 'string' && node.is ? leaves(node.is)
  : Object.values(Object(node)).flatMap(leaves);

const instrumentsOf = lang =>
  listInstruments().map(definition => [
    definition.id,
    leaves(lang === 'en' ? sourceTexts(definition) : JSON.parse(readFileSync(new URL(`${lang}/${definition.id}.json`, translations), 'utf8')).texts),
  ]);

const messagesIn = async (lang, file) => Object.values(await import(new URL(`${lang}/${file}.ts`, locales).href))[0];

/** The messages for the person, and those that only clinicians see. */
const messagesOf = async lang => {
  // English has a file for each widget. German says which of them are for clinicians only.
  const isForClinicians = Object.keys(await messagesIn('de', 'clinician'));
  const split = wanted => Object.fromEntries(Object.entries(english).filter(([name]) => isForClinicians.includes(name) === wanted));
  const [person, clinician] = lang === 'en' ? [split(false), split(true)] : [await messagesIn(lang, 'person'), await messagesIn(lang, 'clinician')];
  return [['interface, for the person', leaves(person)], ['interface, for clinicians', leaves(clinician)]];
};

/** Groups of texts, `[name, texts]`: each instrument, then the interface. */
export const textsOf = async lang => [...instrumentsOf(lang), ...(await messagesOf(lang))];
