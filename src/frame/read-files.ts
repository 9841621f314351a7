import type { ChosenFile } from '../events/submit-event.ts';
import type { FileContent } from './messaging/attachments.ts';

const inBase64 = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    // `data:text/plain;base64,eA==`
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,?/, ''));
    reader.onerror = () => reject(reader.error ?? new Error(file.name));
    reader.readAsDataURL(file);
  });

/** Reads the files of a record. Rejects if one of them cannot be read. */
export const readFiles = (files: readonly ChosenFile[]): Promise<FileContent[]> =>
  Promise.all(files.map(async ({ item, file }) => ({ linkId: item, name: file.name, size: file.size, data: await inBase64(file) })));
