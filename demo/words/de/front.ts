import type { Catalogue } from '../en/index.ts';
import { html } from '../../html.ts';
import { phone } from '../phone.ts';

export const front: Catalogue['front'] = {
  title: 'Psychotherapie am Wasser',
  head: html`Ein ruhiger Ort zum&nbsp;Reden`,
  lead: 'Wir sind zu fünft in einem alten Haus am Hafen. Wir haben Zeit, stille Räume und einen Wasserkocher. Sie brauchen keine Überweisung und keine richtigen Worte.',
  call: html`<span>Anrufen: <bdi dir="ltr">555&#8239;0142</bdi></span>`,
  beginning: 'Wie es anfängt',
  steps: [
    ['Sich umsehen', 'Sie lernen uns in einem Gespräch von fünfzig Minuten kennen. Es kostet nichts und verpflichtet zu nichts. Fragen Sie, was Sie möchten.'],
    ['Ein Ziel finden', 'Gemeinsam legen Sie fest, was Sie erreichen möchten, wie oft Sie sich treffen und woran Sie merken, dass es hilft.'],
    ['Sagen, wie es läuft', 'Nach einer Sitzung können Sie ein paar kurze Fragen beantworten. So lässt sich sagen, was laut schwer zu sagen ist.'],
  ],
  whereTo: 'Wohin?',
  intakeDoor: 'Fünf Minuten ohne Eile, Teil für Teil: was Sie von Therapeutinnen und Therapeuten erwarten und was Sie fragen möchten.',
  sessionDoor: 'Nach einer Sitzung',
  minutes: { 'trust-pulse': 'Eine Minute, oder etwas mehr, wenn Sie möchten.', 'trust-12': 'Drei Minuten, oder etwas mehr, wenn Sie möchten.' },
  someMinutes: 'Ein paar Minuten, oder etwas mehr, wenn Sie möchten.',
  meDoor: 'Ihre eigene Seite',
  meDoorWords: 'Momente, die Sie behalten wollten, und ein Ort zum Schreiben.',
  openedFor: (called) => html`Geöffnet für ${called}, eine ausgedachte Person.`,
  cliniciansDoor: 'Sitzungen, Antworten und mitgebrachte Fragen, auf Englisch, hinter einem Passwort, das der Server ausgegeben hat.',
  answers: 'Was mit Ihren Antworten geschieht',
  answersWords:
    'Unsere Formulare fragen wenig und sagen, wohin es geht. Sie können jeden Satz auslassen und jederzeit aufhören. Nichts, was Sie schreiben, wird verkauft oder außerhalb der Praxis gezeigt. Wir zählen auch, wie gut die Formulare selbst funktionieren: über alle zusammen, ohne Namen und nicht danach, wer behandelt.',
  columns: ['Was Sie ausfüllen', 'Wer es sieht', 'Wann', 'Wo es gespeichert ist'],
  rows: [
    ['Vor Ihrem ersten Besuch', 'Die Person, die Sie behandelt', 'Vor dem ersten Treffen', 'In Ihrer Akte in der Praxis, für drei Jahre'],
    ['Nach einer Sitzung', 'Die Person, die Sie behandelt', 'Vor der nächsten Sitzung', 'In Ihrer Akte in der Praxis, für drei Jahre'],
    [
      'Was die Person, die Sie behandelt, über eine Sitzung notiert',
      'Die Person, die Sie behandelt, und Sie selbst, wenn Sie fragen',
      'Von da an',
      'In Ihrer Akte in der Praxis, für drei Jahre',
    ],
    ['Meilensteine', 'Nur Sie, wenn Sie keinen teilen', 'Wenn Sie ihn teilen', 'In Ihrem Konto bei der Praxis, bis Sie ihn entfernen'],
    [
      'Ihr Tagebuch',
      'Nur Sie, wenn Sie keinen Eintrag teilen',
      'Wenn die Person, die Sie behandelt, das nächste Mal Ihre Akte öffnet',
      'Auf Ihrem Gerät, wenn Sie das möchten; ein geteilter Eintrag in Ihrer Akte in der Praxis, für drei Jahre',
    ],
  ],
  people: 'Wen Sie hier treffen können',
  works: [
    'Trauer und die lange Zeit danach. Arbeitet montags und abends.',
    'Panik, Schlaf, Arbeit, die zu viel nimmt. Auch per Video.',
    'Paare und Menschen, die zwischen zwei Sprachen leben.',
    'Erste Therapie, zweiter Anlauf und Menschen, die schon einmal enttäuscht wurden.',
    'Späteres Leben, Krankheit und die Sorge um andere.',
  ],
  fees: 'Kosten',
  prices: [
    ['Erstes Treffen', 'kostenlos'],
    ['Fünfzig Minuten', '80'],
    ['Wenn das Geld knapp ist', 'ab 30, fragen Sie uns'],
    ['Einen Tag vorher abgesagt', 'kostenlos'],
  ],
  find: 'Der Weg zu uns',
  address: html`<span lang="en">Harbour House, 3 Rope Walk</span><br>Die mittlere Klingel. Es gibt einen Aufzug.<br>${phone}, werktags von 9 bis 17 Uhr`,
  atNight: 'Nachts liest niemand Nachrichten. Unten auf dieser Seite steht, wohin Sie sich dann wenden können.',
};
