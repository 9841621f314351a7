import type { FileItem, Value } from '../../core/instrument/instrument.ts';
import { fileSize } from '../../ui/text/format.ts';
import type { ItemTypeEntries } from './item-type-entries.ts';
import type { ItemTypeMarkup } from './item-type-markup.ts';
import { sentences } from './sentences.ts';

/** A browser sends an empty file if the person has chosen none. */
const isNoFile = (value: unknown): boolean => {
  const { name, size } = Object(value) as { name?: unknown; size?: unknown };
  return !name && size === 0;
};

export const fileEntries: ItemTypeEntries<FileItem> = {
  // What is no file is refused later.
  read: (_, { entries, name }) => (entries.get(name) ?? []).filter((value) => value !== '' && !isNoFile(value)) as Value[],
};

export const fileMarkup: ItemTypeMarkup<FileItem> = {
  hasFiles: true,
  field: ({ mimeTypes }, { input }) => input({ type: 'file', value: undefined, accept: mimeTypes?.join() }),
  note: ({ mimeTypes, maxSize }, { words }) =>
    sentences(
      mimeTypes && words('fhir.fileTypes', { types: mimeTypes.join(', ') }),
      maxSize !== undefined && words('fhir.fileSize', { size: fileSize(words, maxSize) }),
    ),
  problem: ({ mimeTypes = [], maxSize = Infinity }, code, words) => {
    if (code === 'max-size-or-less') return words('fhir.errorFileSize', { size: fileSize(words, maxSize) });
    return code === 'one-of-its-file-types' ? words('fhir.errorFileTypes', { types: mimeTypes.join(', ') }) : words('fhir.errorFile');
  },
};
