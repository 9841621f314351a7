// Puts code of the applications in test/hosts into the guides:   node tools/host-snippets.mjs
// A guide names the file and the region before the block of code:
//   <!-- code test/hosts/react-19/src/views/survey.tsx survey -->
// and the file has `// #region survey` and `// #endregion` around it. The applications are tested, so the code of the guides is.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
export const GUIDES = ['README.md', 'docs/frameworks.md'];

const read = path => readFileSync(join(root, path), 'utf8');

const regionOf = (path, name) => {
  const [, indent, code] = new RegExp(`^( *)(?://|<!--) #region ${name}(?: -->)?\\n(.*?)\\n *(?://|<!--) #endregion`, 'ms').exec(read(path)) ?? [];
  if (!code) throw new Error(`${path} has no region ${name}`);
  return code.replaceAll(`\n${indent}`, '\n').slice(indent.length);
};

/** The text of a guide with the code as it is in the applications. */
export const withHostCode = text =>
  text.replace(/<!-- code (\S+) (\S+) -->\n```\w*\n.*?```/gs, (_, path, name) => {
    const code = regionOf(path, name);
    return `<!-- code ${path} ${name} -->\n\`\`\`${extname(path).slice(1)}\n${code}\n\`\`\``;
  });

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const path of GUIDES) writeFileSync(join(root, path), withHostCode(read(path)));
}
