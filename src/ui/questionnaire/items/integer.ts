import { WHOLE } from '../../../core/plain-data/written-number.ts';
import { integerMessages } from '../../text/locales/en/items.ts';
import { numberView } from './number.ts';

export const integer = numberView({ inputmode: 'numeric', shape: WHOLE, error: 'errorWhole', messages: integerMessages });
