import type { Value } from 'attune-elements/core';
import type { MadeUpAnswers, MadeUpPerson } from './made-up.ts';

const codes = ['', 'totally-disagree', 'disagree', 'in-between', 'agree', 'totally-agree'];
const happened = ['no', 'partly', 'yes'];

/** The numbers 1 to 5 are codes of the agreement scale; 0 is a blank. */
function agree(ids: string, numbers: string): Record<string, string> {
  return pick(ids.split(' '), numbers, (number) => codes[number] ?? '');
}

function did(numbers: string): Record<string, string> {
  const ids = ['e11', 'e12', 'e13', 'e14', 'e21', 'e22', 'e23', 'e24', 'e31', 'e32', 'e33', 'e34'];
  return pick(ids, numbers, (number) => happened[number - 1] ?? '');
}

function pick(ids: readonly string[], numbers: string, code: (number: number) => string): Record<string, string> {
  return Object.fromEntries(
    ids.flatMap((id, index) => (numbers[index] === '0' ? [] : [[id, code(Number(numbers[index]))]])),
  );
}

const mixed = 't01 t02 t03 t04 t05 t06 t07 t08 t09 t10 t11 t12';
const positive = 't01 t02 t03 t04p t05 t06p t07 t08 t09p t10 t11p t12';

const intake = (numbers: string, ready: number, more: Record<string, Value> = {}): MadeUpAnswers => ({
  instrument: 'trust-12',
  options: { variant: 'intake' },
  given: { ...agree(positive, numbers), 't-now': ready, ...more },
});

const full = (numbers: string, now: number, more: Record<string, Value> = {}): MadeUpAnswers => ({
  instrument: 'trust-12',
  options: { variant: 'session' },
  given: { ...agree(mixed, numbers), 't-now': now, ...more },
});

const pulse = (numbers: string, now: number, more: Record<string, Value> = {}): MadeUpAnswers => ({
  instrument: 'trust-pulse',
  given: { ...agree('t01 t02 t03 t07', numbers), 't-now': now, ...more },
});

const card = (given: MadeUpAnswers['given'], more: Record<string, string> = {}): MadeUpAnswers => ({
  instrument: 'boundary-clarity',
  options: { topics: 'purpose dialogue boundaries confidentiality cost ending', policy: '2026-11', ...more },
  given,
});

const checkIn = (goal: string, close: number, more: Record<string, Value> = {}): MadeUpAnswers => ({
  instrument: 'progress-check-in',
  given: { p1: goal, p2: close, ...more },
});

