/** The software that made the record. A test compares the version with package.json. */
export const software = { name: 'attune-elements', version: '0.1.0' };
