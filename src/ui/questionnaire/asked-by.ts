import type { Prefill } from '../../core/answering/initial-values.ts';
import type { Structure } from '../../core/answering/structure.ts';
import type { InstrumentDefinition } from '../../core/instrument/definition.ts';
import type { Overlay } from '../../core/instrument/overlay.ts';
import type { Answer } from '../../core/record/response.ts';
import { overlayFor } from '../../instruments/translation-shelf.ts';
import type { Extension } from './extension.ts';
import type { ItemSupport } from './items/item-type-view.ts';
import type { QuestionnaireHost } from './questionnaire-host.ts';

/** The instrument that the element presents now, with the values of its options. */
export interface Asked {
  definition: InstrumentDefinition | undefined;
  /** The translation of the definition into the language around the element; `undefined` for the wording of the source. */
  overlay: Overlay | undefined;
  options: Record<string, string>;
  given: readonly Answer[];
  /** The code that the items of the definition need. */
  structure: Structure;
  /** Reads a record of the same form with other lists of answers. */
  takeChangedLists?: ItemSupport['takeChangedLists'];
  /** Values at the start from elsewhere. The same list until they change. */
  prefill: readonly Prefill[] | undefined;
  /** Number of questions on the first page. */
  firstPageSize: number;
}

interface AskedIn {
  itemSupport: ItemSupport;
  /** The language around the element. */
  language: string;
}

/** What the element asks now. On a narrow page, the introduction and the crisis notice leave room for one question. */
export function askedBy(extension: Extension, host: QuestionnaireHost, { itemSupport, language }: AskedIn): Asked {
  const firstPageSize = host.layout === 'paged' ? 3 : 1;
  const options = optionsOf(extension, host);
  const definition = extension.definition();
  const overlay = definition && (overlayFor(definition, language, host.translations) ?? extension.overlay?.(language));
  return {
    definition,
    overlay,
    options,
    given: extension.given?.() ?? [],
    structure: extension.structure?.() ?? itemSupport.structure,
    takeChangedLists: itemSupport.takeChangedLists,
    prefill: extension.prefill?.(),
    firstPageSize,
  };
}

/** The options of the instrument: those of the extension, else the properties of the element with the names of options. */
function optionsOf({ definition, options }: Extension, element: object): Record<string, string> {
  if (options) return options();
  const own = element as Record<string, string | undefined>;
  const names = Object.keys(definition()?.options ?? {});
  return Object.fromEntries(names.flatMap((name) => (own[name] ? [[name, own[name]]] : [])));
}
