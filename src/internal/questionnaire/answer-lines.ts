import type { Item } from '../../core/instrument.ts';
import type { Instance } from '../../core/session.ts';
import type { OwnCopy } from '../own-copy.ts';
import { isChosen, type Option } from './options.ts';
import type { Words } from '../words.ts';

/** The person's own answers in words, in order, with what was left blank: for reviewing, printing and saving. */
export function answerLines(
  instances: readonly Instance[],
  words: Words,
  textOf: (instance: Instance) => string,
  optionsOf: (item: Item) => readonly Option[],
): OwnCopy['lines'] {
  return instances.flatMap((instance) => {
    const { item, children } = instance;
    const rest = answerLines(children, words, textOf, optionsOf);
    if (item.type === 'display') return rest;
    if (item.type === 'group') return rest.length && item.text ? [{ label: item.text }, ...rest] : rest;
    const text = answerText(instance, words, optionsOf(item));
    if (!text && item.optional) return rest;
    return [{ label: textOf(instance), text: text || words.leftBlank }, ...rest];
  });
}

function answerText(instance: Instance, words: Words, options: readonly Option[]): string {
  const { answer, rejected } = instance;
  if (rejected) return rejected.given.join(', ');
  if (!answer) return '';
  const chosen = options.filter((option) => isChosen(instance, option)).map(({ text }) => text);
  if (chosen.length) return chosen.join(', ');
  return answer.state === 'answered' ? answer.values.join(', ') : words[answer.state];
}
