import { numberView } from './number.ts';

export const decimal = numberView({ inputmode: 'decimal', shape: /^[+-]?\d+([.,]\d+)?$/, error: 'errorNumber' });
