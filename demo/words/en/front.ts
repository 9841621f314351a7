import { html } from '../../html.ts';
import { phone } from '../phone.ts';

export const front = {
  title: 'Psychotherapy by the water',
  head: html`A steady place to&nbsp;talk`,
  lead: 'We are five therapists in an old harbour house. We have time, quiet rooms, and a kettle. You need no referral, and no right words.',
  call: html`<span>Call <bdi dir="ltr">555&#8239;0142</bdi></span>`,
  beginning: 'How it begins',
  steps: [
    ['Look around', 'Meet a therapist for fifty minutes. It costs nothing, and you promise nothing. Ask whatever you like.'],
    ['Choose what to work on', 'Together you say what you want from this, how often you meet, and how you will know that it helps.'],
    ['Say how it is going', 'After a session you can answer a few short questions. They are a way to say what is hard to say out loud.'],
  ],
  whereTo: 'Where to?',
  intakeDoor: 'Five unhurried minutes, part by part: what you expect of a therapist, and what you want to ask.',
  sessionDoor: 'After a session',
  minutes: { 'trust-pulse': 'One minute, or a little more if you like.', 'trust-12': 'Three minutes, or a little more if you like.' } as Record<string, string>,
  someMinutes: 'A few minutes, or a little more if you like.',
  meDoor: 'Your own page',
  meDoorWords: 'Moments that you chose to keep, and a place to write.',
  openedFor: (called: string) => html`Opened for ${called}, who is made up.`,
  cliniciansDoor: 'Sessions, answers and questions to bring, behind a password that the server printed.',
  answers: 'What happens to your answers',
  answersWords:
    'Our forms ask little and say where it goes. You can leave out any line, and stop at any time. Nothing you write is sold, or shown to anyone outside the clinic. We also count how well the forms themselves work: over everyone, without names, and not by therapist.',
  columns: ['What you fill in', 'Who sees it', 'When', 'Where it is kept'],
  rows: [
    ['Before your first visit', 'Your therapist', 'Before you meet', 'In your clinic file, for three years'],
    ['After a session', 'Your therapist', 'Before the next session', 'In your clinic file, for three years'],
    ['What your therapist notes about a session', 'Your therapist, and you if you ask', 'From then on', 'In your clinic file, for three years'],
    ['Milestones', 'Only you, unless you share one', 'When you share it', 'In your clinic account, until you remove it'],
    [
      'Your journal',
      'Only you, unless you share an entry',
      'When your therapist next opens your file',
      'On your device, if you want it kept; a shared entry in your clinic file, for three years',
    ],
  ],
  people: 'Who you may meet',
  works: [
    'Grief, and the long after of it. Works on Mondays and in the evenings.',
    'Panic, sleep, work that takes too much. Also by video.',
    'Couples, and people who are between two languages.',
    'First therapy, second tries, and people who were let down before.',
    'Later life, illness, and looking after someone.',
  ],
  fees: 'Fees',
  prices: [
    ['First meeting', 'free'],
    ['Fifty minutes', '80'],
    ['If money is short', 'from 30, ask us'],
    ['Cancelled a day before', 'free'],
  ],
  find: 'Find us',
  address: html`Harbour House, 3 Rope Walk<br>Ring the middle bell. There is a lift.<br>${phone}, weekdays 9 to 17`,
  atNight: 'Nobody reads messages at night. The line at the foot of this page says where to turn then.',
};
