import type { Course, Line, Mark } from './course.ts';
import type { View } from './view.ts';

/** In px: where 100 and where 0 stand, and the height of all. */
const [TOP, FLOOR, HEIGHT] = [32, 232, 270];
/** Units of the box that lines are drawn in; it is stretched to the width, their strokes are not. */
const WIDE = 1000;
const TICKS = [0, 25, 50, 75, 100];
const DASHES = ['none', '7 4', '2 3', '10 4 2 4'];
const SHAPES = ['round', 'square', 'diamond', 'round hollow', 'square hollow', 'diamond hollow'];
/** A speech bubble over a mark. */
const BUBBLE = 'M-8-25H8v11H2l-3 4v-4h-7z';

type Attributes = Readonly<Record<string, string | number>>;
type Along = (x: number) => number;

function draw(tag: string, attributes: Attributes, ...children: (Node | string)[]): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const name in attributes) element.setAttribute(name, attributes[name] as string);
  element.append(...children);
  return element;
}

const round = (value: number): number => Number(value.toFixed(2));
const yOf = (score: number): number => round(FLOOR - (score / 100) * (FLOOR - TOP));

const path = (name: string, d: string, dashes = 'none'): SVGElement => draw('path', { class: name, d, 'stroke-dasharray': dashes });

const text = (words: string, x: string | number, y: number, anchor: string, name = ''): SVGElement =>
  draw('text', { class: name, x, y, 'text-anchor': anchor }, words);

/** Marks, each in the middle of where it is put. Lines are told apart by shape and filling, and by their dashes. */
const dots = (line: number, ...all: SVGElement[]): SVGElement => draw('g', { class: SHAPES[line % 6]! }, ...all);

const dot = (line: number, size: number): SVGElement =>
  draw('rect', { width: size, height: size, rx: line % 3 ? 0 : size / 2 }, draw('title', {}));

/** Of a mark, in px. */
const sizeOf = ({ places }: Course): number => (places > 90 ? 4 : places > 30 ? 7 : 10);

/** The least width in px at which sessions can be told apart. */
export const leastWidth = ({ places }: Course): number => Math.ceil(places * 3.2);

/** The numbers beside the chart. */
export const drawAxis = ({ isRtl, number }: View): SVGElement =>
  draw(
    'svg',
    { class: 'axis', width: 30, height: HEIGHT, 'aria-hidden': 'true' },
    ...TICKS.map((tick) => text(number(tick), isRtl ? 0 : 30, yOf(tick) + 5, 'end')),
  );

/**
 * The chart. Time runs in the inline direction of the page. Places along it are parts of the width, so that it stands in
 * any width without being measured. Drawn by plain calls: a template for each mark takes several times as long.
 */
export function drawChart(course: Course, view: View): SVGElement {
  const { lines, marks, milestones } = course;
  const along: Along = (x) => round(WIDE * (view.isRtl ? 1 - x : x));
  const left = (x: number): string => `${along(x) / (WIDE / 100)}%`;
  /** The numbers of milestones take turns in two rows, so that neighbours do not stand in each other. */
  const row = (i: number): number => 11 + 13 * (i % 2);
  const size = sizeOf(course);
  const drawn = lines.map((line, i) => paths(line, i, along));

  return draw(
    'svg',
    { class: 'plot', width: leastWidth(course), height: HEIGHT, role: 'img', 'aria-labelledby': 'title scale', 'aria-describedby': 'legend' },
    draw(
      'svg',
      { width: '100%', height: HEIGHT, viewBox: `0 0 ${WIDE} ${HEIGHT}`, preserveAspectRatio: 'none' },
      path('grid', TICKS.map((tick) => `M0 ${yOf(tick)}H${WIDE}`).join('')),
      path('milestone', milestones.map(({ x }, i) => `M${along(x)} ${row(i) + 4}V${FLOOR}`).join(''), '4 4'),
      // A band may not hide the line of another form.
      ...[0, 1, 2].flatMap((layer) => drawn.map((parts) => parts[layer]!)),
    ),
    ...milestones.map(({ x }, i) => text(view.number(i + 1), left(x), row(i), 'middle')),
    ...lines.map(({ marks }, line) => {
      const pattern = dot(line, size);
      return dots(
        line,
        ...marks.flatMap(({ x, score, entry }) => {
          if (score === undefined) return [];
          const one = pattern.cloneNode(true) as SVGElement;
          one.setAttribute('x', left(x));
          one.setAttribute('y', String(yOf(score)));
          one.firstChild!.textContent = `${view.day(entry.day)}: ${view.number(score)}`;
          return one;
        }),
      );
    }),
    ...marks.flatMap(({ flag, x, score = 0 }) => (flag ? bubble(flag, left(x), yOf(score), size / 10) : [])),
    ...labels(course, view, left),
  );
}

