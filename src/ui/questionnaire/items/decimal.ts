import { decimalMessages } from '../../text/locales/en/items.ts';
import { numberView } from './number.ts';

export const decimal = numberView({ inputmode: 'decimal', shape: /^[+-]?\d+([.,]\d+)?$/, error: 'errorNumber', messages: decimalMessages });
