import type { Course, Line, Point } from './course.ts';
import type { Format } from './format.ts';

/** In px below the score 100: the score 0. */
const FLOOR = 200;
/** The score 100 below the top of the chart. What text needs is in em, so it grows with the text. The styles have the height. */
const TOP = '2em';
/** Units across the box of the lines. The box is stretched to the width of the chart; the strokes are not. */
const WIDE = 1000;
const TICKS = [0, 25, 50, 75, 100];
const DASHES = ['none', '7 4', '2 3', '10 4 2 4'];
const SHAPES = ['round', 'square', 'diamond', 'round hollow', 'square hollow', 'diamond hollow'];
/** A speech bubble above a point. */
const BUBBLE = 'M-8-25H8v11H2l-3 4v-4h-7z';

type Attributes = Readonly<Record<string, string | number>>;
/** A position from 0 to 1 as a position in the box of the lines. */
type Along = (x: number) => number;

function draw(tag: string, attributes: Attributes, ...children: (Node | string)[]): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const name in attributes) element.setAttribute(name, attributes[name] as string);
  element.append(...children);
  return element;
}

const round = (value: number): number => Number(value.toFixed(2));
const yOf = (score: number): number => round(FLOOR * (1 - score / 100));

const path = (name: string, d: string, dashes = 'none'): SVGElement => draw('path', { class: name, d, 'stroke-dasharray': dashes });

const text = (content: string, place: Attributes, anchor = 'middle'): SVGElement =>
  draw('text', { ...place, 'text-anchor': anchor }, content);

/** The points of one line. Each line has its own shape, filling and dashes, so it needs no colour of its own. */
const dots = (line: number, ...all: SVGElement[]): SVGElement => draw('g', { class: SHAPES[line % 6]! }, ...all);

const dot = (line: number, size: number): SVGElement =>
  draw('rect', { width: size, height: size, rx: line % 3 ? 0 : size / 2 }, draw('title', {}));

/** The size of a point in px. */
const sizeOf = ({ places }: Course): number => (places > 90 ? 4 : places > 30 ? 7 : 10);

/** The smallest width in px at which a person can tell the sessions apart. */
export const leastWidth = ({ places }: Course): number => 3 * places;

/** The numbers beside the chart. */
export const drawAxis = ({ isRtl, number }: Format): SVGElement =>
  draw(
    'svg',
    { class: 'axis', 'aria-hidden': 'true' },
    draw('svg', { y: TOP }, ...TICKS.map((tick) => text(number(tick), { x: isRtl ? 0 : '100%', y: yOf(tick), dy: '.38em' }, 'end'))),
  );

/**
 * The chart. Time runs in the inline direction of the page. Positions are percentages of the width, so the chart fits any
 * width without measuring it. It uses DOM calls, because a template for each point takes several times as long.
 */
export function drawChart(course: Course, format: Format): SVGElement {
  const { lines, points, milestones } = course;
  const along: Along = (x) => round(WIDE * (format.isRtl ? 1 - x : x));
  const left = (x: number): string => `${along(x) / (WIDE / 100)}%`;
  /** The numbers of milestones alternate between two rows, so that neighbours do not overlap. */
  const row = (i: number): number => -1.6 + (i % 2);
  const size = sizeOf(course);
  const drawn = lines.map((line, i) => paths(line, i, along));

  const chart = draw(
    'svg',
    { y: TOP },
    draw(
      'svg',
      { width: '100%', height: FLOOR, viewBox: `0 0 ${WIDE} ${FLOOR}`, preserveAspectRatio: 'none' },
      path('grid', TICKS.map((tick) => `M0 ${yOf(tick)}H${WIDE}`).join('')),
      path('milestone', milestones.map(({ x }, i) => `M${along(x)} ${i % 2 ? -4 : -17}V${FLOOR}`).join(''), '4 4'),
      // All bands first: a band must not hide the line of another form.
      ...drawn.flatMap(({ band }) => band),
      ...drawn.map(({ curve }) => curve),
      ...drawn.map(({ gaps }) => gaps),
    ),
    ...milestones.map(({ x }, i) => text(format.number(i + 1), { x: left(x), dy: `${row(i)}em` })),
    ...lines.map(({ points }, line) => {
      const pattern = dot(line, size);
      return dots(
        line,
        ...points.flatMap(({ x, score, entry }) => {
          if (score === undefined) return [];
          const one = pattern.cloneNode(true) as SVGElement;
          one.setAttribute('x', left(x));
          one.setAttribute('y', String(yOf(score)));
          one.firstChild!.textContent = `${format.day(entry.day)}: ${format.number(score)}`;
          return one;
        }),
      );
    }),
    ...points.flatMap(({ flag, x, score = 0 }) => (flag ? bubble(flag, { x: left(x), y: yOf(score) }, size / 10) : [])),
    ...labels(course, format, left),
  );
  return draw(
    'svg',
    { class: 'plot', width: leastWidth(course), role: 'img', 'aria-labelledby': 'title scale', 'aria-describedby': 'legend' },
    chart,
  );
}

