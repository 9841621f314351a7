// What the CDN file of a questionnaire with instruments of its own leaves out, because none of them uses it
// (docs/decisions/0032). Which code that is follows from the instruments themselves. If a text is not in its module, the build
// stops.
import { existsSync, readFileSync } from 'node:fs';

const root = new URL('../', import.meta.url);

const OWN = /itemSupport = \{ views: \{([^}]*)\}, structure: \w+ \} satisfies SupportFor<([^>]*)>/;

/** The element's class, if it presents instruments of its own: its item types, and the names of the instruments. */
function ownOf(entry) {
  const path = new URL(`src/elements/${entry}/${entry}.ts`, root);
  const source = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const [, views, instruments] = OWN.exec(source) ?? [];
  const names = [...(instruments ?? '').matchAll(/typeof (\w+)/g)].map(([, name]) => name);
  if (!names.length) return undefined;
  return { source, names, types: views.split(',').map(view => view.split(':')[0].trim()) };
}

async function instrumentsOf({ source, names }) {
  const found = names.map(async name => {
    const [, file] = new RegExp(`import \\{[^}]*\\b${name}\\b[^}]*\\} from '../../(instruments/[\\w-]+\\.ts)'`).exec(source);
    return (await import(new URL(`src/${file}`, root)))[name];
  });
  return Promise.all(found);
}

const itemsIn = items => items.flatMap(item => [item, ...itemsIn(item.items ?? [])]);
const textsIn = value => (typeof value === 'object' && value ? Object.values(value).flatMap(textsIn) : [String(value)]);

/** The entries that have the full structure. */
const FULL = /^fhir-/;

/**
 * What only the full structure uses (docs/decisions/0039): calculated values, values at the start, read-only questions, questions that
 * repeat. A file without it reads no definition with such an item. An instrument of an element with one of
 * them stops the build.
 */
const NOTHING_DERIVED = {
  'core/answering/sheet.ts': [
    [/ {2}const derivation = .*\n/, ''],
    [/ {4}derivation\?\.note.*\n/, ''],
    ['derivation?.settle() ?? ', ''],
    [/ {6}\.\.\.derivation\?\.state\(\),\n/, ''],
    [/ {4}\.\.\.derivation,\n/, ''],
    [" && (!source || source === before.source)", ''],
    [', ...(source && { source })', ''],
    [/\(source \? source === 'cleared' : (answer \|\| rejected)\)/, '($1)'],
    [' && !isSpare && !item.readOnly', ''],
    [" || source === 'calculated'", ''],
  ],
  'core/answering/session.ts': [
    [/ {4}sheet\.begin.*\n/, ''],
    [/ {4}if \(item\.readOnly\).*\n/, ''],
  ],
  'core/answering/repeats.ts': [[' || group.readOnly', '']],
  'core/answering/pages.ts': [
    [/ {6}const isNextRepetition = .*\n/, ''],
    [' || isNextRepetition', ''],
  ],
  'core/record/read-response.ts': [[/index\.get\(item\)!\.item\.calculate \? '.*?' : /, '']],
  'core/instrument/resolve-instrument.ts': [["if (name !== 'initial') ", '']],
  // No definition with these is read.
  'core/answering/comparison.ts': [[/ {4}if \(condition\.op === 'exists'\).*\n/, '']],
  'core/answering/visibility.ts': [[/ {4}if \('expression' in when\).*\n/g, '']],
  'core/change/perspective-gap.ts': [[' || answered.some(({ values }) => values.some(isOwnWords))', '']],
  'core/instrument/value.ts': [['plainValueText(value)', 'String(value)']],
  'ui/questionnaire/host-mistakes.ts': [[/ {6}\.\.\.\(situation\.problems.*\n/, '']],
  // Support that comes later, files, and views that read more than one control are for forms of others.
  'ui/questionnaire/filling.ts': [[/ {4}if \(this\.session && structure[^]*?\n {4}\}\n/, '']],
  'ui/questionnaire/form-bridge.ts': [[/ {4}const \{ filesOf, putFiles \}[^]*?current\.response\)\);\n/, '']],
  'ui/questionnaire/sending.ts': [[/ {4}const files = .*\n/, ''], [', ...(files[0] && { files })', '']],
  'ui/questionnaire/items/options.ts': [[' || item.readOnly', ''], [/ {2}view\?\.offer.*\n/, '']],
  'ui/questionnaire/items/read-control.ts': [[/ {2}if \(readItem\).*\n/, '']],
  'core/answering/flat-structure.ts': [[' && isPlain(item)', '']],
  'core/answering/structure.ts': [['supports: isPlain', 'supports: () => true']],
};

