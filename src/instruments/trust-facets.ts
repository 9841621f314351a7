/** The lines of trust-12 by facet, for both keyings. Settling the options removes the lines that are not asked. */
export const facets = {
  competence: ['t02', 't06', 't06p', 't10'],
  integrity: ['t03', 't08', 't11', 't11p'],
  reliability: ['t01', 't05', 't09', 't09p'],
  safety: ['t04', 't04p', 't07', 't12'],
};

/** All lines, in the order in which they are asked. */
export const facetLines = Object.values(facets).flat().sort();

/** The lines that the pulse asks. */
export const pulseLines = ['t01', 't02', 't03', 't07'];
