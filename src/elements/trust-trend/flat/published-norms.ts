// Stands in for ../published-norms.ts in the trend's own file, whose forms have no norms.
import { findDefinition } from '../../../instruments/registry.ts';
import type { publishedNorms as full } from '../published-norms.ts';

/** Throws where the instrument has any: that file must be built without the stand-in. */
export const publishedNorms: typeof full = ({ id }) => {
  if (/"(norms|reliableChange)":/.test(JSON.stringify(findDefinition(id)?.scoring))) throw new Error(`${id} has norms`);
  return {};
};
