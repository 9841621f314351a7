// The tables in docs/frameworks.md about the page `/everywhere` of each host: a table for each way to write a widget, with a row for each
// question and a column for each host. Below it stands what to use where the answer is no.

const TITLES = { tag: 'The tag as it is', component: 'Our component, directive or attachment' };

const cells = line => line.split('|').slice(1, -1).map(cell => cell.trim());
const row = texts => `| ${texts.join(' | ')} |`;

/** Reads a table and the list below it: {columns: {host: {question: word}}, instead: {host: text}}. */
const read = (text, title) => {
  const [, part = ''] = text.split(`### ${title}\n`);
  const lines = part.split('\n### ')[0].split('\n');
  const [head, , ...rows] = lines.filter(line => line.startsWith('|'));
  const [, ...hosts] = cells(head ?? '');
  const columns = Object.fromEntries(hosts.map((host, at) => [host, Object.fromEntries(rows.map(cells).map(([question, ...words]) => [question, words[at]]))]));
  const instead = Object.fromEntries(lines.map(line => /^- \*\*(.+?)\*\*: (.*)$/.exec(line)).filter(Boolean).map(([, host, words]) => [host, words]));
  return { columns, instead };
};

const write = ({ columns, instead }, title) => {
  const hosts = Object.keys(columns).sort((a, b) => a.localeCompare(b));
  const questions = Object.keys(columns[hosts[0]] ?? {});
  const table = [row(['', ...hosts]), row(['---', ...hosts.map(() => ':-:')]), ...questions.map(name => row([name, ...hosts.map(host => columns[host][name] ?? '')]))];
  const below = hosts.filter(host => instead[host]).map(host => `- **${host}**: ${instead[host]}`);
  return [`### ${title}`, '', ...table, ...(below.length ? ['', ...below] : [])].join('\n');
};

/** A way of a host is named `tag`, `component`, or `tag, browser` for a page that the browser alone renders: a column of its own. */
const placeOf = (title, way) => {
  const [kind, ...more] = way.split(', ');
  return [kind, [title, ...more].join(', ')];
};

/** The text between the marks, with the answers of a run: {host: {title, can, ways}}. A run of all hosts has all columns. */
export const everywhereTables = (before, results, isComplete) =>
  Object.entries(TITLES)
    .map(([kind, title]) => {
      const table = isComplete ? { columns: {}, instead: {} } : read(before, title);
      for (const { title: host, can, ways } of Object.values(results)) {
        for (const [way, answers] of Object.entries(can)) {
          const [of, column] = placeOf(host, way);
          if (of !== kind) continue;
          table.columns[column] = Object.fromEntries(Object.entries(answers).map(([question, isYes]) => [question, isYes ? 'yes' : 'no']));
          delete table.instead[column];
          if (ways[way].instead) table.instead[column] = ways[way].instead;
        }
      }
      return write(table, title);
    })
    .join('\n\n');
