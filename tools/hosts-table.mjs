// The table in docs/frameworks.md: which questions of test/hosts/driver each host answers with yes.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const page = join(dirname(fileURLToPath(import.meta.url)), '..', 'docs/frameworks.md');
const [BEGIN, END] = ['<!-- hosts -->', '<!-- /hosts -->'];

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

/**
 * Compares the answers of a run, {host: {title, answers}}, with the table. A run of all hosts must have all of its rows.
 * Returns {problem} if they differ, and with `write` puts them into the table.
 */
export const hostsTable = (results, { isComplete, write: writes }) => {
  const text = existsSync(page) ? readFileSync(page, 'utf8') : '';
  const [before, rest = ''] = text.split(BEGIN);
  const [table, after] = rest.split(END);
  if (after === undefined) return { problem: `docs/frameworks.md has no ${BEGIN} ${END}` };
  const found = Object.values(results).map(({ title, answers }) => [
    title,
    Object.fromEntries(Object.entries(answers).map(([question, isYes]) => [question, isYes ? 'yes' : 'no'])),
  ]);
  const rows = { ...(isComplete ? {} : read(table)), ...Object.fromEntries(found) };
  const next = `${before}${BEGIN}\n${write(rows)}\n${END}${after}`;
  if (writes) writeFileSync(page, next);
  else if (next !== text) return { problem: 'docs/frameworks.md has another table: node tools/hosts.mjs --write' };
  return {};
};
