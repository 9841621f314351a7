// The import rules between the folders of src, type-only imports included. `npm run lint` checks them, and
// test/package/import-rules.test.ts checks that each rule refuses what it must refuse.

/** What each folder of src may import from the rest of src, and from packages. */
const ROOMS = {
  core: { rooms: [] },
  instruments: { rooms: ['core'] },
  schema: { rooms: [] },
  // The widgets never import it, so its matrix library is in no CDN file.
  statistics: { rooms: ['core'], packages: ['ml-matrix'] },
  // Of the widgets, only `define/fhir-questionnaire` imports it. Its expressions are an entry of their own.
  fhir: { rooms: ['core'], packages: ['fhirpath'] },
  // The only code that runs in Node alone: it reads and writes files. Nothing imports it.
  'command-line': { rooms: ['core', 'instruments', 'fhir'], node: ['fs', 'fs/promises', 'path', 'util'] },
  events: { rooms: ['core'] },
  // Every questionnaire finds its wording by the language around it.
  ui: { rooms: ['core', 'events'], files: ['instruments/translation-shelf.ts'], packages: ['lit', '@lit'] },
  elements: { rooms: ['ui', 'events', 'core', 'instruments'], packages: ['lit', '@lit'] },
  // One of them presents FHIR forms.
  define: {
    rooms: ['elements', 'ui', 'instruments'],
    files: ['core/instrument/read-definition.ts', 'core/plain-data/shape.ts', 'fhir/in/from-questionnaire.ts'],
  },
  // Entries of CDN files that know less than the package's entry of the same name.
  cdn: { rooms: ['elements', 'ui', 'instruments', 'core'] },
  // The messages of each language, registered.
  locales: { rooms: ['ui'] },
  // Types only.
  frameworks: { rooms: ['define'], packages: ['lit', 'react'] },
};

/** The levels inside core. A folder imports from its own level and from those before it. */
const CORE = [['plain-data'], ['item-types'], ['instrument'], ['answering', 'record'], ['scoring', 'change']];

const oneOf = names => `(${names.join('|')})/`;

const roomRules = Object.entries(ROOMS).map(([room, { rooms, files = [], packages = [], node = [] }]) => ({
  name: `${room}-imports`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { pathNot: [`^src/${oneOf([room, ...rooms])}`, ...files.map(file => `^src/${file}$`), ...packages.map(name => `node_modules/${name}(/|$)`), ...node.map(name => `^(node:)?${name}$`)] },
}));

const coreRules = CORE.slice(0, -1).map((level, i) => ({
  name: `core-${level.join('-and-')}-imports`,
  severity: 'error',
  from: { path: `^src/core/${oneOf(level)}` },
  to: { path: `^src/core/`, pathNot: `^src/core/${oneOf(CORE.slice(0, i + 1).flat())}` },
}));

export default {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'known-folder',
      comment: 'A new folder of src needs a line in .dependency-cruiser.mjs.',
      severity: 'error',
      from: { path: '^src/[^/]+/', pathNot: `^src/${oneOf(Object.keys(ROOMS))}` },
      to: {},
    },
    ...roomRules,
    ...coreRules,
    {
      name: 'fhirpath-is-in-an-entry-of-its-own',
      comment: 'It is ten times as large as the rest, and a form without expressions does not need it.',
      severity: 'error',
      from: { path: '^src/fhir/', pathNot: '^src/fhir/expressions/' },
      to: { path: '^src/fhir/expressions/|node_modules/fhirpath(/|$)' },
    },
    {
      name: 'elements-are-apart',
      severity: 'error',
      from: { path: '^src/elements/([^/]+)/' },
      to: { path: '^src/elements/', pathNot: '^src/elements/$1/' },
    },
    {
      name: 'content-is-not-registered-by-one-element',
      comment: 'Only define/all.ts registers all instruments; an element brings its own.',
      severity: 'error',
      from: { path: '^src/define/', pathNot: '^src/define/all\\.ts$' },
      to: { path: '^src/instruments/', pathNot: '^src/instruments/(registry|read-forms)\\.ts$' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
  },
};
