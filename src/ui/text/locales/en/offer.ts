/** Messages about a change that was offered to the page. `saving` to `notSaved` are states of a `HostChange`. */
export const offer = {
  saving: 'Saving...',
  stillSaving: 'This is still saving. You can wait, or try again.',
  notSaved: 'This did not save. You can try again.',
  unconfirmed: 'This page has not confirmed this.',
  cancel: 'Cancel',
} as const;
