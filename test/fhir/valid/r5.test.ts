import { emittedIn } from './emitted.ts';

emittedIn('R5');
