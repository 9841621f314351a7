/** Messages of a form without script. A widget shows none of them. */
export const fallback = {
  // When to answer a question. What must be so follows: one sentence, or a list of them.
  answerIf: 'Answer this only if:',
  answerIfAll: 'Answer this only if all of these are true:',
  answerIfAny: 'Answer this only if one of these is true:',
  answerIfFits: 'Answer this only if it fits you.',
  // An answer was sent whose condition does not hold.
  leftOut: 'This answer was left out. See when to answer this question.',
  all: 'All of these are true:',
  any: 'One of these is true:',
  onceAtLeast: 'At least once:',
  eachTime: 'Each time:',
  // {question} is its text; {answer} is the text of an answer, or several as a list
  chosen: 'Your answer to “{question}” is {answer}.',
  notChosen: 'Your answer to “{question}” is not {answer}.',
  answered: 'You answered “{question}”.',
  notAnswered: 'You did not answer “{question}”.',
  more: 'Your answer to “{question}” is more than {answer}.',
  atLeast: 'Your answer to “{question}” is {answer} or more.',
  less: 'Your answer to “{question}” is less than {answer}.',
  atMost: 'Your answer to “{question}” is {answer} or less.',
  after: 'Your answer to “{question}” is later than {answer}.',
  from: 'Your answer to “{question}” is {answer} or later.',
  before: 'Your answer to “{question}” is earlier than {answer}.',
  until: 'Your answer to “{question}” is {answer} or earlier.',
} as const;
