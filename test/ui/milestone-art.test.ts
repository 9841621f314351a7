import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ART, PEBBLE } from '../../src/elements/milestone-badge/art.ts';

const KEYS = [
  'first-step', 'said-it', 'asked', 'set-limit', 'said-no', 'spoke-up', 'repair', 'chose-goal', 'tried-new',
  'asked-help', 'took-rest', 'hard-day', 'came-back', 'looked-back', 'chose-path', 'goodbye', 'custom',
];
const CUSTOM_MOTIFS = ['custom-1', 'custom-2', 'custom-3'];
const BOX = 96;
const HALF_STROKE = 2.25 / 2;

type Point = readonly [x: number, y: number];

const PAIRS_BEFORE_END: Readonly<Record<string, number>> = { m: 0, l: 0, q: 1, s: 1, c: 2 };

/** Follows path data and returns the points of each subpath. Fails on commands that the drawings do not use. */
const trace = (data: string): Point[][] => {
  const tokens = data.match(/[a-z]|-?(?:\d+\.?\d*|\.\d+)/gi) ?? [];
  const subpaths: Point[][] = [];
  let at: Point = [0, 0];
  let start: Point = at;
  let mirrored: Point = at;
  let command = '';
  let i = 0;
  const number = (): number => {
    const value = Number(tokens[i++]);
    assert.ok(Number.isFinite(value), `number expected at token ${i} of ${data}`);
    return value;
  };
  const add = (point: Point): void => {
    subpaths.at(-1)?.push(point);
    at = point;
  };
  while (i < tokens.length) {
    if (/[a-z]/i.test(tokens[i] ?? '')) command = tokens[i++] ?? '';
    else if (command === 'M' || command === 'm') command = command === 'M' ? 'L' : 'l';
    const relative = command === command.toLowerCase();
    const kind = command.toLowerCase();
    const [x0, y0]: Point = relative ? at : [0, 0];
    if (kind === 'z') {
      add(start);
    } else if (kind === 'h') {
      add([x0 + number(), at[1]]);
    } else if (kind === 'v') {
      add([at[0], y0 + number()]);
    } else if (kind === 'a') {
      const radius = number();
      assert.equal(number(), radius, `a round arc in ${data}`);
      const [, large, sweep] = [number(), number(), number()];
      arc(at, [x0 + number(), y0 + number()], { radius, centreRight: large !== sweep }).forEach(add);
    } else {
      const controls = PAIRS_BEFORE_END[kind];
      assert.ok(controls !== undefined, `a known command, not "${command}", in ${data}`);
      const points: Point[] = kind === 's' ? [at, mirrored] : [at];
      for (let n = 0; n <= controls; n++) points.push([x0 + number(), y0 + number()]);
      if (kind === 'm') {
        at = start = points[1] as Point;
        subpaths.push([at]);
      } else {
        for (let step = 1; step <= 24; step++) add(onCurve(points, step / 24));
        const [cx, cy] = points.at(-2) as Point;
        mirrored = [2 * at[0] - cx, 2 * at[1] - cy];
      }
    }
  }
  return subpaths;
};

const onCurve = (points: readonly Point[], t: number): Point => {
  if (points.length === 1) return points[0] as Point;
  return onCurve(
    points.slice(1).map(([x, y], n): Point => {
      const [px, py] = points[n] as Point;
      return [px + (x - px) * t, py + (y - py) * t];
    }),
    t,
  );
};

const arc = ([x1, y1]: Point, [x2, y2]: Point, { radius, centreRight }: { radius: number; centreRight: boolean }): Point[] => {
  const half = Math.hypot(x2 - x1, y2 - y1) / 2;
  const r = Math.max(radius, half);
  const away = (Math.sqrt(r * r - half * half) / half / 2) * (centreRight ? 1 : -1);
  const [cx, cy] = [(x1 + x2) / 2 - (y2 - y1) * away, (y1 + y2) / 2 + (x2 - x1) * away];
  const from = Math.atan2(y1 - cy, x1 - cx);
  const turn = Math.atan2(y2 - cy, x2 - cx) - from;
  // Every arc in the set has sweep = 1: it runs clockwise on screen.
  const sweep = turn <= 0 ? turn + 2 * Math.PI : turn;
  return Array.from({ length: 24 }, (_, n): Point => {
    const angle = from + (sweep * (n + 1)) / 24;
    return [cx + r * Math.cos(angle), cy + r * Math.sin(angle)];
  });
};

const distance = ([x, y]: Point, paths: readonly Point[][]): number => {
  let nearest = Infinity;
  for (const path of paths) {
    path.forEach(([bx, by], n) => {
      const [ax, ay] = path[n - 1] ?? [bx, by];
      const length = (bx - ax) ** 2 + (by - ay) ** 2;
      const t = length ? Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length)) : 0;
      nearest = Math.min(nearest, Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay)));
    });
  }
  return nearest;
};

const inside = ([x, y]: Point, outline: readonly Point[]): boolean =>
  outline.reduce((odd, [bx, by], n) => {
    const [ax, ay] = outline.at(n - 1) as Point;
    return ay > y !== by > y && x < ((ax - bx) * (y - by)) / (ay - by) + bx ? !odd : odd;
  }, false);

test('each of the seventeen milestones has a drawing, and the custom one has three', () => {
  assert.equal(KEYS.length, 17);
  assert.deepEqual(
    Object.keys(ART).sort(),
    [...KEYS.filter((key) => key !== 'custom'), ...CUSTOM_MOTIFS].sort(),
  );
});

test('the pebble is inside the box, including its stroke', () => {
  for (const [x, y] of trace(PEBBLE).flat()) {
    assert.ok(Math.min(x, y) >= HALF_STROKE && Math.max(x, y) <= BOX - HALF_STROKE, `${x} ${y}`);
  }
});

for (const [key, [horizon, object]] of Object.entries(ART)) {
  test(`${key} is inside its pebble`, () => {
    const pebble = trace(PEBBLE);
    for (const point of trace(horizon + object).flat()) {
      assert.ok(inside(point, pebble[0] ?? []), `${point} is off the pebble`);
      assert.ok(distance(point, pebble) > HALF_STROKE * 2, `${point} touches the rim`);
    }
  });

  test(`${key} has the common horizon, which is interrupted only by the object`, () => {
    assert.match(horizon, /^(M\d+ 64H\d+)+$/);
    const pieces = trace(horizon);
    const ends = pieces.flat().filter(([x]) => x !== 14 && x !== 82);
    assert.ok(pieces.flat().every(([x]) => x >= 14 && x <= 82), 'the horizon runs from 14 to 82');
    for (const end of ends) {
      assert.ok(distance(end, trace(object)) <= 1.5, `the horizon ends at ${end}, away from the object`);
    }
  });
}

test('the whole set is small', () => {
  assert.ok(JSON.stringify({ PEBBLE, ART }).length < 6000);
});
