// Measures how long the demo clinic takes to serve each page, with the seeded clinic in embedded PostgreSQL:
//   node bench/demo.mjs [--rounds=15] [--write]
// It requests each page over HTTP on this machine, so the time includes the queries, the rendering and the transfer. With
// --write it writes docs/benchmarks-demo.md. It fails if a page takes longer than the bar.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openClinic } from '../demo/app.ts';
import { openDatabase } from '../demo/database/open.ts';
import { seed } from '../demo/seed/seed.ts';
import { writeToken } from '../demo/tokens.ts';

const BAR = 300;
const { values: options } = parseArgs({ options: { rounds: { type: 'string' }, write: { type: 'boolean' } } });
const rounds = Number(options.rounds ?? 15);
const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'attune-bench-'));

const since = start => Math.round(performance.now() - start);
const start = performance.now();
const database = await openDatabase({ folder });
const opened = since(start);
const seedStart = performance.now();
await seed(database);
const seeded = since(seedStart);

const secret = 'bench';
const server = await openClinic({ database, secret, password: secret, widgets: join(root, 'dist/cdn') });
const address = await server.listen({ port: 0, host: '127.0.0.1' });
const signedIn = await fetch(`${address}/clinician/sign-in`, {
  method: 'POST',
  body: new URLSearchParams({ password: secret }),
  redirect: 'manual',
});
const cookie = signedIn.headers.get('set-cookie').split(';')[0];

const counts = {};
for (const table of ['clients', 'sessions', 'records']) {
  [{ count: counts[table] }] = await database.query(`select count(*)::int as count from ${table}`);
}
// Every client, each with the session that has the most records.
const clients = await database.query(
  `select clients.id, (
     select sessions.id from sessions left join records on records.session_id = sessions.id
     where sessions.client_id = clients.id group by sessions.id order by count(records.id) desc, sessions.id limit 1
   ) as session from clients order by (select count(*) from records where client_id = clients.id) desc, clients.id`,
);
const withSession = clients.filter(({ session }) => session);
const pages = {
  'front page': ['/'],
  'intake form': ['/intake'],
  'page after a session, of each client': withSession.map(({ id, session }) => `/session/${writeToken('session', { client: id, session }, secret)}`),
  'own page of a client, of each': clients.map(({ id }) => `/me/${writeToken('me', { client: id }, secret)}`),
  'list of clients': ['/clinician'],
  'course of a client, of each': clients.map(({ id }) => `/clinician/clients/${id}`),
  'course of the client with the most records': [`/clinician/clients/${clients[0].id}`],
  'a session at the desk, of each client': withSession.map(({ session }) => `/clinician/sessions/${session}`),
  'instruments': ['/clinician/clinic'],
  'export: all answers as CSV': ['/clinician/answers.csv'],
  'export: all records as NDJSON': ['/clinician/records.ndjson'],
};

const processor = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const request = async path => {
  const before = processor();
  const begin = performance.now();
  const reply = await fetch(`${address}${path}`, { headers: { cookie } });
  const { byteLength } = await reply.arrayBuffer();
  if (reply.status !== 200) throw new Error(`${path.slice(0, 24)} replied with status ${reply.status}`);
  return { time: performance.now() - begin, cpu: processor() - before, size: byteLength };
};

const samples = Object.fromEntries(Object.keys(pages).map(name => [name, []]));
const firsts = {};
for (const [name, [path]] of Object.entries(pages)) firsts[name] = await request(path);
for (let round = 0; round < rounds; round++) {
  for (const [name, paths] of Object.entries(pages)) {
    samples[name].push(await request(paths[round % paths.length]));
    // The first round requests every page of each kind.
    if (round === 0) for (const path of paths.slice(1)) samples[name].push(await request(path));
  }
}

const quantile = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
const ms = value => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
const rows = Object.entries(samples).map(([name, taken]) => {
  const times = taken.map(({ time }) => time).sort((a, b) => a - b);
  const size = Math.max(...taken.map(({ size }) => size));
  const cpu = quantile(taken.map(({ cpu }) => cpu).sort((a, b) => a - b), 0.5);
  const [median, p95] = [quantile(times, 0.5), quantile(times, 0.95)];
  return { name, cpu, median, p95, most: times.at(-1), first: firsts[name].time, size };
});

const table = `| page | first time | median | 95 % | slowest | processor | largest |
|---|--:|--:|--:|--:|--:|--:|
${rows
  .map(({ name, first, median, p95, most, cpu, size }) => `| ${name} | ${[first, median, p95, most, cpu].map(ms).join(' | ')} | ${Math.round(size / 1024)} KiB |`)
  .join('\n')}`;

const report = `# The demo clinic: how long its pages take

Measured with the seeded clinic: ${counts.clients} invented clients, ${counts.sessions} sessions, ${counts.records} records, in embedded PostgreSQL in the process of
the server. There is no cache: the server renders every page from the database. The requests go over HTTP on one machine,
one at a time. The bar is ${BAR} ms for every page. It does not apply to exports.

${table}

"First time" is the first request for such a page after a start, before its code was compiled. "Processor" is the median
CPU time of server and client together. Opening an empty database and creating its tables took ${opened} ms, seeding it
${seeded} ms. Later starts use the same database.

## How it was measured

${new Date().toISOString().slice(0, 10)}; ${cpus().length} x ${cpus()[0].model.replace(/\s+\d+-Core.*$/, '')}; Node ${process.versions.node}; ${rounds} rounds, with
each page of a kind at least once. Load at the end of the run: ${loadavg()[0].toFixed(1)}. \`node bench/demo.mjs --write\` repeats the measurement
and writes this page. It fails if a page takes longer than the bar.
`;

console.log(report);
await server.close();
await database.close();
rmSync(folder, { recursive: true, force: true });

if (options.write) writeFileSync(join(root, 'docs/benchmarks-demo.md'), report);
const slow = rows.filter(({ name, most, first }) => !name.startsWith('export') && Math.max(most, first) > BAR);
for (const { name, most, first } of slow) console.error(`over ${BAR} ms: ${name}, ${ms(Math.max(most, first))}`);
process.exitCode = slow.length ? 1 : 0;
