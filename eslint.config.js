import js from '@eslint/js';
import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as wc } from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

const refuse = (names, message) => names.map(name => ({ name, message }));
const NETWORK = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource'];
const STORAGE = ['localStorage', 'sessionStorage', 'indexedDB', 'caches'];
const markup = '[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|write|writeln|setHTMLUnsafe)$/]';

export default tseslint.config(
  {
    ignores: ['dist/', 'storybook-static/', 'coverage/', '.cache/', 'demo/.data/', 'bench/.work/', 'bench/results/'],
  },
  js.configs.recommended,
  tseslint.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'prefer-const': 'error',
      'no-constant-condition': ['error', { checkLoops: false }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['**/*.{js,mjs}'],
    // TypeScript finds unknown names in .ts files. These files run in Node or in a page.
    rules: { 'no-undef': 'off' },
  },
  {
    files: ['src/**/*.ts', 'stories/**/*.ts', 'test/elements/**/*.ts', 'test/contract/**/*.ts'],
    extends: [lit['flat/recommended'], wc['flat/best-practice']],
    rules: {
      // The mixin has the base class, and src/define registers the elements.
      'wc/guard-super-call': 'off',
      // It reports listeners on the element itself, which need no removal.
      'wc/require-listener-teardown': 'off',
      'wc/file-name-matches-element': 'off',
      'wc/define-tag-after-class-definition': 'off',
    },
  },
  {
    files: ['src/**/*.ts'],
    plugins: { 'lit-a11y': litA11y },
    rules: {
      ...litA11y.configs.recommended.rules,
      // It does not know that a native fieldset can have a role, and that Safari needs the role of a list-style:none list.
      'lit-a11y/no-redundant-role': 'off',
      'no-console': 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-globals': [
        'error',
        ...refuse(NETWORK, 'Widgets send nothing.'),
        ...refuse(STORAGE, 'Widgets store nothing unless the person chooses it.'),
      ],
      'no-restricted-properties': ['error', { property: 'sendBeacon', message: 'Widgets send nothing.' }],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { regex: 'lit/directives/(style-map|unsafe-html|unsafe-svg)', message: 'A strict content security policy blocks it.' },
            { regex: '^\\.(?!.*\\.(ts|json)$)', message: 'A relative import needs the extension .ts.' },
          ],
        },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: `AssignmentExpression > MemberExpression.left${markup}`, message: 'No unsafe HTML.' },
        { selector: `CallExpression > MemberExpression.callee${markup}`, message: 'No unsafe HTML.' },
        { selector: 'TemplateElement[value.raw=/\\sstyle="/]', message: 'No style attributes: a strict content security policy blocks them.' },
        { selector: 'TemplateElement[value.raw=/[0-9]rem\\b/]', message: 'No rem: the host page decides its size.' },
      ],
    },
  },
  {
    files: ['src/{core,fhir,html,frame/messaging,instruments,schema,statistics}/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'No clock here: pass the time as an argument.' },
        { selector: 'MemberExpression[object.name="Date"][property.name="now"]', message: 'No clock here: pass the time as an argument.' },
        { selector: 'MemberExpression[object.name="Math"][property.name="random"]', message: 'No randomness here.' },
        { selector: 'Identifier[name=/^(window|document|performance|crypto|globalThis)$/]', message: 'No platform here.' },
      ],
    },
  },
  {
    // It runs in Node, and `write` writes to a file.
    files: ['src/command-line/**/*.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    // What the person chose to keep, encrypted.
    files: ['src/storage/encrypted-store.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...refuse(NETWORK, 'Widgets send nothing.'),
        ...refuse(STORAGE.filter(name => name !== 'indexedDB'), 'Encrypted texts are in IndexedDB.'),
      ],
    },
  },
  {
    // The page asked for it: it sends records to the endpoint that the page names.
    files: ['src/outbox/index.ts'],
    rules: { 'no-restricted-globals': ['error', ...refuse(NETWORK.filter(name => name !== 'fetch'), 'Only fetch.'), ...refuse(STORAGE, 'Records are stored by src/storage.')] },
  },
  {
    // Drafts of a tab, if the person chose it.
    files: ['src/drafts/stores.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...refuse(NETWORK, 'Widgets send nothing.'),
        ...refuse(STORAGE.filter(name => name !== 'sessionStorage'), 'A draft of a tab is in sessionStorage.'),
      ],
    },
  },
  {
    // The only module of a widget that stores anything: a journal, if the host allows it and the person chooses it.
    files: ['src/elements/journal/journal-store.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...refuse(NETWORK, 'Widgets send nothing.'),
        ...refuse(STORAGE.filter(name => name !== 'localStorage'), 'A journal is stored in localStorage.'),
      ],
    },
  },
  {
    // The modules that report to the host's developer: reports of widgets, and a tag that is already registered.
    files: ['src/ui/host/report.ts', 'src/ui/host/define-element.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['test/**/*.ts'],
    rules: { '@typescript-eslint/no-unused-expressions': 'off' },
  },
);
