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
  // A form without script, as text: no DOM and no Lit. It has the words of the widgets.
  html: { rooms: ['core'], files: ['ui/text/(catalogue|create-messages|direction|format|keys|locales)\\.ts', 'ui/text/locales/en/[a-z]+\\.ts', 'ui/host/(recorder-marks|software)\\.ts'] },
  // Moves the answers from a form without script into its widget. Only a page with such a form loads it.
  adopt: { rooms: ['html', 'core'] },
  // Drafts of widgets. Only a page with `autosave` loads it.
  drafts: { rooms: ['ui', 'storage', 'core'] },
  // Keeps records until an endpoint has taken them. Only a page that wants it loads it.
  outbox: { rooms: ['storage'], files: ['ui/safety/(outbox-here|own-copy|unkept)\\.ts', 'ui/text/locales\\.ts'] },
  // Encrypted texts on the device. No widget contains it.
  storage: { rooms: [] },
  // The only code that runs in Node alone: it reads and writes files. Nothing imports it.
  'command-line': { rooms: ['core', 'instruments', 'fhir'], node: ['fs', 'fs/promises', 'path', 'util'] },
  events: { rooms: ['core'] },
  // Every questionnaire finds its wording by the language around it.
  ui: { rooms: ['core', 'events'], files: ['instruments/translation-shelf.ts'], packages: ['lit', 'lit-html', '@lit'] },
  elements: { rooms: ['ui', 'events', 'core', 'instruments'] },
  // One of them presents FHIR forms, and one gives the page what evaluates their expressions.
  define: {
    rooms: ['elements', 'ui', 'instruments', 'markup'],
    files: ['core/answering/full-structure.ts', 'fhir/expression-engine.ts', 'fhir/expressions/evaluated-form.ts', 'fhir/presented-form.ts', 'fhir/whole-form.ts'],
  },
  // Entries of CDN files that differ from the package's entry of the same name.
  cdn: { rooms: ['elements', 'ui', 'instruments', 'core', 'markup'], files: ['fhir/expression-engine.ts', 'fhir/expressions/evaluated-form.ts'] },
  // A page of its own, for the frame of another product.
  frame: { rooms: ['define', 'elements', 'ui', 'events', 'fhir', 'core'] },
  // The script that loads the files of the elements on a page.
  split: { rooms: ['ui'] },
  // The messages of each language, registered.
  locales: { rooms: ['ui'] },
  // What makes safe nodes of a text with markup. A page loads it for the forms that have some.
  markup: { rooms: ['core'], packages: ['dompurify', 'marked'] },
  // What the components of each framework share. The build makes the components.
  frameworks: { rooms: [], packages: ['preact', 'react', 'vue'] },
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
      name: 'frame-messaging-imports',
      comment: 'What is said to the host is decided without a page, so that it can be tested without one.',
      severity: 'error',
      from: { path: '^src/frame/messaging/' },
      to: { path: '^src/', pathNot: '^src/(core|fhir|frame/messaging)/' },
    },
    {
      name: 'drafts-content-imports',
      comment: 'What a draft is and whether it fits is decided without a page, so that it can be tested without one.',
      severity: 'error',
      from: { path: '^src/drafts/content/' },
      to: { path: '^src/', pathNot: '^src/(core|drafts/content)/' },
    },
    {
      name: 'outbox-content-imports',
      comment: 'When a record is tried, and what an answer means, is decided without a page, so that it can be tested without one.',
      severity: 'error',
      from: { path: '^src/outbox/content/' },
      to: { path: '^src/', pathNot: '^src/(core|outbox/content)/' },
    },
    {
      name: 'fhirpath-is-in-an-entry-of-its-own',
      comment: 'It is ten times as large as the rest, and a form without expressions does not need it.',
      severity: 'error',
      from: { path: '^src/fhir/', pathNot: '^src/fhir/expressions/' },
      to: { path: '^src/fhir/expressions/|node_modules/fhirpath(/|$)' },
    },
    {
      name: 'lit-is-in-one-folder',
      comment: 'Import ui/lit/lit.ts instead. Lit by itself throws where there is no page.',
      severity: 'error',
      from: { path: '^src/ui/', pathNot: '^src/ui/lit/' },
      to: { path: 'node_modules/(lit|lit-html|@lit)(/|$)' },
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
