// The directive, imported in this order for the same reason as Lit.
import './lit.ts';
import './window-stand-in.ts';
import { repeat as litRepeat } from 'lit/directives/repeat.js';
import './no-window-stand-in-left.ts';

export const repeat = litRepeat;
