import { isObject } from '../../core/plain-data/shape.ts';
import { extensionsOf, Part } from './part.ts';

const quiet = (): void => {};

/** An expression of an element. */
export interface ElementExpression {
  language: string;
  expression: string;
  /** The name that its result has in other expressions. */
  name: string | undefined;
}

/** The extensions of an element, without reports about what is wrong in them: `fromQuestionnaire` has those. */
export const quietExtensions = (element: unknown) => extensionsOf(isObject(element) ? new Part(element, '', quiet) : undefined);

/** The expressions in the extensions of an element with this name. */
export function expressionsIn(element: unknown, extension: string): ElementExpression[] {
  return quietExtensions(element)
    .all(extension)
    .flatMap((one) => {
      const value = one.part('valueExpression');
      const [language, expression] = [value?.text('language'), value?.text('expression')];
      return language === undefined || expression === undefined ? [] : { language, expression, name: value?.text('name') };
    });
}
