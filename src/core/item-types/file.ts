import { isText } from '../plain-data/plain-text.ts';
import { isObject, like } from '../plain-data/shape.ts';
import type { FileDescription, ItemCommon } from './item-common.ts';
import type { ItemShape, ItemType } from './item-type.ts';

/** A file. The answer describes it and does not contain it. */
export interface FileItem extends ItemCommon {
  type: 'file';
  /** The possible types, such as `application/pdf` or `image/*`. Without it, any. */
  mimeTypes?: string[];
  /** In bytes. */
  maxSize?: number;
}

const isDescription = (value: unknown): boolean => {
  if (!isObject(value)) return false;
  const { name, type, size, sha256, ...others } = value;
  return (
    isText(name) && !!name && isText(type) && Number.isSafeInteger(size) && (size as number) >= 0 &&
    typeof sha256 === 'string' && /^[\da-f]{64}$/.test(sha256) && !Object.keys(others).length
  );
};

/** Whether a type, perhaps with parameters, is the wanted one, perhaps with `*` in it. */
const isOfType = (type: string, wanted: string): boolean => {
  const [name = ''] = type.toLowerCase().split(';');
  const [major, minor] = wanted.toLowerCase().split('/');
  return name.trim() === `${major}/${minor}` || major === '*' || (minor === '*' && name.startsWith(`${major}/`));
};

export const file: ItemType<FileItem> = {
  isValue: isDescription,
  faultOf: ({ mimeTypes, maxSize }, { type, size }: FileDescription) =>
    mimeTypes && !mimeTypes.some((wanted) => isOfType(type, wanted)) ? 'one-of-its-file-types'
    // Without a limit this compares with undefined, which is always false.
    : size > maxSize! ? 'max-size-or-less'
    : undefined,
};

const mediaType = /* @__PURE__ */ like('media-type', /^[\w*.+-]+\/[\w*.+-]+$/, 'as image/*');

export const fileShape: ItemShape<FileItem> = { fields: { 'mimeTypes?': [mediaType], 'maxSize?': 'count' } };
