import { setAttributes } from './attributes.ts';

/** The element of one question. */
export function makeItemRoot(key: string): HTMLElement {
  const root = document.createElement('div');
  setAttributes(root, { class: 'item', part: 'item', 'data-key': key });
  return root;
}
