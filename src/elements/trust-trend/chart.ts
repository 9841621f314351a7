import type { Course, Line, Point } from './course.ts';
import type { Format } from './format.ts';

/** In px from the top of the chart: the scores 100 and 0. */
const TOP = 32;
const FLOOR = 232;
const HEIGHT = 270;
/** Units across the box of the lines. The box is stretched to the width of the chart; the strokes are not. */
const WIDE = 1000;
const TICKS = [0, 25, 50, 75, 100];
const DASHES = ['none', '7 4', '2 3', '10 4 2 4'];
const SHAPES = ['round', 'square', 'diamond', 'round hollow', 'square hollow', 'diamond hollow'];
/** A speech bubble above a mark. */
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

const text = (content: string, place: Attributes, anchor = 'middle'): SVGElement =>
  draw('text', { ...place, 'text-anchor': anchor }, content);

/** The marks of one line. Each line has its own shape, filling and dashes, so that colour is not needed. */
const dots = (line: number, ...all: SVGElement[]): SVGElement => draw('g', { class: SHAPES[line % 6]! }, ...all);

const dot = (line: number, size: number): SVGElement =>
  draw('rect', { width: size, height: size, rx: line % 3 ? 0 : size / 2 }, draw('title', {}));

/** The size of a mark in px. */
const sizeOf = ({ places }: Course): number => (places > 90 ? 4 : places > 30 ? 7 : 10);

/** The smallest width in px at which a person can tell the sessions apart. */
export const leastWidth = ({ places }: Course): number => Math.ceil(places * 3.2);

/** The numbers beside the chart. */
export const drawAxis = ({ isRtl, number }: Format): SVGElement =>
  draw(
    'svg',
    { class: 'axis', width: 30, height: HEIGHT, 'aria-hidden': 'true' },
    ...TICKS.map((tick) => text(number(tick), { x: isRtl ? 0 : 30, y: yOf(tick) + 5 }, 'end')),
  );

/**
 * The chart. Time runs in the inline direction of the page. Positions are percentages of the width, so the chart fits any
 * width without being measured. DOM calls draw it: a template for each mark takes several times as long.
 */
export function drawChart(course: Course, format: Format): SVGElement {
  const { lines, marks, milestones } = course;
  const along: Along = (x) => round(WIDE * (format.isRtl ? 1 - x : x));
  const left = (x: number): string => `${along(x) / (WIDE / 100)}%`;
  /** The numbers of milestones alternate between two rows, so that neighbours do not overlap. */
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
      // All bands first: a band must not hide the line of another form.
      ...[0, 1, 2].flatMap((layer) => drawn.map((parts) => parts[layer]!)),
    ),
    ...milestones.map(({ x }, i) => text(format.number(i + 1), { x: left(x), y: row(i) })),
    ...lines.map(({ points: marks }, line) => {
      const pattern = dot(line, size);
      return dots(
        line,
        ...marks.flatMap(({ x, score, entry }) => {
          if (score === undefined) return [];
          const one = pattern.cloneNode(true) as SVGElement;
          one.setAttribute('x', left(x));
          one.setAttribute('y', String(yOf(score)));
          one.firstChild!.textContent = `${format.day(entry.day)}: ${format.number(score)}`;
          return one;
        }),
      );
    }),
    ...marks.flatMap(({ flag, x, score = 0 }) => (flag ? bubble(flag, { x: left(x), y: yOf(score) }, size / 10) : [])),
    ...labels(course, format, left),
  );
}

/** The band (or nothing), the line and the gaps of a form. Band and line break where a session has no score. */
function paths({ points: marks, norms }: Line, index: number, along: Along): (SVGElement | '')[] {
  const runs: Point[][] = [[]];
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
  const points = (run: readonly Point[], shift = 0): string =>
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

const bubble = (flag: string, place: Attributes, scale = 1): SVGElement =>
  draw('svg', { class: flag, ...place }, draw('path', { d: BUBBLE, transform: `scale(${scale})` }));

/**
 * The days below the first and the last session, and below some between, which a narrow chart hides. If the first and the
 * last do not fit in one row, the last is in a row below.
 */
function labels({ marks }: Course, { day }: Format, left: (x: number) => string): SVGElement[] {
  const last = marks.at(-1)!;
  // A letter takes 9 px at most. The plot has 475 px at least, and half as many where it is narrow.
  const room = Math.max(...marks.map(({ entry }) => day(entry.day).length)) / 52;
  /** -1 if a label begins at its session, 1 if it ends there, so that the edge of the chart does not cut it off. */
  const side = ({ x }: Point): number => Number(x > 1 - room) - Number(x < room);
  const areApart = (a: Point, b: Point, room: number): boolean => b.x - a.x >= room * (1 + (side(b) - side(a)) / 2);
  let before: Point | undefined;
  const labelled = marks.filter((mark) => {
    const fits = (mark === last || areApart(mark, last, room)) && (!before || areApart(before, mark, room));
    if (fits) before = mark;
    return fits;
  });
  return labelled.map((mark, i, [first]) => {
    const row = !i ? '' : mark !== last ? 'more' : areApart(first!, mark, 2 * room) ? '' : 'low';
    const anchor = ['start', 'middle', 'end'][side(mark) + 1];
    return text(day(mark.entry.day), { class: row, x: left(mark.x), y: FLOOR + 19 }, anchor);
  });
}

/** A line, a gap and a band in the legend. */
const SAMPLES: Readonly<Record<string, string>> = { line: 'M0 9H32', gap: 'M16 1v16', band: 'M0 1H32V17H0z' };

/** One sign of the chart for the legend: a line, a gap, a band, or a bubble. `line` is the index of the line that it is for. */
export const drawSample = (kind: string, line: number): SVGElement =>
  draw(
    'svg',
    { class: 'sample', width: 32, height: 18, 'aria-hidden': 'true' },
    SAMPLES[kind] ? path(kind, SAMPLES[kind], DASHES[line % 4]) : bubble(kind, { x: 16, y: 26 }),
    kind === 'line' ? draw('g', { transform: 'translate(16 9)' }, dots(line, dot(line, 10))) : '',
  );
