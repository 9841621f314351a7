// Names and texts of made-up people.

export const names = [
  'Amara', 'Birk', 'Celia', 'Dov', 'Edda', 'Farid', 'Greta', 'Hana', 'Ilias', 'Juno', 'Kofi', 'Leona',
  'Marek', 'Nia', 'Otto', 'Petra', 'Quinn', 'Rasa', 'Samir', 'Tove', 'Uma', 'Viktor', 'Wanda', 'Xenia',
  'Yusuf', 'Zoe', 'Arno', 'Bea', 'Cyril', 'Dana', 'Emil', 'Fleur', 'Goran', 'Hilde', 'Ivo',
] as const;

/** What would help, after a good session. */
export const helpful = [
  'More time at the end.',
  'To know what we do next time.',
  'Nothing comes to mind. It was fine.',
  'That you ask me again about my sister.',
  'A glass of water on my side too.',
  'To hear what you think, not only what I think.',
  'Fewer notes while I talk.',
  'I like it when you sum up.',
] as const;

/** The same, after a session that went badly. */
export const hurt = [
  'You laughed. I know it was not at me, but it stung.',
  'You were late and did not say why.',
  'I told you the name of my daughter twice.',
  'You gave me a list when I wanted you to listen.',
  'I did not know if you were angry with me.',
  'It felt like you had decided already.',
] as const;

export const goals = [
  'To take the bus alone again.',
  'To say no to my brother.',
  'To sleep without the light on.',
  'To stop checking the door.',
  'To get through a meeting without leaving.',
  'To talk to my mother about the house.',
  'To feel less alone on Sundays.',
  'To eat with other people.',
  'To know what I want, for once.',
  'To drive over the bridge.',
  'To be kinder to myself.',
  'To go back to work in spring.',
] as const;

export const helped = [
  'Walking home instead of the tram.',
  'The list on the fridge.',
  'My neighbour came along.',
  'I slept two nights in a row.',
  'Saying it out loud here.',
  'Breathing before I answer.',
  'I wrote it down first.',
] as const;

export const hindered = [
  'My boss moved the meeting.',
  'The old thoughts came back.',
  'Money. Again.',
  'I was ill for a week.',
  'I forgot what we agreed on.',
  'The children were at home.',
] as const;

export const questions: Record<string, readonly string[]> = {
  purpose: ['How do other people know that they are done?', 'Can the goal be a small one?', 'Can we write it down together?'],
  dialogue: ['What if I only notice later that something hurt?', 'Do you mind when I disagree?', 'Can I say it by mail first?'],
  boundaries: ['Can I write to you between sessions?', 'What happens when we meet in the street?', 'Do you talk to my doctor?'],
  confidentiality: ['Can my parents ask you about me?', 'Who reads the forms that I fill in?', 'Does my insurance see this?'],
  cost: ['What if I lose my job?', 'Is the first hour really free?', 'Do I pay when you cancel?'],
  ending: ['How will we know that it is time?', 'Can I come back later?', 'What if I want another therapist?'],
};

export const notes = [
  'It was smaller than I had feared.',
  'I did it before I could think about it.',
  'My hands shook. I did it anyway.',
  'Nobody noticed, and that was fine.',
  'I told one person about it.',
  'Twice in one week.',
] as const;

export const ownMilestones = ['Slept through', 'Swam again', 'Opened the letters', 'Called my father', 'Cooked for two'] as const;

/** Journal entries that people shared. Some answer a prompt. */
export const entries: readonly { prompt?: string; text: string }[] = [
  { prompt: 'j1', text: 'I hum when I feel safe. I had forgotten that I hum.' },
  { prompt: 'j1', text: 'I was tired, and I said so, and nothing bad came of it.' },
  { prompt: 'j2', text: 'I was angry all morning. I think it was about being left to do it alone, not about the dishes.' },
  { prompt: 'j3', text: 'I said “I miss him” to the dog. The dog took it well.' },
  { prompt: 'j4', text: 'I opened the letter. It was two lines long, and one of them was thank you.' },
  { prompt: 'j5', text: 'I want to bring the dream with the stairs. I do not know yet what there is to say about it.' },
  { prompt: 'j6', text: 'I asked my sister to just listen. She did. Then she told me about her week, and I could listen too.' },
  { prompt: 'j7', text: 'You are not behind. Nobody is running.' },
  { text: 'A quiet day. I watered the plants and sat down next to them.' },
  { text: 'I cried in the car, and then I drove home carefully. I am writing this so that you know it was a good cry.' },
];
