// Statement coverage of TypeScript that Node ran with its types stripped. The offsets in V8's report are offsets in the
// source, so no source maps are needed. Every file counts, even if no test imports it. Types do not count as statements.
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';

const isType = node =>
  ts.isInterfaceDeclaration(node) ||
  ts.isTypeAliasDeclaration(node) ||
  ts.isImportDeclaration(node) ||
  ts.isExportDeclaration(node) ||
  node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.DeclareKeyword) ||
  (ts.isFunctionDeclaration(node) && !node.body);

const statements = file => {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found = [];
  const visit = node => {
    if (ts.isStatement(node) && !ts.isBlock(node) && !isType(node)) found.push(node.getStart(source));
    // `x => expression` counts as the only statement of its function.
    if (ts.isArrowFunction(node) && !ts.isBlock(node.body)) found.push(node.body.getStart(source));
    if (!isType(node)) ts.forEachChild(node, visit);
  };
  ts.forEachChild(source, visit);
  return found.map(start => ({ start, line: source.getLineAndCharacterOfPosition(start).line + 1 }));
};

// Uses the count of the innermost range around the offset. V8 lists outer ranges first.
const ranAt = (functions, offset) => {
  let innermost;
  for (const { ranges } of functions) {
    for (const range of ranges) {
      if (range.startOffset > offset || range.endOffset <= offset) continue;
      const isInner = !innermost || range.endOffset - range.startOffset <= innermost.endOffset - innermost.startOffset;
      if (isInner) innermost = range;
    }
  }
  return (innermost?.count ?? 0) > 0;
};

/** @returns {{percent: number, total: number, covered: number, files: {file: string, percent: number, missing: number[]}[]}} */
export const statementCoverage = (folder, reports) => {
  const runs = new Map();
  for (const name of readdirSync(reports)) {
    for (const { url, functions } of JSON.parse(readFileSync(join(reports, name), 'utf8')).result) {
      if (!url.startsWith('file:')) continue;
      if (!runs.has(url)) runs.set(url, []);
      runs.get(url).push(functions);
    }
  }
  let total = 0;
  let covered = 0;
  const files = readdirSync(folder, { recursive: true })
    .filter(name => name.endsWith('.ts'))
    .sort()
    .map(name => {
      const file = join(folder, name);
      const list = statements(file);
      const own = runs.get(pathToFileURL(file).href) ?? [];
      const missing = list.filter(({ start }) => !own.some(functions => ranAt(functions, start)));
      total += list.length;
      covered += list.length - missing.length;
      return {
        file: relative('.', file),
        percent: list.length ? (100 * (list.length - missing.length)) / list.length : 100,
        missing: [...new Set(missing.map(({ line }) => line))],
      };
    });
  return { percent: total ? (100 * covered) / total : 0, total, covered, files };
};
