import { full } from '../../core/answering/full-structure.ts';
import { allViews } from '../../ui/questionnaire/items/all-views.ts';
import { forAnyQuestion } from '../../ui/questionnaire/items/any-question.ts';
import { filesOf, putFiles } from '../../ui/questionnaire/items/held-files.ts';
import type { ItemSupport } from '../../ui/questionnaire/items/item-type-view.ts';

/** What the items of any FHIR form need. */
export const fhirSupport: ItemSupport = { views: forAnyQuestion(allViews), structure: full, filesOf, putFiles };
