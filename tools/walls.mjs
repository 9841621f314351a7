// The import rules between the folders of src. A lint rule and a test use them.
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const src = fileURLToPath(new URL('../src/', import.meta.url));

const ALLOWED = {
  core: ['core'],
  instruments: ['instruments', 'core'],
  schema: ['schema', 'core'],
  // The widgets never import it, so its matrix library is in no CDN file.
  statistics: ['statistics', 'core', 'ml-matrix'],
  events: ['events', 'core'],
  internal: ['internal', 'core', 'events', 'lit'],
  elements: ['internal', 'core', 'events', 'instruments', 'lit'],
  define: ['define', 'elements', 'internal'],
  // CDN files that know less than the package's entry of the same name.
  cdn: ['elements', 'internal', 'instruments', 'core'],
  // Types only.
  frameworks: ['define', 'lit', 'react'],
};

// An element presents one instrument. This one also has a short form, which is a second instrument.
const WITH_SHORT_FORM = 'trust-questionnaire';

const LIT = ['lit', '@lit'];

const roomOf = path => {
  const parts = path.split(sep);
  return parts.length > 1 ? parts[0] : 'top';
};

/**
 * @param {string} file absolute path of the importing module
 * @param {string[]} imports its module specifiers
 * @returns {{specifier: string, problem: string}[]}
 */
export const wallProblems = (file, imports) => {
  const from = relative(src, file);
  if (from.startsWith('..')) return [];
  const room = roomOf(from);
  if (room === 'top') return [];
  const allowed = ALLOWED[room];
  const problems = [];
  const instruments = new Set();
  for (const specifier of imports) {
    const add = problem => problems.push({ specifier, problem });
    if (!specifier.startsWith('.')) {
      const external = LIT.includes(specifier.split('/')[0]) ? 'lit' : specifier;
      if (!allowed?.includes(external)) add(`${room} may not import ${specifier}`);
      continue;
    }
    const to = relative(src, join(dirname(file), specifier));
    const target = roomOf(to);
    if (!allowed) add(`src/${room} is not in the list of folders in tools/walls.mjs`);
    else if (room === 'elements' && target === 'elements') {
      if (to.split(sep)[1] !== from.split(sep)[1]) add('an element may not import another element');
    } else if (room === 'define' && target === 'instruments') {
      const isContent = to !== join('instruments', 'registry.ts');
      if (isContent && from !== join('define', 'all.ts')) add('only define/all.ts may import instruments');
    } else if (!allowed.includes(target)) add(`${room} may not import ${target}`);
    if (room === 'elements' && target === 'instruments') instruments.add(to);
  }
  if (instruments.size > (from.split(sep)[1] === WITH_SHORT_FORM ? 2 : 1)) {
    problems.push({ specifier: [...instruments].join(', '), problem: 'an element may import one instrument' });
  }
  return problems;
};
