import js from '@eslint/js';
import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as wc } from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';
import { wallProblems } from './tools/walls.mjs';

const walls = {
  meta: { type: 'problem', schema: [] },
  create: context => {
    const found = new Map();
    const note = node => node.source && found.set(node.source.value, node);
    return {
      ImportDeclaration: note,
      ExportNamedDeclaration: note,
      ExportAllDeclaration: note,
      ImportExpression: note,
      'Program:exit'(program) {
        for (const { specifier, problem } of wallProblems(context.filename, [...found.keys()])) {
          context.report({ node: found.get(specifier) ?? program, message: problem });
        }
      },
    };
  },
};

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
    // TypeScript finds unknown names in .ts; these run in Node or in a page.
    rules: { 'no-undef': 'off' },
  },
  {
    files: ['src/**/*.ts', 'stories/**/*.ts', 'test/elements/**/*.ts', 'test/contract/**/*.ts'],
    extends: [lit['flat/recommended'], wc['flat/best-practice']],
    rules: {
      // The mixin carries the base class; registering is the business of src/define.
      'wc/guard-super-call': 'off',
      // Takes a listener on the element itself for one that must be removed.
      'wc/require-listener-teardown': 'off',
      'wc/file-name-matches-element': 'off',
      'wc/define-tag-after-class-definition': 'off',
    },
  },
  {
    files: ['src/**/*.ts'],
    plugins: { 'lit-a11y': litA11y, attune: { rules: { walls } } },
    rules: {
      ...litA11y.configs.recommended.rules,
      // Knows nothing of a native fieldset that takes a role, nor of list-style:none lists in Safari.
      'lit-a11y/no-redundant-role': 'off',
      'attune/walls': 'error',
      'no-console': 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-globals': [
        'error',
        ...refuse(NETWORK, 'Widgets send nothing.'),
        ...refuse(STORAGE, 'Widgets store nothing unasked.'),
      ],
      'no-restricted-properties': ['error', { property: 'sendBeacon', message: 'Widgets send nothing.' }],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { regex: 'lit/directives/(style-map|unsafe-html|unsafe-svg)', message: 'A strict host refuses it.' },
            { regex: '^\\.(?!.*\\.(ts|json)$)', message: 'Relative imports carry the extension .ts.' },
          ],
        },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: `AssignmentExpression > MemberExpression.left${markup}`, message: 'No unsafe HTML.' },
        { selector: `CallExpression > MemberExpression.callee${markup}`, message: 'No unsafe HTML.' },
        { selector: 'TemplateElement[value.raw=/\\sstyle="/]', message: 'No style attributes: a strict host refuses them.' },
        { selector: 'TemplateElement[value.raw=/[0-9]rem\\b/]', message: 'No rem: its size is the host page’s.' },
      ],
    },
  },
  {
    files: ['src/{core,instruments,schema,statistics}/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'No clock here: take it as an argument.' },
        { selector: 'MemberExpression[object.name="Date"][property.name="now"]', message: 'No clock here: take it as an argument.' },
        { selector: 'MemberExpression[object.name="Math"][property.name="random"]', message: 'No randomness here.' },
        { selector: 'Identifier[name=/^(window|document|performance|crypto|globalThis)$/]', message: 'No platform here.' },
      ],
    },
  },
  {
    // The one place that stores: what a person chose to keep, where the host lets them.
    files: ['src/elements/journal/journal-store.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...refuse(NETWORK, 'Widgets send nothing.'),
        ...refuse(STORAGE.filter(name => name !== 'localStorage'), 'A journal is kept in localStorage.'),
      ],
    },
  },
  {
    // The places that talk to the host's developer: what a widget reports, and a tag that is already taken.
    files: ['src/internal/report.ts', 'src/internal/define-element.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['test/**/*.ts'],
    rules: { '@typescript-eslint/no-unused-expressions': 'off' },
  },
);
