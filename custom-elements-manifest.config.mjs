import { basename, dirname } from 'node:path';

/** Members that Lit or the browser calls. */
const LIFECYCLE = [
  'properties', 'styles', 'formAssociated', 'elementProperties', 'shadowRootOptions', 'render', 'renderRoot',
  'createRenderRoot', 'willUpdate', 'update', 'updated', 'firstUpdated', 'shouldUpdate', 'scheduleUpdate',
  'getUpdateComplete',
];
const PRIVATE_PREFIXES = ['#', '_', '['];

const isPublic = ({ name, privacy = 'public' }) =>
  privacy === 'public' && !PRIVATE_PREFIXES.includes(name[0]) && !LIFECYCLE.includes(name) && !name.endsWith('Callback');

const pascal = name => name.replace(/(^|-)(\w)/g, (_, __, letter) => letter.toUpperCase());

/** The class in src/elements/<name>/<name>.ts is the element attune-<name>. Other files register it. */
const tagNames = {
  name: 'attune-tag-names',
  packageLinkPhase({ customElementsManifest }) {
    for (const module of customElementsManifest.modules) {
      const name = basename(module.path, '.ts');
      if (!module.path.startsWith('src/elements/') || basename(dirname(module.path)) !== name) continue;
      const classes = (module.declarations ?? []).filter(({ kind }) => kind === 'class');
      const element = classes.find(declaration => declaration.name === `Attune${pascal(name)}`) ?? classes[0];
      if (!element) continue;
      element.tagName = `attune-${name}`;
      element.customElement = true;
      module.exports.push({
        kind: 'custom-element-definition',
        name: element.tagName,
        declaration: { name: element.name, module: module.path },
      });
    }
  },
};

/** The analyzer reads the name of each property option, but `...shared` has no name. */
const spreadOptions = {
  name: 'attune-spread-options',
  collectPhase({ ts, node }) {
    if (ts.isSpreadAssignment(node)) node.name ??= { text: '', getText: () => '' };
  },
};

/** For a field that a class redeclares, the analyzer uses the type from the superclass. This saves the class's own type. */
const ownTypes = {
  name: 'attune-own-types',
  moduleLinkPhase({ moduleDoc }) {
    for (const { members = [] } of moduleDoc.declarations) for (const member of members) member.ownType = member.type;
  },
};

const publicOnly = {
  name: 'attune-public-only',
  packageLinkPhase({ customElementsManifest }) {
    for (const module of customElementsManifest.modules) {
      // The analyzer mistakes variables that a method destructures for declarations of the module.
      module.declarations = module.declarations?.filter(({ kind }) => kind !== 'variable');
      for (const declaration of module.declarations ?? []) {
        const fields = new Map();
        declaration.members = declaration.members?.filter(isPublic).map(({ ownType, ...member }) => {
          const field = { ...member, ...(ownType && { type: ownType }) };
          fields.set(field.name, field);
          return field;
        });
        // The class comment documents the events. Names that the analyzer finds at `dispatchEvent` can be variables.
        declaration.events = declaration.events?.filter(({ description }) => description);
        declaration.attributes = declaration.attributes
          ?.filter(({ name, fieldName }) => name && (!fieldName || fields.has(fieldName)))
          .map(attribute => ({ ...attribute, ...(attribute.default && { default: fields.get(attribute.fieldName).default }) }));
      }
    }
    customElementsManifest.modules = customElementsManifest.modules
      .filter(({ declarations }) => declarations?.some(({ kind, superclass }) => kind === 'mixin' || superclass))
      .sort((a, b) => (a.path < b.path ? -1 : 1));
  },
};

/** The package contains dist, not src. */
const builtPaths = {
  name: 'attune-built-paths',
  packageLinkPhase({ customElementsManifest }) {
    const visit = node => {
      for (const [key, value] of Object.entries(node)) {
        if (value && typeof value === 'object') visit(value);
        else if (key === 'path' || key === 'module') node[key] = value.replace(/^\/?src\/(.*)\.ts$/, 'dist/$1.js');
      }
    };
    visit(customElementsManifest.modules);
  },
};

export default {
  globs: ['src/elements/**/*.ts', 'src/ui/**/*.ts', 'src/events/**/*.ts'],
  exclude: ['**/*.styles.ts'],
  litelement: true,
  dependencies: false,
  packagejson: false,
  plugins: [spreadOptions, ownTypes, tagNames, publicOnly, builtPaths],
};
