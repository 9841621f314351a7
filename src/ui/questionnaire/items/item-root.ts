import { setAttributes } from '../attributes.ts';

/** The root element of one question. */
export function makeItemRoot(): HTMLElement {
  const root = document.createElement('div');
  setAttributes(root, { class: 'item', part: 'item' });
  return root;
}
