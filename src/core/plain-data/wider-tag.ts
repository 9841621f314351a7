/** The next wider language tag: `de` for `de-AT`, '' for `de`. */
export const widerTag = (tag: string): string => tag.replace(/-?[^-]*$/, '');
