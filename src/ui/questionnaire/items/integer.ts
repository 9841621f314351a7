import { numberView } from './number.ts';

export const integer = numberView({ inputmode: 'numeric', shape: /^[+-]?\d+$/, error: 'errorWhole' });
