import { RECORDER_MARKS } from './recorder-marks.ts';

/**
 * Adds the element around all content of a shadow root. The marks must be inside the root: on the host, recorders do not look
 * for them when an event comes from a control. The element has no box, because recorders note the size of what they leave
 * out, and the height of a widget depends on the answers.
 */
export function addMask(root: Node): HTMLElement {
  return root.appendChild(document.createElement('div'));
}

export function setMask(mask: Element, isOn: boolean): void {
  for (const [name, value] of Object.entries(RECORDER_MARKS)) {
    if (isOn) mask.setAttribute(name, value);
    else mask.removeAttribute(name);
  }
}

/** Whether the marks that make recorders leave out the content of the shadow root are on. */
export const isMasked = (root: ShadowRoot): boolean => !!root.querySelector('[data-private]');
