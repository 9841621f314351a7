import { reliableChange } from 'attune-elements/core';

// The worked example of Jacobson & Truax 1991, with norms of a published scale. Attune's own instruments have no norms.
export const result = reliableChange({
  before: 32.5,
  after: 47.5,
  sd: 7.5,
  reliability: 0.8,
  clinical: { mean: 40, sd: 7.5 },
  functional: { mean: 60, sd: 7.5 },
});