const isDerived = ({ type, calculate, initial, readOnly, repeats, when }) =>
  calculate || initial || readOnly || (repeats && type !== 'group') || /"(over|expression)":|"op":"exists"/.test(JSON.stringify(when ?? null));

/** For each module: code, and what replaces it. */
function leftOut(types, items, { rules, hasOwnOptions }) {
  const changes = {
    // The compiler checks that the element has a view for each of its items (SupportFor).
    'core/item-types/index.ts': [[/(export const itemTypes = \{)[^}]*\}/, `$1 ${types.join(', ')} }`]],
    'ui/questionnaire/items/make-item.ts': [['?.make ?? makeUnsupported)', '!.make)']],
    'ui/questionnaire/items/item-mistakes.ts': [[/(export function itemMistakes[^{]*)\{[^]*\}/, '$1{ return []; }']],
    'ui/questionnaire/items/item-support.ts': [[/ {2}const isSupported = .*\n.*;/, '  return view;']],
    ...NOTHING_DERIVED,
    'core/answering/flat-structure.ts': [[/, supports: .* \};/, ' };']],
    'core/answering/structure.ts': [[/, supports: isPlain \};/, ' };']],
  };
  if (!items.some(item => textsIn(item.text).some(text => text.includes('{')))) {
    changes['ui/questionnaire/items/item-text.ts'] = [[/(export function itemText[^]*\{)\n {2}if [^]*\}/, '$1 return item.text; }']];
    changes['ui/questionnaire/items/answers-near.ts'] = [[/(export function answersNear.*\{)\n[^]*\}/, '$1 return {}; }']];
  }
  if (!items.some(item => item.items && item.type !== 'group')) {
    changes['ui/questionnaire/items/follow-ups.ts'] = [[/(export function createFollowUps.*\{)\n[^]*\}/, '$1 return () => undefined; }']];
  }
  const scale = [];
  const score = [];
  if (!rules.some(rule => rule.method === 'percent')) scale.push([/ {2}if \(method === 'percent'\) \{[^}]*\}\n/, '']);
  if (!rules.some(rule => rule.weights)) {
    scale.push([/ {4}const factor = .*\n.*\n/, '    const factor = 1;\n    const [from, to] = [low, high];\n']);
    score.push([/\$\{weights \? ' sum' : ''\}/, '']);
  }
  if (!rules.some(rule => rule.missing === 'zero')) {
    scale.push([/\(rule\.missing === 'zero' \? 0 : undefined\)/, 'undefined']);
    score.push([/ {4}missing === 'zero' .*\n/, '']);
  }
  changes['core/instrument/scale-score.ts'] = scale;
  changes['core/scoring/score.ts'] = score;
  if (!hasOwnOptions) {
    // The engine sets the options of the definition only (optionsOf).
    changes['core/instrument/resolve-instrument.ts'] = [...changes['core/instrument/resolve-instrument.ts'], [/ {2}for \(const name of Object\.keys\(options\)\) \{[^]*?\n {2}\}\n/, '']];
  }
  return changes;
}

/** The plugin of the bundler, for one entry. */
export const ownInstrument = entry => {
  const own = ownOf(entry);
  let changes = FULL.test(entry) ? {} : NOTHING_DERIVED;
  return {
    name: 'attune-own-instrument',
    enforce: 'pre',
    async buildStart() {
      if (!own) return;
      const instruments = await instrumentsOf(own);
      const items = itemsIn(instruments.flatMap(({ items }) => items));
      const rules = instruments.flatMap(({ scoring = {} }) => [...Object.values(scoring.scales ?? {}), ...(scoring.total ? [scoring.total] : [])]);
      const missing = items.find(({ type }) => !own.types.includes(type));
      if (missing) throw new Error(`${entry}: no view for ${missing.id}`);
      const derived = items.find(isDerived);
      if (derived) throw new Error(`${entry}: ${derived.id} needs the full structure`);
      changes = leftOut(own.types, items, { rules, hasOwnOptions: /\boptions:/.test(own.source) });
    },
    transform(code, id) {
      const [, name] = /\/src\/(.*)$/.exec(id) ?? [];
      if (!changes[name]) return null;
      let result = code;
      for (const [from, to] of changes[name]) {
        const changed = result.replace(from, to);
        if (changed === result) throw new Error(`attune-own-instrument: not found in ${name}: ${from}`);
        result = changed;
      }
      return { code: result, map: null };
    },
  };
};
