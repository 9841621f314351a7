import type { Instrument } from '../core/instrument/instrument.ts';
import { indexItems } from '../core/instrument/item-index.ts';
import { optionsOf } from '../core/instrument/value.ts';
import { listName } from './answer-value.ts';
import { scoreRules } from './calculated-score.ts';
import { CANONICAL_BASE, codeSystemUrl, computableName, copyrightOf, resourceId, SCORES, valueSetUrl } from './canonical.ts';
import { isChoice } from './item-kind.ts';
import { isKept } from './layout.ts';
import type { CodeSystem, Concept, PublicationStatus, ValueSet } from './resources.ts';

export interface TerminologyOptions {
  base?: string;
  /** The default is `active`. */
  status?: PublicationStatus;
  /** Its other forms. The codes that only another option has are added. The texts of other languages become designations. */
  forms?: readonly Instrument[];
}

export interface Terminology {
  codeSystems: CodeSystem[];
  valueSets: ValueSet[];
}

/** Codes with their texts, by list. */
type Lists = Map<string, Map<string, string>>;

function addTo(lists: Lists, instrument: Instrument): void {
  const add = (list: string, code: string, text: string): void => {
    const codes = lists.get(list) ?? new Map<string, string>();
    if (!codes.has(code)) codes.set(code, text);
    lists.set(list, codes);
  };
  for (const { item } of indexItems(instrument).values()) {
    if (!isChoice(item) || isKept(item)) continue;
    for (const { code, text = '' } of optionsOf(instrument, item)) add(listName(item), String(code), text);
  }
  for (const [id, rule, name] of scoreRules(instrument)) add(SCORES, id, rule.title ?? name);
}

/** The lists of some forms of an instrument, by language. */
function listsByLanguage(forms: readonly Instrument[]): Map<string, Lists> {
  const languages = new Map<string, Lists>();
  for (const form of forms) {
    const lists = languages.get(form.language) ?? new Map<string, Map<string, string>>();
    addTo(lists, form);
    languages.set(form.language, lists);
  }
  return languages;
}

/**
 * The codes of an instrument: a code system and a value set for each list of choices, and for its scores. Their URLs are the same
 * for every option and every language, so a server needs those of all forms together. The code is the one of the record.
 */
export function terminologyOf(instrument: Instrument, options: TerminologyOptions = {}): Terminology {
  const { base = CANONICAL_BASE, status = 'active', forms = [] } = options;
  const { id, version, language, licence } = instrument;
  const languages = listsByLanguage([instrument, ...forms]);
  const own = languages.get(language)!;
  languages.delete(language);
  const conceptOf = (list: string, code: string, display: string): Concept => {
    const designation = [...languages].flatMap(([tag, lists]) => {
      const value = lists.get(list)?.get(code);
      return value ? { language: tag, value } : [];
    });
    return { code, ...(display && { display }), ...(designation.length && { designation }) };
  };

  const codeSystems: CodeSystem[] = [];
  const valueSets: ValueSet[] = [];
  for (const [list, codes] of own) {
    const url = codeSystemUrl(base, instrument, list);
    const valueSet = valueSetUrl(base, instrument, list);
    const name = `${id}.${list}`;
    const concept = [...codes].map(([code, display]) => conceptOf(list, code, display));
    const common = { id: resourceId(name), language, version, status };
    const about = { title: `${id}: ${list}`, publisher: licence.licenceHolder, copyright: copyrightOf(licence) };
    const codeNames = { url, name: computableName(`${name}.codes`), ...about };
    const content = { caseSensitive: true, valueSet, content: 'complete', count: concept.length, concept } as const;
    codeSystems.push({ resourceType: 'CodeSystem', ...common, ...codeNames, ...content });
    const setNames = { url: valueSet, name: computableName(name), ...about };
    valueSets.push({ resourceType: 'ValueSet', ...common, ...setNames, compose: { include: [{ system: url, version }] } });
  }
  return { codeSystems, valueSets };
}
