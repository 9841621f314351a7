// The tables in docs/frameworks.md: which questions of test/hosts/driver each host answers with yes.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { everywhereTables } from './everywhere-tables.mjs';

const page = join(dirname(fileURLToPath(import.meta.url)), '..', 'docs/frameworks.md');
const marks = name => [`<!-- ${name} -->`, `<!-- /${name} -->`];

const cells = line => line.split('|').slice(1, -1).map(cell => cell.trim());
const row = texts => `| ${texts.join(' | ')} |`;

/** Reads the table: {titles: the questions, rows: {title: {question: word}}}. */
const read = text => {
  const [head, , ...lines] = text.trim().split('\n');
  const [, ...questions] = cells(head ?? '');
  const rows = lines.map(cells).map(([title, ...words]) => [title, Object.fromEntries(questions.map((name, i) => [name, words[i]]))]);
  return Object.fromEntries(rows);
};

/** Hosts end in any order. So the content decides: first what most hosts were asked. */
const questionsOf = rows => {
  const asked = Object.values(rows).flatMap(words => Object.keys(words).filter(name => words[name]));
  const count = name => asked.filter(each => each === name).length;
  return [...new Set(asked)].sort((a, b) => count(b) - count(a) || a.localeCompare(b));
};

const write = rows => {
  const questions = questionsOf(rows);
  const lines = Object.entries(rows)
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([title, words]) => row([title, ...questions.map(name => words[name] ?? '')]));
  return [row(['', ...questions]), row(['---', ...questions.map(() => ':-:')]), ...lines].join('\n');
};

/** Puts another text between two marks, or throws if the page does not have them. */
const replaced = (text, name, change) => {
  const [begin, end] = marks(name);
  const [before, rest = ''] = text.split(begin);
  const [inside, after] = rest.split(end);
  if (after === undefined) throw new Error(`docs/frameworks.md has no ${begin} ${end}`);
  return `${before}${begin}\n${change(inside)}\n${end}${after}`;
};

/**
 * Compares the answers of a run, {host: {title, answers, can, ways}}, with the tables. A run of all hosts must have all of their rows
 * and columns. Returns {problem} if they differ, and with `write` puts them into the page.
 */
export const hostsTable = (results, { isComplete, write: writes }) => {
  const text = existsSync(page) ? readFileSync(page, 'utf8') : '';
  const found = Object.values(results).map(({ title, answers }) => [
    title,
    Object.fromEntries(Object.entries(answers).map(([question, isYes]) => [question, isYes ? 'yes' : 'no'])),
  ]);
  try {
    const next = replaced(
      replaced(text, 'hosts', table => write({ ...(isComplete ? {} : read(table)), ...Object.fromEntries(found) })),
      'everywhere',
      tables => everywhereTables(tables, results, isComplete),
    );
    if (writes) writeFileSync(page, next);
    else if (next !== text) return { problem: 'docs/frameworks.md has other tables: node tools/hosts.mjs --write' };
    return {};
  } catch ({ message }) {
    return { problem: message };
  }
};
