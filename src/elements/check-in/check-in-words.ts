/** The interface words of the check-in, beside the common ones. */
export const checkInWords = {
  lastTime: 'Last time you wrote:',
  keepGoal: 'Keep this',
  course: 'How close you felt each time',
  fromTo: '{from} to {to}',
  noAnswer: 'no answer',
  changed: 'Then you wrote something new:',
  again: 'Look at this again on {date}.',
};

export type CheckInWords = typeof checkInWords;
