import { typeOf } from '../../../core/item-types/index.ts';
import type { Instance } from '../../../core/answering/snapshot.ts';
import type { OwnCopy } from '../../safety/own-copy.ts';
import { answerWords, itemText, withPrefix } from '../items/item-text.ts';
import type { ItemContext } from '../items/item-type-view.ts';
import { isChosen, optionsFor } from '../items/options.ts';

/**
 * The person's answers in words, in order, for the review and for a copy. Blank items and texts that are not sent are
 * marked.
 */
export function answerLines(instances: readonly Instance[], context: ItemContext): OwnCopy['lines'] {
  return instances.flatMap((instance) => {
    if (instance.isOff) return [];
    const { item, children, key } = instance;
    const rest = answerLines(children, context);
    const { role } = typeOf(item);
    if (role === 'note') return rest;
    if (role === 'section') return rest.length && item.text ? [{ label: withPrefix(item), heading: 'group-title' as const }, ...rest] : rest;
    const text = answerText(instance, context);
    if (!text && item.optional) return rest;
    const { t } = context;
    const stays = text && item.tags?.kept ? [{ text: t.text('staysHere'), textLang: t.lang, stays: true }] : [];
    const label = itemText(instance, context);
    // A single checkbox has the item's text as its label, so one line is enough.
    const line = text === label ? { key, text } : { label, ...(text ? { key, text } : { text: t.text('leftBlank'), textLang: t.lang }) };
    return [line, ...stays, ...rest];
  });
}

function answerText(instance: Instance, context: ItemContext): string {
  const { answer, rejected, item } = instance;
  if (answer?.state === 'answered') return answerWords(item, answer.values, context);
  if (!answer) return answerWords(item, rejected?.given ?? [], context);
  const reason = optionsFor(item, context).find((option) => isChosen(instance, option));
  return reason?.text ?? context.t.text(answer.state);
}
