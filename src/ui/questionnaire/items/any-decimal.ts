import type { DecimalItem } from '../../../core/instrument/instrument.ts';
import { fhir } from '../../text/locales/en/fhir.ts';
import { decimal } from './decimal.ts';
import type { ItemTypeView } from './item-type-view.ts';

/** Numbers that can also have a limit of decimal places. */
export const anyDecimal: ItemTypeView<DecimalItem> = {
  ...(decimal as ItemTypeView<DecimalItem>),
  messages: { ...decimal.messages, fhir },
  problem: (item, t, fault, given) =>
    fault === 'within-its-decimals' ? t('fhir.errorDecimals', { count: item.decimals! }) : decimal.problem!(item as never, t, fault, given),
};