/** Made-up clients that were written by hand. */
export const people: readonly MadeUpPerson[] = [
  {
    called: 'Rowan',
    intake: [
      intake('443344343433', 4, { 't-help': 'Knowing what happens to what I say.' }),
      card({
        b01: 'partly',
        'b01-ask': ['ask'],
        b02: 'not-clear',
        'b02-ask': ['ask'],
        'b02-first': ['first'],
        b03: 'clear',
        b04: 'clear',
        b05: 'partly',
        b07: 'clear',
        b08: 'clear',
        'q-confidentiality': 'Do you write down names of people I talk about?',
      }),
    ],
    sessions: [
      {
        ago: 72,
        therapist: 'Ida Lindqvist',
        mode: 'in-person',
        records: [
          pulse('4343', 5),
          {
            instrument: 'environment-check',
            options: { mode: 'in-person' },
            given: { n1: 'yes', n2: 'yes', n3: 'partly', n4: 'no', n5: 'yes', n6: 'yes' },
          },
        ],
      },
      {
        ago: 65,
        therapist: 'Ida Lindqvist',
        mode: 'in-person',
        records: [pulse('4444', 5), checkIn('To sleep through again.', 2, { p4: 'Work calls me at night.', p5: 'keep-going-as-we-are' })],
      },
      { ago: 58, therapist: 'Ida Lindqvist', mode: 'in-person', records: [full('443242432324', 5)] },
      { ago: 51, therapist: 'Ida Lindqvist', mode: 'in-person', records: [pulse('4443', 6)] },
      { ago: 44, therapist: 'Ida Lindqvist', mode: 'in-person', records: [pulse('4444', 6)] },
      {
        ago: 37,
        therapist: 'Ida Lindqvist',
        mode: 'in-person',
        records: [pulse('4443', 6), checkIn('To sleep through again.', 4, { p3: 'The phone stays in the kitchen.' })],
      },
      { ago: 30, therapist: 'Ida Lindqvist', mode: 'in-person', records: [pulse('4453', 6)] },
      {
        ago: 23,
        therapist: 'Ida Lindqvist',
        mode: 'in-person',
        records: [
          full('443252431425', 7),
          {
            instrument: 'empathy-checklist',
            options: { perspective: 'client' },
            given: { ...did('332302302333'), 'e23-more': ['more'] },
            left: { e21: 'not-applicable', e24: 'unknown' },
          },
          {
            instrument: 'empathy-checklist',
            options: { perspective: 'therapist' },
            given: did('333332302333'),
            left: { e24: 'unknown' },
          },
          { instrument: 'empathy-checklist', options: { perspective: 'observer' }, given: did('323321202323') },
        ],
      },
      {
        ago: 16,
        therapist: 'Ida Lindqvist',
        mode: 'video',
        records: [
          pulse('4232', 4, { 't-help': 'You looked at the clock a lot. I did not know if I should stop.' }),
          {
            instrument: 'mistrust-observation',
            given: {
              m1: 'once',
              m2: 'not-seen',
              m3: 'several',
              m4: 'not-seen',
              m5: 'not-seen',
              m6: 'not-seen',
              'm-why': ['technology-problem', 'my-own-behaviour'],
              'm-next': ['ask-how-the-session-felt', 'own-my-part-and-say-sorry'],
            },
          },
        ],
      },
      {
        ago: 9,
        therapist: 'Ida Lindqvist',
        mode: 'in-person',
        records: [
          pulse('4344', 7),
          checkIn('To sleep through again.', 6, { p3: 'We talked about the clock.', p6: 'yes' }),
          {
            ...card(
              { b01: 'clear', b02: 'clear', 'q-dialogue': 'Can we do five minutes at the end for how it went?' },
              { 'last-time': 'yes' },
            ),
            last: {
              'What should I do if something you say does not sit well with me?': 'yes',
              'What are we aiming for, and how will we know it helps?': 'yes',
              'Do you write down names of people I talk about?': 'partly',
            },
          },
        ],
      },
      { ago: 2, therapist: 'Ida Lindqvist', mode: 'in-person', records: [] },
    ],
    milestones: [
      { milestone: 'first-step', ago: 72 },
      { milestone: 'spoke-up', ago: 9, note: 'I said the thing about the clock. It went all right.', shared: true },
      { milestone: 'custom', ago: 5, text: 'Slept through', note: 'Twice in one week.', motif: 2 },
      { milestone: 'said-no', ago: 20, putAway: true },
    ],
    journal: [
      {
        ago: 8,
        prompt: 'j3',
        text: 'I said the thing about the clock. I had carried it around for a week, and then it was one sentence.\n\nI walked home the long way, past the boats.',
      },
      {
        ago: 4,
        prompt: 'j4',
        first: 'The phone slept in the kitchen. I woke at four.',
        text: 'The phone slept in the kitchen. I woke at four, listened to the gulls for a while, and fell asleep again.',
      },
    ],
  },
  {
    called: 'Noor',
    intake: [intake('554554455455', 8)],
    sessions: [
      { ago: 26, therapist: 'Tomas Okafor', mode: 'video', records: [pulse('5545', 8)] },
      { ago: 12, therapist: 'Tomas Okafor', mode: 'video', records: [full('504154511415', 8)] },
      { ago: 5, therapist: 'Tomas Okafor', mode: 'phone', records: [pulse('5045', 9)] },
    ],
    milestones: [{ milestone: 'tried-new', ago: 12, note: 'Took the train, all four stops.', shared: true }],
    journal: [
      {
        ago: 10,
        prompt: 'j6',
        text: 'On the train I asked a man whether I could sit by the door. He just moved over. I had practised a whole speech.',
      },
    ],
  },
  {
    called: 'Elias',
    sessions: [
      { ago: 40, therapist: 'Ruth Abelson', mode: 'in-person', records: [full('000400000000', 3)] },
      { ago: 19, therapist: 'Ruth Abelson', mode: 'in-person', records: [full('333333333333', 5)] },
      { ago: 6, therapist: 'Ruth Abelson', mode: 'in-person', records: [] },
    ],
  },
  {
    called: 'Mei',
    intake: [
      intake('234323323233', 2),
      card({
        b01: 'not-clear',
        'b01-ask': ['ask'],
        'b01-first': ['first'],
        b07: 'not-clear',
        'b07-ask': ['ask'],
        'q-ending': 'What if I want another therapist?',
      }),
    ],
    sessions: [],
  },
  {
    called: 'Jonah',
    intake: [intake('434544344434', 5)],
    sessions: [
      { ago: 33, therapist: 'Jun Watanabe', mode: 'in-person', records: [pulse('3433', 5)] },
      { ago: 11, therapist: 'Jun Watanabe', mode: 'in-person', records: [full('555555555555', 9)] },
    ],
    milestones: [{ milestone: 'came-back', ago: 11, shared: false }],
    journal: [{ ago: 3, text: 'Not much to say today. I made soup, and it was good soup.' }],
  },
];
