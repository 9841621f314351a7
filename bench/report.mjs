// Writes the samples of one run as tables: the text of docs/benchmarks.md.
import { SIZES } from './bars.mjs';

const NAMES = {
  floor: 'Floor: a native form made with plain DOM calls',
  attune: '`<attune-questionnaire>`',
  before: 'The same, in the other build',
  'react-hook-form': 'react-hook-form, React',
  surveyjs: 'SurveyJS',
};
const KIB = 1024;

export const median = values => {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
};

/** The median of one measure over the rounds of a run. NaN if it was not measured. */
export const medianOf = samples => (adapter, size, measure) =>
  median((samples[adapter]?.[size] ?? []).map(sample => sample[measure]));

export const table = (head, rows) =>
  [head, head.map((_, column) => (column ? '--:' : '---')), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n');

const comparison = (run, measure, show) => {
  const medianFor = medianOf(run.samples);
  const cell = (adapter, size) => {
    const value = medianFor(adapter, size, measure);
    if (!Number.isFinite(value)) return '';
    const ratio = value / medianFor('floor', size, measure);
    return adapter === 'floor' ? show(value) : `${show(value)} (${ratio.toFixed(ratio < 10 ? 2 : 0)}x)`;
  };
  const sizes = Object.keys(SIZES).filter(size => run.adapters.some(adapter => cell(adapter, size)));
  return table(['', ...sizes], run.adapters.map(adapter => [NAMES[adapter], ...sizes.map(size => cell(adapter, size))]));
};

export const milliseconds = value => `${value.toFixed(value < 20 ? 1 : 0)} ms`;
const mebibytes = value => `${(value / KIB / KIB).toFixed(2)} MiB`;
const kibibytes = value => (value / KIB).toFixed(1);

export const barsTable = bars =>
  table(
    ['Against the floor', 'at most', 'measured', ''],
    bars.map(({ what, most, ratio, passed }) => [what, `${most}x`, `${ratio.toFixed(2)}x`, passed ? 'pass' : 'FAIL']),
  );

export const changesTable = changes =>
  table(['Against the other build', 'ratio'], changes.map(({ what, ratio }) => [what, `${ratio.toFixed(3)}x`]));

export const report = run => `# Benchmarks

Size and speed of the widget, compared with other ways to put the same questionnaire on a page: statements with five
answers each, all on one page. The widget also shows progress. The figures are medians, with the multiple of the floor in
brackets. Compare only figures of one run: the adapters take turns in every round, in random order.

${barsTable(run.bars)}

## Size

Everything that the page loaded for the questionnaire, minified, in KiB.

${table(
  ['', 'min', 'gzip', 'brotli', 'versions'],
  run.adapters.map(name => {
    const { min, gzip, brotli } = run.sizes[name];
    return [NAMES[name], kibibytes(min), kibibytes(gzip), kibibytes(brotli), run.versions[name]];
  }),
)}

## From navigation to complete

Until every radio is in the document and one frame has been painted.

${comparison(run, 'complete', milliseconds)}

## Main thread, for one answer

The whole cost of a click until it is painted: script, style, layout and paint. It is the mean of up to 16 answers spread
over the page, one per frame. CPU time:

${comparison(run, 'answer', milliseconds)}

The elapsed time of the same tasks of the main thread. It includes waiting for other threads and programs:

${comparison(run, 'answerElapsed', milliseconds)}

## Main thread, to mount

CPU time after the script is loaded.

${comparison(run, 'mount', milliseconds)}

## Heap

JavaScript heap after garbage collection, with everything mounted.

${comparison(run, 'heap', mebibytes)}

## How it was measured

${run.date}; Chromium ${run.machine.chromium}, headless, 1000 x 800; ${run.machine.cpus} x ${run.machine.model}; Node ${run.machine.node};
${run.rounds} rounds. Load at the end of the run: ${run.machine.load}.

\`npm run bench\` repeats the measurement and writes this page. It builds the widget as the CDN file, installs the other
libraries into \`bench/node_modules\`, and fails if a bar is not met. \`npm run bench -- --quick\` takes a minute: it runs
three rounds of the floor and the widget, and writes nothing. See also \`bench/README.md\`.
`;
