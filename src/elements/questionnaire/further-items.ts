import type { CSSResultOrNative } from '../../ui/lit/lit.ts';
import type { ItemSupport } from '../../ui/questionnaire/items/item-type-view.ts';
import { LANGUAGE_EVENT } from '../../ui/text/locales.ts';
import { AttuneQuestionnaire, type ReadForm } from './questionnaire.ts';

/** What this module changes of the class. It is protected, because no page should. */
interface Support {
  itemSupport: ItemSupport;
  readForm: ReadForm;
  elementStyles: CSSResultOrNative[];
  finalizeStyles(styles: unknown): CSSResultOrNative[];
  styles: unknown;
}

const sheetOf = (style: CSSResultOrNative): CSSStyleSheet => (style instanceof CSSStyleSheet ? style : style.styleSheet!);

/**
 * Replaces what `<attune-questionnaire>` has for forms and their items, for a page that also needs FHIR forms. Widgets that are on the
 * page show their items again.
 */
export function supportForms(itemSupport: ItemSupport, readForm: ReadForm): void {
  const element = AttuneQuestionnaire as unknown as Support;
  const { elementStyles } = element;
  element.itemSupport = itemSupport;
  element.readForm = readForm;
  // The class is not registered yet, so it has the styles of a class above it; or this is a server.
  if (!globalThis.window || elementStyles === (Object.getPrototypeOf(element) as Support).elementStyles) return;
  const sheets = elementStyles.map(sheetOf);
  const last = sheets.at(-1)!;
  // Widgets have adopted these sheets already. What is added to one of them is in all of them.
  for (const sheet of element.finalizeStyles(element.styles).map(sheetOf)) {
    if (!sheets.includes(sheet)) for (const { cssText } of sheet.cssRules) last.insertRule(cssText, last.cssRules.length);
  }
  showAgain();
}

/** Replaces how forms are read. Widgets that are on the page read theirs again. */
export function readFormsWith(readForm: ReadForm): void {
  (AttuneQuestionnaire as unknown as Support).readForm = readForm;
  showAgain();
}

const showAgain = (): unknown => globalThis.dispatchEvent?.(new Event(LANGUAGE_EVENT));
