import type { InstrumentDefinition } from 'attune-elements';

const common = {
  schema: 1,
  version: '1.0.0',
  normed: false,
  licence: {
    copyright: '© 2026 Harbour Clinic',
    licenceHolder: 'Harbour Clinic',
    licenceUrl: 'https://harbour.example/forms',
    licenceConfirmed: true,
  },
} as const;

/** One item of every type, as a host would write it in JSON. */
export const everything: InstrumentDefinition = {
  ...common,
  id: 'harbour-welcome',
  language: 'en',
  title: 'Welcome to Harbour Clinic',
  audience: 'client',
  intro: 'A few things that help us prepare. You can leave out any line.',
  scales: {
    often: {
      choices: [
        { code: 'never', text: 'Never' },
        { code: 'sometimes', text: 'Sometimes' },
        { code: 'often', text: 'Often' },
        { code: 'always', text: 'Always' },
      ],
      unknown: 'Hard to say',
    },
  },
  absent: { 'not-applicable': 'Does not apply', declined: 'Skip this one' },
  items: [
    { id: 'read', type: 'display', text: 'About your visits', help: 'Nothing here is needed to be seen by us.' },
    { id: 'before', type: 'boolean', text: 'Have you been in therapy before?' },
    {
      id: 'helped',
      type: 'choice',
      scale: 'often',
      text: 'How often did it help?',
      when: { item: 'before', op: '=', value: true },
    },
    {
      id: 'ways',
      type: 'choice',
      text: 'How would you like to meet?',
      multiple: true,
      required: true,
      choices: [
        { code: 'room', text: 'In the room' },
        { code: 'video', text: 'By video' },
        { code: 'phone', text: 'By phone' },
      ],
    },
    { id: 'sleep', type: 'decimal', text: 'How many hours do you sleep?', min: 0, max: 24, help: 'In a usual night.' },
    { id: 'children', type: 'integer', text: 'How many children live with you?', min: 0, max: 20 },
    { id: 'ready', type: 'rating', text: 'How ready are you to start?', min: 0, max: 10, minText: 'Not at all', maxText: 'Fully' },
    { id: 'from', type: 'date', text: 'From which day could you come?' },
    { id: 'call', type: 'text', line: true, text: 'What should we call you?', maxLength: 60, optional: true },
    {
      id: 'people',
      type: 'group',
      text: 'People who matter to you',
      repeats: { min: 1, max: 4, add: 'Add a person' },
      items: [
        { id: 'person', type: 'text', line: true, text: 'Who are they to you?', optional: true },
        { id: 'close', type: 'choice', scale: 'often', text: 'How often do you see them?', na: true },
      ],
    },
    { id: 'more', type: 'text', text: 'Anything else you want us to know?', optional: true },
  ],
};

/** What a first visit may ask beside: how much, when, how to reach somebody. */
export const firstVisit: InstrumentDefinition = {
  ...everything,
  id: 'first-visit',
  title: 'Your first visit',
  items: [
    {
      id: 'pain',
      type: 'slider',
      text: 'How bad is the pain right now?',
      min: 0,
      max: 10,
      minText: 'None',
      maxText: 'The worst there is',
      labels: [{ value: 0, text: 'no pain' }, { value: 5, text: 'it gets in my way' }],
      na: true,
    },
    { id: 'wake', type: 'time', text: 'When do you get up?', min: '04:00', max: '12:00' },
    { id: 'name', type: 'text', format: 'name', text: 'What is your name?' },
    { id: 'email', type: 'text', format: 'email', text: 'What is your email address?' },
    { id: 'phone', type: 'text', format: 'tel', text: 'What is your phone number?' },
    { id: 'street', type: 'text', format: 'address-line', text: 'Where do you live?', help: 'Street and number.' },
    { id: 'why', type: 'text', minLength: 10, maxLength: 100, text: 'What brings you here, in one sentence?' },
  ],
};

const choices = ['Option 0', 'Option 1', 'Option 2', 'Option 3'].map((text, value) => ({ code: `w${value}`, text, value }));
const lines = ['q1', 'q2', 'q3', 'q4', 'q5'];

