import { readDefinition } from '../core/instrument/read-definition.ts';
import { readRegisteredWith } from './registry.ts';

/** From now on, definitions of forms of other systems can be registered too. */
export const readForms = (): void => readRegisteredWith(readDefinition);
