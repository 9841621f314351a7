/** What made the record. The version is checked against package.json by a test. */
export const software = { name: 'attune-elements', version: '0.1.0' };