/** A scale as a clinic with a licence would define it, here with placeholders for the wording. */
export const licensed: InstrumentDefinition = {
  ...common,
  id: 'five-items',
  language: 'en',
  title: 'The last two weeks',
  audience: 'client',
  licence: {
    copyright: '© 2001 Its owner. All rights reserved',
    licenceHolder: 'Its publisher',
    licenceUrl: 'https://publisher.example/terms',
    licenceConfirmed: true,
  },
  scales: { options: { choices } },
  absent: {},
  items: lines.map((id, index) => ({ id, type: 'choice', scale: 'options', text: `Item ${index + 1}` })),
  scoring: {
    source: 'Where the rule was published',
    total: {
      method: 'sum',
      items: lines,
      least: 4,
      bands: {
        of: 'raw',
        cuts: [{ band: 'low', below: 5 }, { band: 'middle', below: 10 }, { band: 'high' }],
        method: 'severity by the sum',
        source: 'Where the cuts were published',
      },
    },
  },
};

/** An Arabic instrument, from right to left. */
export const arabic: InstrumentDefinition = {
  ...common,
  id: 'harbour-arabic',
  language: 'ar',
  title: 'بعد جلسة اليوم',
  audience: 'client',
  intro: 'لا توجد إجابات صحيحة أو خاطئة. يمكنك ترك أي سطر.',
  minutes: 1,
  scales: {
    agree: {
      choices: [
        { code: 'totally-disagree', text: 'لا أوافق إطلاقًا', value: 1 },
        { code: 'disagree', text: 'لا أوافق', value: 2 },
        { code: 'in-between', text: 'بين بين', value: 3 },
        { code: 'agree', text: 'أوافق', value: 4 },
        { code: 'totally-agree', text: 'أوافق تمامًا', value: 5 },
      ],
      unknown: 'لا أستطيع القول بعد',
    },
  },
  absent: {},
  items: [
    { id: 'a1', type: 'choice', scale: 'agree', text: 'كان معالجي صادقًا معي.' },
    { id: 'a2', type: 'choice', scale: 'agree', text: 'استطعت أن أقول ما في بالي دون خوف.' },
    { id: 'a3', type: 'rating', min: 0, max: 10, minText: 'أبدًا', maxText: 'تمامًا', text: 'كم تثق بمعالجك الآن؟' },
  ],
};

/** The interface in Arabic. */
export const arabicWords = {
  whoSeesWhen: 'من سيرى هذا: {who}، {when}.',
  whereKept: 'أين يُحفظ هذا: {kept}.',
  crisis: 'إذا كنت في خطر فاطلب المساعدة الآن.',
  crisisUnwatched: 'لا أحد يراقب هذا النموذج أثناء تعبئته.',
  concern: 'إذا فعل معالجك شيئًا بدا لك خاطئًا، يمكنك أن تخبر شخصًا آخر.',
  length: '{time}، عدد الأسئلة {count}',
  progress: 'تمت الإجابة عن {answered} من {total}',
  page: 'الصفحة {page} من {pages}',
  next: 'التالي',
  clear: 'مسح',
  send: 'إرسال',
  sendPart: 'إنهاء وإرسال ما لدي',
  copy: 'الاحتفاظ بنسخة',
  erase: 'إيقاف ومسح',
};

const long =
  'A line that goes on and on, because somebody wanted to be exact and to leave nothing open, with Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle in its middle';

/** Texts far longer than anyone should write. */
export const endless: InstrumentDefinition = {
  ...common,
  id: 'harbour-endless',
  language: 'en',
  title: long,
  audience: 'client',
  intro: long,
  scales: {
    agree: {
      choices: ['a', 'b', 'c', 'd', 'e'].map((code) => ({ code, text: `${code}: ${long}` })),
      unknown: long,
    },
    short: {
      choices: [
        { code: 'no', text: 'Geschwindigkeitsbegrenzung' },
        { code: 'partly', text: 'Rechtsschutzversicherung' },
        { code: 'yes', text: 'Unabhängigkeitserklärung' },
        { code: 'more', text: 'Freundschaftsbezeigungen' },
        { code: 'most', text: 'Kraftfahrzeughaftpflicht' },
      ],
    },
  },
  absent: { 'not-applicable': long },
  items: [
    { id: 'l1', type: 'choice', scale: 'agree', text: long, help: long, na: true },
    { id: 'l2', type: 'choice', scale: 'short', text: 'Five words that cannot be broken' },
    { id: 'l3', type: 'rating', min: 0, max: 10, minText: long, maxText: long, text: long },
    { id: 'l4', type: 'text', text: long, help: long },
    { id: 'l5', type: 'boolean', text: long },
  ],
};