/** The band (or nothing), the line and the gaps of a form; the first two are interrupted where a session has no score. */
function paths({ marks, norms }: Line, index: number, along: Along): (SVGElement | '')[] {
  const runs: Mark[][] = [[]];
  let gaps = '';
  for (const mark of marks) {
    if (mark.score !== undefined) {
      runs.at(-1)!.push(mark);
      continue;
    }
    runs.push([]);
    gaps += `M${along(mark.x)} ${FLOOR - 8}v16`;
  }
  const filled = runs.filter((run) => run.length);
  const points = (run: readonly Mark[], shift = 0): string =>
    run.map(({ x, score = 0 }) => `${along(x)} ${yOf(Math.min(100, Math.max(0, score + shift)))}`).join('L');
  const half = norms?.half ?? 0;
  const band = filled.map((run) => `M${points(run, half)}L${points([...run].reverse(), -half)}z`).join('');
  const dashes = DASHES[index % 4];
  return [
    norms ? path('band', band) : '',
    path('line', filled.map((run) => `M${points(run)}`).join(''), dashes),
    path('gap', gaps, dashes),
  ];
}

const bubble = (flag: string, x: string | number, y: number, scale = 1): SVGElement =>
  draw('svg', { class: flag, x, y }, draw('path', { d: BUBBLE, transform: `scale(${scale})` }));

/**
 * Days under the first session and the last, and under some between that fall away where it is narrow. Where the plot has
 * no room for two of them in one row, the last stands lower.
 */
function labels({ marks }: Course, { day }: View, left: (x: number) => string): SVGElement[] {
  const last = marks.at(-1)!;
  // A letter takes 9 px at most. The plot has 475 px at least, and half as many where it is narrow.
  const room = Math.max(...marks.map(({ entry }) => day(entry.day).length)) / 52;
  /** -1 where a label begins at its session, 1 where it ends there, that it is not cut off. */
  const side = ({ x }: Mark): number => Number(x > 1 - room) - Number(x < room);
  const areApart = (a: Mark, b: Mark, room: number): boolean => b.x - a.x >= room * (1 + (side(b) - side(a)) / 2);
  let before: Mark | undefined;
  return marks
    .filter((mark) => (mark === last || areApart(mark, last, room)) && (!before || areApart(before, mark, room)) && (before = mark))
    .map((mark, i, [first]) =>
      text(
        day(mark.entry.day),
        left(mark.x),
        FLOOR + 19,
        ['start', 'middle', 'end'][side(mark) + 1]!,
        !i ? '' : mark !== last ? 'more' : areApart(first!, mark, 2 * room) ? '' : 'low',
      ),
    );
}

/** Of a line, a gap and a band, as `drawSample` shows them. */
const SAMPLES: Readonly<Record<string, string>> = { line: 'M0 9H32', gap: 'M16 1v16', band: 'M0 1H32V17H0z' };

/** What the legend explains, as it stands in the chart: a line, a gap or the band of a line by its index, or a bubble. */
export const drawSample = (kind: string, line: number): SVGElement =>
  draw(
    'svg',
    { class: 'sample', width: 32, height: 18, 'aria-hidden': 'true' },
    SAMPLES[kind] ? path(kind, SAMPLES[kind], DASHES[line % 4]) : bubble(kind, 16, 26),
    kind === 'line' ? draw('g', { transform: 'translate(16 9)' }, dots(line, dot(line, 10))) : '',
  );
