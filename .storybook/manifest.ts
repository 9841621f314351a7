import json from '../custom-elements.json';

interface Documented {
  name: string;
  description?: string;
  default?: string;
  type?: { text: string };
}

/** What the manifest tells of one element. */
export interface Declaration {
  tagName: string;
  summary?: string;
  description?: string;
  attributes?: (Documented & { fieldName?: string })[];
  members?: (Documented & { kind: 'field' | 'method'; readonly?: boolean; parameters?: Documented[]; return?: { type?: { text: string } } })[];
  events?: Documented[];
  slots?: Documented[];
  cssParts?: Documented[];
  cssProperties?: Documented[];
  cssStates?: Documented[];
}

export const manifest = json as unknown as { modules: { declarations?: Partial<Declaration>[] }[] };

/** The declaration of a tag; `undefined` where the manifest does not know it. */
export const declarationOf = (tag: string): Declaration | undefined =>
  manifest.modules.flatMap(({ declarations }) => declarations ?? []).find(({ tagName }) => tagName === tag) as
    | Declaration
    | undefined;
