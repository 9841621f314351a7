export const LANGUAGES: readonly string[];
/** Groups of texts: each instrument, then the interface. */
export function textsOf(lang: string): Promise<[name: string, texts: string[]][]>;
