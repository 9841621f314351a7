import { basename, dirname } from 'node:path';

const LIFECYCLE =
  /^(properties|styles|formAssociated|elementProperties|shadowRootOptions|(connected|disconnected|adopted|attributeChanged|form\w+)Callback|render|renderRoot|createRenderRoot|willUpdate|update|updated|firstUpdated|shouldUpdate|scheduleUpdate|getUpdateComplete)$/;

const isPublic = ({ name, privacy }) => !(privacy && privacy !== 'public') && !/^[#_[]/.test(name) && !LIFECYCLE.test(name);

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

/** The analyzer gives a field that is declared anew the type that it has in the class above. */
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
      // The analyzer takes what a method takes apart for something that the module declares.
      module.declarations = module.declarations?.filter(({ kind }) => kind !== 'variable');
      for (const declaration of module.declarations ?? []) {
        const fields = new Map();
        declaration.members = declaration.members?.filter(isPublic).map(({ ownType, ...member }) => {
          const field = { ...member, ...(ownType && { type: ownType }) };
          fields.set(field.name, field);
          return field;
        });
        // The class comment names the events; what the analyzer finds at `dispatchEvent` may be a variable.
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

/** All elements have the tokens of `base.styles.ts`; the questionnaires' class comment says what each is. */
const sharedTokens = {
  name: 'attune-shared-tokens',
  packageLinkPhase({ customElementsManifest }) {
    const all = customElementsManifest.modules.flatMap(({ declarations }) => declarations);
    const { cssProperties } = all.find(({ name }) => name === 'QuestionnaireElement');
    for (const one of all) {
      if (one.tagName && one.superclass?.name !== 'QuestionnaireElement') one.cssProperties = [...cssProperties, ...(one.cssProperties ?? [])];
    }
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
  plugins: [spreadOptions, ownTypes, tagNames, publicOnly, sharedTokens, builtPaths],
};
