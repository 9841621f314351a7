import type { BooleanItem } from '../../../core/instrument/instrument.ts';
import { makeChoice } from './choice-field.ts';
import type { ItemTypeView } from './item-type-view.ts';

export const boolean: ItemTypeView<BooleanItem> = { isPicked: true, make: makeChoice<BooleanItem>({ kind: () => 'row' }), isLine: () => true };
