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

/** The entries that have the full structure: the files for FHIR forms, and the page for a frame. */
const FULL = /^(fhir-|frame$)/;

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
    [/ {6}\.\.\.derivation\?\.state\(needed, breaches\),\n/, ''],
    [/ {4}const breaches: .*\n/, ''],
    [/ {10}const shown = .*\n {10}const broken = .*\n/, ''],
    [' && before.broken === broken && before.item === shown && !before.isOff === !isOff', ''],
    [/ {8}const isUnasked = .*\n.*\n.*\n/, '        if (item.when && !isAsked(index.get(item.id)!, around)) continue;\n'],
    [', off?: boolean', ''],
    [/ && !isOff\)/g, ')'],
    [', isHidden, isOff)', ', isHidden)'],
    [', ...((isOff || before?.isOff) && { isOff })', ''],
    ['key, at, ...before, item: shown, children', 'key, item, at, ...before, children'],
    [/ {6}if \(derivation && !isRepeating\).*\n/, ''],
    [', ...((broken || before?.broken) && { broken })', ''],
    [/ {10}if \(broken && isHidden\).*\n.*\n/, ''],
    [" || source === 'initial'", ''],
    [/ {4}\.\.\.derivation,\n/, ''],
    [' && !source)', ')'],
    [', ...(source && { source })', ''],
    [/\(source \? source === 'cleared' : (answer \|\| rejected)\)/, '($1)'],
    [' && !isSpare && !item.readOnly', ''],
  ],
  'core/answering/session.ts': [
    [/ {4}if \(item\.readOnly\).*\n/, ''],
    [/ {2}let \{ prefill = \[\] \}[^]*?let isRestored.*\n/, ''],
    [/ {4}isRestored = [^]*?sheet\.prefill.*\n/, ''],
    [/ {4}touched\.add.*\n/g, ''],
    [/ {4}if \(isFresh\).*\n {4}else /, '    '],
    [/ {4}sheet\.prefill.*\n/, ''],
    ['renew = (isFresh = false)', 'renew = ()'],
    [/ {4}prefill\(values\) \{[^]*?\n {4}\},\n/, ''],
    [', newStructure = structure', ''],
    [/ {6}structure = newStructure;\n/, ''],
    [/supported: Structure\): Session \{(\n.*\n).*\n/, 'structure: Structure): Session {$1'],
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
  'ui/questionnaire/filling.ts': [
    [/ {4}\/\/ The page may load[^]*?isOtherCode.*\n/, ''],
    [' || isOtherCode', ''],
    [/ {6}if \(prefill !== [^]*?\n {6}\}\n/, ''],
    [/ {4}this\.#prefill = prefill;\n/, ''],
    [/ {6}\.\.\.\(prefill && \{ prefill \}\),\n/, ''],
    [/ {2}#prefill: .*\n/, ''],
    [/ {2}#takeChangedLists: .*\n/, ''],
    [/ {4}this\.#takeChangedLists = .*\n/, ''],
    [/ {2}\/\*\* Checks a record from outside\. If only[^]*?\n {2}\}\n/, ''],
    [' && this.#readAll(this.#taken, instrument)', ' && takeResponse(instrument, this.#taken, this.#structure)'],
    [/this\.#readAll\(/g, 'this.read('],
    [', this.#locale, this.#structure)', ', this.#locale)'],
  ],
  'ui/questionnaire/asked-by.ts': [[' ?? extension.overlay?.(language)', ''], [/ {4}structure: extension\.structure[^]*?prefill\?\.\(\),\n/, '    structure: itemSupport.structure,\n']],
  'ui/questionnaire/screen.ts': [[', !!current.problems)', ')'], [/, pointedOut \}/g, ' }']],
  // Rules about answers.
  'ui/questionnaire/questionnaire-view.ts': [
    [/ {4}hasProblems: .*\n/, ''],
    [', broken = []', ''],
    [', ...broken]', ']'],
    ['(snapshot.blank.length || snapshot.warned?.length)', 'snapshot.blank.length'],
    ['!key || ', ''],
    [' && !warned.includes(key)', ''],
    [', warned = []', ''],
  ],
  'ui/questionnaire/questionnaire-state.ts': [[/ {2}pointedOut: .*\n/g, '']],
  'ui/questionnaire/flow.ts': [
    ['[...this.facts.snapshot.blank, ...(this.facts.snapshot.warned ?? [])]', 'this.facts.snapshot.blank'],
    [/const \{ instances, form \} = (.*);\n.*\[form\] : \[\]\), \.\.\.(findInstances\()instances, (.*)\)\];/, 'return $2$1.instances, $3);'],
    ['?.item ?? item)', '!.item)'],
  ],
  'ui/questionnaire/items/item-list.ts': [[', pointedOut }', ' }'], [/ {8}pointedOut !== .*\n/, '']],
  'ui/questionnaire/items/item-notes.ts': [
    [/ {2}const warning = .*\n/, ''],
    [' warning && `${id}-warning`,', ''],
    [' || warning', ''],
    [/\$\{warning\n? *\? html`.*?` : nothing\}/, ''],
  ],
  'ui/questionnaire/items/group.ts': [
    [/ {6}const \{ describedBy, template \} = .*\n/, ''],
    [' aria-describedby=${describedBy ?? nothing}', ''],
    ['${template}', '${helpTemplate(item, id)}'],
    ['{ notesFor }', '{ helpTemplate }'],
  ],
  'ui/questionnaire/templates/answer-lines.ts': [[/ {4}if \(instance\.isOff\).*\n/, '']],
  'ui/questionnaire/templates/problem-text.ts': [[/ {2}\/\/ A limit that follows[^]*?if \(rules\).*\n/, ''], ['rejected, broken }', 'rejected }'], [' ?? limit', '']],
  'ui/questionnaire/templates/form-view.ts': [
    [/ {2}const warningOf = .*\n.*\n/, ''],
    [/\(blanks \? (t\('blank', \{ count): blanks( \}\)) : .*\)/, '$1$2'],
    ['warningOf(instance)', "''"],
    [' && instance.key', ''],
  ],
  // A form of FHIR and what it has beside its definition.
  'elements/questionnaire/questionnaire.ts': [
    [/ {4}fhirContext: \{.*\n/, ''],
    [/ {4}overlay: \(language\).*\n {4}structure: .*\n {4}prefill: .*\n/, ''],
    [/this\.#extras\.note\?\..*?, licenceNotice/, 'licenceNotice'],
    [/ {2}#readIn: .*\n/, ''],
    [/ {2}#extras: .*\n[^]*? {2}#limits: .*\n/, ''],
    ['{ instrument, fhirContext } = this', '{ instrument } = this'],
    [' && fhirContext === this.#readIn', ''],
    [/ {4}this\.#readIn = .*\n/, ''],
    [/\[before, extras\] = \[this\.#read, this\.#extras\]/, 'before = this.#read'],
    [/ {4}this\.#extras = \{\};\n/, ''],
    ['readForm(data, fhirContext)', 'readForm(data)'],
    [/ {4}if \(!read\) \{[^]*?\n {4}\}\n/, ''],
    [/ {6}if \(!isEqual\) this\.#limits.*\n {6}this\.#take.*\n/, ''],
    [/ {2}#take\(extras[^]*?\n {2}\}\n/, ''],
  ],
  'ui/questionnaire/form-bridge.ts': [
    [" ?? (key === '' ? current.form : undefined)", ''],
    ['instance.key ? controlOf(instance.key) : ANY_CONTROL', 'controlOf(instance.key)'],
    [/ {4}const \{ filesOf, putFiles \}[^]*?current\.response\)\);\n/, '']],
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
