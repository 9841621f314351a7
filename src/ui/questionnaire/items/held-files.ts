import { keyOf } from '../../../core/instrument/item-index.ts';
import type { Response } from '../../../core/record/response.ts';
import type { FileDescription, Value } from '../../../core/instrument/instrument.ts';
import type { ChosenFile } from '../../../events/submit-event.ts';

/**
 * The chosen files of each widget, by their hash. They are in memory only: a record describes a file, and neither a record nor
 * anything that is stored contains it.
 */
const held = new WeakMap<HTMLElement, Map<string, File>>();

/** The name belongs to it, because two files may have the same content. */
const contentKey = ({ name, sha256 }: FileDescription): string => sha256 + name;

const isDescription = (value: Value): value is FileDescription => typeof value === 'object' && 'sha256' in value;

export function holdFile(widget: HTMLElement, description: FileDescription, file: File): void {
  const files = held.get(widget) ?? new Map<string, File>();
  held.set(widget, files.set(contentKey(description), file));
}

/** Whether the widget still has the file that an answer describes. */
export const hasFile = (widget: HTMLElement, description: FileDescription): boolean => !!held.get(widget)?.has(contentKey(description));

/** Puts files into the entries of a form, in place of their names. Answers without a file keep the name. */
export function putFiles(entries: FormData, name: string, files: readonly ChosenFile[]): void {
  for (const { item, file } of files) {
    const key = `${name}.${keyOf(item, [])}`;
    const values = entries.getAll(key);
    const at = values.indexOf(file.name);
    if (at < 0) continue;
    entries.delete(key);
    for (const value of values.map((value, i) => (i === at ? file : value))) entries.append(key, value);
  }
}

/** The files of the answers in a record, as far as the widget has them. It forgets the others: nobody can send them any more. */
export function filesOf(widget: HTMLElement, { answers }: Response): ChosenFile[] {
  const files = held.get(widget);
  if (!files) return [];
  const found = answers.flatMap((answer) =>
    (answer.state === 'answered' ? answer.values : []).filter(isDescription).flatMap((value) => {
      const file = files.get(contentKey(value));
      const { item, at } = answer;
      return file ? { key: contentKey(value), chosen: { item, ...(at && { at }), file } } : [];
    }),
  );
  const keys = new Set(found.map(({ key }) => key));
  for (const key of files.keys()) if (!keys.has(key)) files.delete(key);
  return found.map(({ chosen }) => chosen);
}
