import { blankInReach, stopsBefore } from '../../core/answering/entry-order.ts';
import { wrongItems, type Facts, type QuestionnaireView } from './questionnaire-view.ts';

/** What an order of answering changes in a questionnaire. Only widgets for forms that can have an order contain it. */
export interface EntryOrder {
  /** The same facts. In a sequence, the person is not told about blank questions that they can no longer reach. */
  inReach(facts: Facts): Facts;
  /** The keys of what the person must answer or correct before they go to the next page. */
  stopsNext(facts: Facts): readonly string[];
  /** The view without what the order does not allow. */
  restricted(view: QuestionnaireView, facts: Facts): QuestionnaireView;
}

export const entryOrder: EntryOrder = {
  inReach(facts) {
    const { settings, snapshot } = facts;
    return settings.isRequired ? facts : { ...facts, snapshot: { ...snapshot, blank: blankInReach(settings, snapshot) } };
  },
  stopsNext({ settings, snapshot }) {
    const { broken: _, ...unbroken } = snapshot;
    return stopsBefore(settings, snapshot, snapshot.page + 1, wrongItems(unbroken, settings));
  },
  restricted(view, { settings: { entryMode } }) {
    const { isLast } = view;
    const isSequence = entryMode === 'sequential';
    // To send ahead of the last page would show what is missing there. A copy has the earlier answers, which a sequence hides.
    const isAllowed = (action: QuestionnaireView['offers'][number]): boolean =>
      !(action === 'back' && isSequence) && !(action === 'send' && !isLast) && !(action === 'copy' && isSequence && !isLast);
    return {
      ...view,
      offers: view.offers.filter(isAllowed),
      reserved: view.reserved.filter(isAllowed),
      goesOn: !isLast,
      isOneWay: isSequence && !isLast,
    };
  },
};
