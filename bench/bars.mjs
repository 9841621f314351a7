// The limits of the widget, as multiples of the floor in the same run.
export const SIZES = {
  '12': { items: 12, widgets: 1 },
  '1000': { items: 1000, widgets: 1 },
  '50 x 12': { items: 12, widgets: 50 },
};

export const BARS = [
  { what: 'complete, 12 items', measure: 'complete', size: '12', most: 1.3 },
  { what: 'complete, 1,000 items', measure: 'complete', size: '1000', most: 0.85 },
  { what: 'complete, 50 widgets of 12', measure: 'complete', size: '50 x 12', most: 1.3 },
  { what: 'CPU per answer, 12 items', measure: 'answer', size: '12', most: 1.5 },
  { what: 'CPU per answer, 1,000 items', measure: 'answer', size: '1000', most: 1.5 },
  { what: 'heap, 1,000 items', measure: 'heap', size: '1000', most: 3.5 },
];

/** Each bar with its measured ratio. `median(adapter, size, measure)` returns the medians of this run. */
export const checkBars = median =>
  BARS.map(bar => {
    const ratio = median('attune', bar.size, bar.measure) / median('floor', bar.size, bar.measure);
    return { ...bar, ratio, passed: ratio <= bar.most };
  });

/** How each measure of the bars compares with that of another build of the widget, measured in the same run. */
export const changes = median =>
  BARS.map(({ what, measure, size }) => ({ what, ratio: median('attune', size, measure) / median('before', size, measure) }));
