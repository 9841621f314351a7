import json from '../custom-elements.json';

interface Documented {
  name: string;
  description?: string;
  default?: string;
  type?: { text: string };
}

/** The entry of one element in the manifest. */
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

/** The declaration of a tag, or `undefined` if the manifest does not have it. */
export const declarationOf = (tag: string): Declaration | undefined =>
  manifest.modules.flatMap(({ declarations }) => declarations ?? []).find(({ tagName }) => tagName === tag) as
    | Declaration
    | undefined;
