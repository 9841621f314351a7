export interface Property {
  name: string;
  attribute?: string;
  type: string;
  description: string;
  default?: string;
  isReadOnly: boolean;
}
export interface Element {
  tag: string;
  className: string;
  definePath: string;
  summary: string;
  properties: Property[];
  attributes: { name: string; type: string; description: string; default?: string }[];
  events: { name: string; type: string; detailType?: string; description: string }[];
  methods: { name: string; description: string }[];
}
export declare const elementsOf: (manifest: unknown) => Element[];
