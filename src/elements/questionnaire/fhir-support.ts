import { full } from '../../core/answering/full-structure.ts';
import { takeChangedLists } from '../../core/record/changed-lists.ts';
import { entryOrder } from '../../ui/questionnaire/entry-order.ts';
import { allViews } from '../../ui/questionnaire/items/all-views.ts';
import { forAnyQuestion } from '../../ui/questionnaire/items/any-question.ts';
import { changingChoice } from '../../ui/questionnaire/items/changing-choices.ts';
import { filesOf, putFiles } from '../../ui/questionnaire/items/held-files.ts';
import { withLimitWords } from '../../ui/questionnaire/items/limit-words.ts';
import { withPresentation } from '../../ui/questionnaire/items/with-presentation.ts';
import type { ItemSupport } from '../../ui/questionnaire/items/item-type-view.ts';

const views = forAnyQuestion(withLimitWords(withPresentation(allViews)));

/** What the items of any FHIR form need. */
export const fhirSupport: ItemSupport = { views: { ...views, choice: changingChoice(views.choice) }, structure: full, entryOrder, takeChangedLists, filesOf, putFiles };
