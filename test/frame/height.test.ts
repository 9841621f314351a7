import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { HeightReports } from '../../src/frame/messaging/height.ts';

describe('the height that the host is told', () => {
  it('is told when it changes, in whole pixels', () => {
    const heights = new HeightReports();
    const told = [400.2, 400.9, 500, 400.2].map((height, i) => heights.report({ height, width: 600, at: i * 10 }));
    assert.deepEqual(told, [401, undefined, 500, 401]);
  });

  it('settles, whatever the host makes of it: the larger height stays', () => {
    // The wide layout is high, so the host's page gets a scrollbar. That makes the frame narrow, and the narrow layout is low.
    const layouts = fc.record({ wide: fc.integer({ min: 1, max: 2000 }), narrow: fc.integer({ min: 1, max: 2000 }), limit: fc.integer({ min: 1, max: 2000 }), delay: fc.integer({ min: 1, max: 400 }) });
    fc.assert(
      fc.property(layouts, ({ wide, narrow, limit, delay }) => {
        const heights = new HeightReports();
        let frame = 0;
        let count = 0;
        for (let turn = 0; turn < 50; turn++) {
          const isNarrow = frame > limit;
          const told = heights.report({ height: isNarrow ? narrow : wide, width: isNarrow ? 585 : 600, at: turn * delay });
          if (told === undefined) break;
          count++;
          frame = told;
        }
        assert.ok(count <= 5, `${count} messages`);
      }),
    );
  });

  it('follows a person who turns the phone and turns it back', () => {
    const heights = new HeightReports();
    const turns = [[900, 400], [500, 800], [900, 400], [500, 800]] as const;
    assert.deepEqual(turns.map(([height, width], i) => heights.report({ height, width, at: i * 5_000 })), [900, 500, 900, 500]);
  });
});
