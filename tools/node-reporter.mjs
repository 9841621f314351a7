// A reporter for `node --test`. It prints failures and one line per file with the time of its tests, and writes the counts and the names of failed tests as JSON to COUNT_FILE.
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';

const total = { passed: 0, failed: 0, skipped: 0 };
const failures = [];

const cause = error => error?.cause ?? error;

// The message and the stack frames in the repository's own files.
const brief = error => {
  const text = String(error?.stack ?? error);
  const lines = text.split('\n').filter(line => !/^\s+at .*\b(node:|node_modules)/.test(line));
  return lines.slice(0, 40).join('\n').replace(/^/gm, '    ');
};

export default async function* report(source) {
  const files = new Map();
  for await (const { type, data } of source) {
    if (type === 'test:stderr') yield data.message;
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    // A suite passes and fails together with its tests. It counts only if it was skipped, or failed by itself (in a hook, or by a
    // crash).
    const { type: level, error } = data.details;
    if (type === 'test:pass' ? level === 'suite' && data.skip === undefined : error?.failureType === 'subtestsFailed') continue;
    const file = files.get(data.file) ?? { passed: 0, failed: 0, skipped: 0, milliseconds: 0 };
    if (level !== 'suite') file.milliseconds += data.details.duration_ms;
    files.set(data.file, file);
    const kind = data.skip !== undefined || data.todo !== undefined ? 'skipped' : type === 'test:pass' ? 'passed' : 'failed';
    file[kind]++;
    total[kind]++;
    if (kind === 'skipped') yield `  skipped: ${data.name} ${typeof data.skip === 'string' ? `(${data.skip})` : ''}\n`;
    if (kind !== 'failed') continue;
    const name = `${relative('.', data.file ?? '')} > ${data.name}`;
    failures.push(name);
    yield `  FAILED ${name}\n${brief(cause(error))}\n`;
  }
  for (const [file, { passed, failed, milliseconds }] of files) {
    yield `  ${relative('.', file ?? '')}: ${passed} passed, ${failed} failed (${(milliseconds / 1000).toFixed(1)} s)\n`;
  }
  if (process.env.COUNT_FILE) writeFileSync(process.env.COUNT_FILE, JSON.stringify({ ...total, failures }));
}
