import { hasMarkupSupport } from '../../ui/text/markup-support.ts';

const hasMarkup = (parts: readonly object[]): boolean =>
  parts.some((part) => {
    const { markup, choices = [], items = [] } = part as { markup?: unknown; choices?: object[]; items?: object[] };
    return !!markup || hasMarkup(choices) || hasMarkup(items);
  });

/** What a form is presented without, as long as the page has no support for markup. */
export const markupLimits = ({ items }: { items: readonly object[] }): { path: string; message: string }[] =>
  hasMarkup(items) && !hasMarkupSupport() ? [{ path: 'markup', message: 'Import define/fhir-markup' }] : [];
