import type { Instance } from '../../../core/answering/snapshot.ts';
import type { Shown } from '../../text/messages.ts';
import type { ItemContext } from '../items/item-type-view.ts';
import { optionsFor } from '../items/options.ts';
import { typeViewOf } from '../items/item-support.ts';
import { ruleText } from './rule-text.ts';

/** The message about the error of an item, for the person. It says what to do, and how to leave the item out. */
export function problemText({ item, rejected, broken }: Instance, context: ItemContext): Shown {
  const { itemSupport, t } = context;
  const rules = !rejected && ruleText(broken, context, 'error');
  if (rules) return rules;
  const problem = typeViewOf(item, itemSupport)?.problem?.(item, t, rejected?.problem.code, rejected?.given);
  if (problem) return problem;
  const wayOut = optionsFor(item, context).find(({ absent }) => absent);
  return wayOut ? t('errorMissingOr', { option: wayOut.text }) : t('errorMissing');
}
