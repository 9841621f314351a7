/** Messages of the check-in. */
export const checkIn = {
  lastTime: 'Last time you wrote:',
  keepGoal: 'Keep this',
  course: 'How close you felt each time',
  fromTo: '{from} to {to}',
  noAnswer: 'no answer',
  changed: 'Then you wrote something new:',
  again: 'Look at this again: {date}',
} as const;
