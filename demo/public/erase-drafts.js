// Erases on this device what the clinic has now, or what the person has erased.
import { eraseDrafts } from '/attune/drafts.js';

const { drafts } = document.querySelector('[data-drafts]').dataset;
const [{ type }] = performance.getEntriesByType('navigation');
// A person who goes back to this page may have filled in more since.
if (type === 'navigate') {
  for (const key of drafts.split(' ')) {
    // A browser that refuses storage has kept nothing.
    eraseDrafts(key).catch(() => {});
  }
}
