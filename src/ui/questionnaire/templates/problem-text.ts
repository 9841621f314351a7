import type { Instance } from '../../../core/answering/snapshot.ts';
import type { Shown } from '../../text/messages.ts';
import type { ItemContext } from '../items/item-type-view.ts';
import { optionsFor } from '../items/options.ts';
import { typeViewOf } from '../items/item-support.ts';
import { ruleText } from './rule-text.ts';

/** The message about the error of an item, for the person. It says what to do, and how to leave the item out. */
export function problemText({ item, rejected, broken }: Instance, context: ItemContext): Shown {
  const { itemSupport, t } = context;
  // A limit that follows from answers is a rule without an expression of its own. Its id is what is wrong.
  const limit = broken?.find(({ severity, expression }) => severity === 'error' && !expression)?.id;
  const rules = !rejected && !limit && ruleText(broken, context, 'error');
  if (rules) return rules;
  const problem = typeViewOf(item, itemSupport)?.problem?.(item, t, rejected?.problem.code ?? limit, rejected?.given);
  if (problem) return problem;
  const wayOut = optionsFor(item, context).find(({ absent }) => absent);
  return wayOut ? t('errorMissingOr', { option: wayOut.text }) : t('errorMissing');
}
