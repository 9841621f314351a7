// expected: does not exist on type
import type {} from 'attune-elements';

document.addEventListener('attune-submit', (event) => console.log(event.detail.record));
