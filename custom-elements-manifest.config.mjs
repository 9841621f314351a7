import { basename, dirname } from 'node:path';

const LIFECYCLE =
  /^(properties|styles|formAssociated|elementProperties|shadowRootOptions|(connected|disconnected|adopted|attributeChanged|form\w+)Callback|render|renderRoot|createRenderRoot|willUpdate|update|updated|firstUpdated|shouldUpdate|scheduleUpdate|getUpdateComplete)$/;

const isPublic = ({ name, privacy }) => !(privacy && privacy !== 'public') && !/^[#_]/.test(name) && !LIFECYCLE.test(name);

const pascal = name => name.replace(/(^|-)(\w)/g, (_, __, letter) => letter.toUpperCase());

/** The class of src/elements/<name>/<name>.ts is the element attune-<name>; registering is done elsewhere. */
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

/** The analyzer reads the name of every part of a property's options, and `...shared` has none. */
const spreadOptions = {
  name: 'attune-spread-options',
  collectPhase({ ts, node }) {
    if (ts.isSpreadAssignment(node)) node.name ??= { text: '', getText: () => '' };
  },
};

const publicOnly = {
  name: 'attune-public-only',
  packageLinkPhase({ customElementsManifest }) {
    for (const module of customElementsManifest.modules) {
      for (const declaration of module.declarations ?? []) {
        if (declaration.members) declaration.members = declaration.members.filter(isPublic);
        // What the analyzer finds at `dispatchEvent` has no name; the class comment names the events.
        if (declaration.events) declaration.events = declaration.events.filter(({ name }) => name);
        if (declaration.attributes) {
          const fields = new Set(declaration.members?.map(({ name }) => name));
          declaration.attributes = declaration.attributes.filter(({ name, fieldName }) => name && (!fieldName || fields.has(fieldName)));
        }
      }
    }
    customElementsManifest.modules = customElementsManifest.modules
      .filter(({ declarations }) => declarations?.some(({ kind, superclass }) => kind === 'mixin' || superclass))
      .sort((a, b) => (a.path < b.path ? -1 : 1));
  },
};

/** The package holds dist, not src. */
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
  globs: ['src/elements/**/*.ts', 'src/internal/**/*.ts', 'src/events/**/*.ts'],
  exclude: ['**/*.styles.ts'],
  litelement: true,
  dependencies: false,
  packagejson: false,
  plugins: [spreadOptions, tagNames, publicOnly, builtPaths],
};
