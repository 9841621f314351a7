// expected: No overload matches this call
import type { AttunePageEvent } from 'attune-elements';

document.addEventListener('attune-submit', (event: AttunePageEvent) => event.detail.page);