interface Paths {
  /** Empty without norms. */
  band: SVGElement[];
  curve: SVGElement;
  gaps: SVGElement;
}

/** Draws a line of the chart. The curve and the band break at a session without a score. */
function paths({ points, norms }: Line, index: number, along: Along): Paths {
  const runs: Point[][] = [[]];
  let gaps = '';
  for (const point of points) {
    if (point.score !== undefined) {
      runs.at(-1)!.push(point);
      continue;
    }
    runs.push([]);
    // Above the days.
    gaps += `M${along(point.x)} ${FLOOR - 16}v16`;
  }
  const filled = runs.filter((run) => run.length);
  const corners = (run: readonly Point[], shift = 0): string =>
    run.map(({ x, score = 0 }) => `${along(x)} ${yOf(Math.min(100, Math.max(0, score + shift)))}`).join('L');
  const half = norms?.half ?? 0;
  const band = filled.map((run) => `M${corners(run, half)}L${corners([...run].reverse(), -half)}z`).join('');
  const dashes = DASHES[index % 4];
  return {
    band: norms ? [path('band', band)] : [],
    curve: path('line', filled.map((run) => `M${corners(run)}`).join(''), dashes),
    gaps: path('gap', gaps, dashes),
  };
}

const bubble = (flag: string, place: Attributes, scale = 1): SVGElement =>
  draw('svg', { class: flag, ...place }, draw('path', { d: BUBBLE, transform: `scale(${scale})` }));

/**
 * The days below the first and the last session, and below some sessions between, which a narrow chart hides. If the first
 * and the last day do not fit in one row, the last is in a second row.
 */
function labels({ points }: Course, { day }: Format, left: (x: number) => string): SVGElement[] {
  const last = points.at(-1)!;
  /** Without the signs for the direction, which have no width. */
  const lettersOf = ({ entry }: Point): number => day(entry.day).replace(/\p{Cf}/gu, '').length;
  // A letter is at most 9 px wide. The plot is at least 475 px wide, and half of that if it is narrow. Both grow with the text.
  const room = Math.max(...points.map(lettersOf)) / 52;
  /** -1 if a label begins at its session, 1 if it ends there, so that the edge of the chart does not cut it off. */
  const side = ({ x }: Point): number => Number(x > 1 - room) - Number(x < room);
  const areApart = (a: Point, b: Point, room: number): boolean => b.x - a.x >= room * (1 + (side(b) - side(a)) / 2);
  /** The CSS class of a label: `more` is hidden in a narrow chart, `low` is in the second row, `last` only in a very narrow one. */
  const rowOf = (point: Point, index: number, first: Point): string => {
    if (!index) return '';
    if (point !== last) return 'more';
    return areApart(first, point, 2 * room) ? 'last' : 'low';
  };
  let before: Point | undefined;
  const labelled = points.filter((point) => {
    const fits = (point === last || areApart(point, last, room)) && (!before || areApart(before, point, room));
    if (fits) before = point;
    return fits;
  });
  return labelled.map((point, i, [first]) => {
    const anchor = ['start', 'middle', 'end'][side(point) + 1];
    return text(day(point.entry.day), { class: rowOf(point, i, first!), x: left(point.x), y: FLOOR, dy: '1.46em' }, anchor);
  });
}

/** Path data of the samples in the legend. */
const SAMPLES: Readonly<Record<string, string>> = { line: 'M0 9H32', gap: 'M16 1v16', band: 'M0 1H32V17H0z' };

/** A sample of a line, a gap, a band or a bubble, for the legend. `line` is the index of the line. */
export const drawSample = (kind: string, line: number): SVGElement =>
  draw(
    'svg',
    { class: 'sample', viewBox: '0 0 32 18', 'aria-hidden': 'true' },
    SAMPLES[kind] ? path(kind, SAMPLES[kind], DASHES[line % 4]) : bubble(kind, { x: 16, y: 26 }),
    kind === 'line' ? draw('g', { transform: 'translate(16 9)' }, dots(line, dot(line, 10))) : '',
  );
