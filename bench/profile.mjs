// Profiles an adapter by function, from a build with readable names:
//   node bench/profile.mjs attune 1000 [mount|answer|trace] [--small]
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { buildAdapters } from './build.mjs';
import { launch, openPage } from './measure.mjs';
import { serve } from './serve.mjs';

const { values: options, positionals } = parseArgs({ allowPositionals: true, options: { small: { type: 'boolean' } } });
const [adapter = 'attune', items = '1000', measure = 'answer'] = positionals;

const server = await serve(await buildAdapters([adapter], { readable: !options.small }));
const browser = await launch();
const { page, cdp } = await openPage({ browser, origin: server.origin, adapter }, { items: Number(items), widgets: 1 });

const nameOf = ({ functionName, url, lineNumber }) => `${functionName || '(anonymous)'} ${basename(url)}:${lineNumber + 1}`;
const add = (map, key, value) => map.set(key, (map.get(key) ?? 0) + value);

/** The time of `act` by function: its own time, and its time including the functions that it called. */
const profiled = async act => {
  await cdp.send('Profiler.enable');
  await cdp.send('Profiler.setSamplingInterval', { interval: 200 });
  await cdp.send('Profiler.start');
  await act();
  const { profile } = await cdp.send('Profiler.stop');
  const nodes = new Map(profile.nodes.map(node => [node.id, node]));
  const parents = new Map(profile.nodes.flatMap(({ id, children = [] }) => children.map(child => [child, id])));
  const own = new Map();
  const inclusive = new Map();
  profile.samples.forEach((id, i) => {
    const time = profile.timeDeltas[i] / 1000;
    if (nodes.get(id).callFrame.functionName === '(idle)') return;
    add(own, nameOf(nodes.get(id).callFrame), time);
    const stack = new Set();
    for (let at = id; at !== undefined; at = parents.get(at)) stack.add(nameOf(nodes.get(at).callFrame));
    for (const name of stack) add(inclusive, name, time);
  });
  return { own, inclusive };
};

/** The time of `act` by kind of work in the browser. */
const traced = async act => {
  const times = new Map();
  cdp.on('Tracing.dataCollected', ({ value }) => {
    for (const { ph, name, dur } of value) if (ph === 'X') add(times, name, dur / 1000);
  });
  const categories = 'devtools.timeline,disabled-by-default-devtools.timeline,blink';
  await cdp.send('Tracing.start', { transferMode: 'ReportEvents', categories });
  await act();
  const done = new Promise(resolve => cdp.once('Tracing.tracingComplete', resolve));
  await cdp.send('Tracing.end');
  await done;
  return { inclusive: times };
};

const mount = () => page.evaluate(() => __bench.mount());
const answers = 16;
const answer = () => page.evaluate(count => __bench.answerSome(count), answers);
if (measure !== 'mount') await mount();
const result = measure === 'trace' ? await traced(answer) : await profiled(measure === 'mount' ? mount : answer);

const per = measure === 'mount' ? 1 : answers;
for (const [title, times] of Object.entries(result)) {
  console.log(`${adapter}, ${items} items, ${measure}, ${title}, ms${per > 1 ? ' per answer' : ''}`);
  const rows = [...times].sort(([, a], [, b]) => b - a).slice(0, 30);
  for (const [name, time] of rows) console.log(`${(time / per).toFixed(2).padStart(9)}  ${name}`);
}
await browser.close();
server.close();
