import { emittedIn } from './emitted.ts';

emittedIn('R4B');
