import type { Layout } from '../../core/item-types/item-common.ts';
import type { Source } from './draft.ts';

type Layouts = Readonly<Record<string, Layout>>;

/** The layout that a control gives to its own item. */
const OWN: Readonly<Record<string, Layouts>> = {
  group: { footer: 'footer', gtable: 'row', header: 'header', page: 'page' },
  display: { footer: 'footer', header: 'header' },
  question: { likert: 'matrix' },
  other: {},
};

/** The layout that a control of a group gives to what is in it. */
const INSIDE: Readonly<Record<string, Layouts>> = {
  group: { grid: 'row', 'tab-container': 'page' },
  display: {},
  question: { htable: 'matrix', likert: 'matrix', table: 'matrix' },
  other: {},
};

const first = (controls: Iterable<string> = [], layouts: Layouts): string | undefined => [...controls].find((control) => Object.hasOwn(layouts, control));

/** The layout of an item, and its control that is about layout. Of the questions only lists of choices have one. */
export function layoutIn({ controls, fhirType, parent }: Source, isChoice: boolean): { layout?: Layout; control?: string } {
  const kind = fhirType === 'group' || fhirType === 'display' ? fhirType : isChoice ? 'question' : 'other';
  const own = first(controls, OWN[kind]!);
  const around = first(parent?.controls, INSIDE[kind]!);
  const layout = own ? OWN[kind]![own] : around && INSIDE[kind]![around];
  const control = own ?? (fhirType === 'group' ? (first(controls, INSIDE.group!) ?? first(controls, INSIDE.question!)) : undefined);
  return { ...(layout && { layout }), ...(control && { control }) };
}
