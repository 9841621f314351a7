/** Two clicks are a double click within this time, in milliseconds, and this distance, in px. */
const DOUBLE_CLICK = 500;
const NEAR = 8;

/**
 * Ignores the second press of a double click or of a key if it is on another button than the first press. That button moved
 * to this place, or got the focus, because of the first press. It may erase, send or share, and the person has not read it.
 */
export function ignoreRepeatedPress(root: ShadowRoot): void {
  let last: MouseEvent | undefined;
  let pressed: string | undefined;
  let lastButton: HTMLElement | null;
  // A person who presses another key in between goes to the other button on purpose.
  root.addEventListener('keydown', (event) => {
    const { key } = event as KeyboardEvent;
    if (key !== 'Enter' && key !== ' ') last = undefined;
  });
  root.addEventListener(
    'click',
    (event) => {
      const click = event as MouseEvent;
      const button = (click.target as Element).closest('button');
      // Scripts and assistive tools press exactly the button that they mean.
      if (!button || !click.isTrusted) return;
      const action = button.dataset.do ?? button.id;
      const isOther = button !== lastButton || action !== pressed;
      if (last && isOther && isRepeat(last, click)) {
        click.stopImmediatePropagation();
        click.preventDefault();
      } else [lastButton, pressed] = [button, action];
      last = click;
    },
    true,
  );
}

/** `detail` counts the clicks of a pointer; it is 0 for a key. */
function isRepeat(last: MouseEvent, next: MouseEvent): boolean {
  const isKey = !next.detail;
  const isNear = Math.hypot(next.clientX - last.clientX, next.clientY - last.clientY) < NEAR;
  return next.timeStamp - last.timeStamp < DOUBLE_CLICK && isKey === !last.detail && (isKey || isNear);
}
