import { integerMessages } from '../../text/locales/en/items.ts';
import { numberView } from './number.ts';

export const integer = numberView({ inputmode: 'numeric', shape: /^[+-]?\d+$/, error: 'errorWhole', messages: integerMessages });
