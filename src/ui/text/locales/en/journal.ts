/**
 * Messages of the journal. The label of a button has the name of the button's action as its key, a question that name and
 * `Ask`.
 */
export const journal = {
  // where it is stored
  notYet: 'Nothing is kept yet. You will be asked first.',
  cannotKeep: 'It cannot be kept here.',
  unreadable: 'There is a journal here that this page cannot read. It was left as it is.',
  'keep-now': 'Keep it on this device',
  decline: 'Only on this page',
  badKeep: 'This could not be kept. It is still here. Save a copy.',
  // writing
  write: 'Write here',
  prompt: 'Give me a prompt',
  another: 'Another prompt',
  'no-prompt': 'No prompt',
  put: 'Add to my journal',
  done: 'Done',
  underText: 'It is not sent unless you share it.',
  added: 'Added.',
  changed: 'Changed.',
  badDraft: 'Please add or clear what you wrote here first.',
  // one entry
  more: 'Change or share',
  edit: 'Change',
  share: 'Share',
  'share-now': 'Share this',
  shareUnsaid: 'This page does not say who will see this. You may want to ask first.',
  isShared: 'You shared this.',
  wasShared: 'You shared this before you changed it.',
  sharedStays: 'What you shared is not taken back.',
  remove: 'Erase',
  removeAsk: 'Erase this? It cannot be brought back.',
  // the passphrase
  now: 'Your words',
  fresh: 'Choose your words',
  again: 'The same words again',
  length: 'At least 12 letters. Four or more words work well.',
  badLength: 'This is too short. Add more words.',
  badAgain: 'These are not the same words.',
  badWords: 'These words do not open it. Nothing was lost.',
  badLock: 'The words were changed in another window. Nothing was lost.',
  wait: 'Please wait...',
  'lock-now': 'Lock it with these words',
  lock: 'Lock',
  unlock: 'Unlock',
  keep: 'Choose other words',
  idleLock: {
    other: 'Are you still there? This will be locked in less than {count} seconds. Press Escape or the button to go on.',
  },
  idle: {
    other: 'Are you still there? This will be erased in less than {count} seconds. Press Escape or the button to keep it.',
  },
  // the whole journal
  tools: 'Copies and more',
  plain: 'A copy is not locked. Keep it safe.',
  save: 'Save to read',
  file: 'Save to bring back',
  bring: 'Bring back',
  badFile: 'This is no journal file. Nothing was changed.',
  wipe: 'Erase my journal',
  wipeAsk: 'Erase all of it? It cannot be brought back.',
  erased: 'Erased.',
  erasedHere: 'Erased on this page. It may still be on this device.',
} as const;
