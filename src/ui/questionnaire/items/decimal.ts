import { DECIMAL } from '../../../core/plain-data/written-number.ts';
import { decimalMessages } from '../../text/locales/en/items.ts';
import { numberView } from './number.ts';

export const decimal = numberView({ inputmode: 'decimal', shape: DECIMAL, error: 'errorNumber', messages: decimalMessages });
