/** Messages about records that a person has sent and that have not arrived. */
export const unsent = {
  title: 'Not sent yet',
  sentAt: 'You sent this: {time}',
  waiting: 'It waits on this device, and is sent as soon as it can be.',
  refused: 'It was not taken. It stays on this device until it is taken or you erase it.',
  unreadable: 'It can no longer be read here, and cannot be sent.',
  done: 'Nothing waits here any more.',
  notYet: 'It still did not send. It stays on this device.',
  erased: 'Erased on this device.',
  notErased: 'It could not be erased.',
} as const;
