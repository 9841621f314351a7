import type { Catalogue } from '../en/index.ts';
import { html } from '../../html.ts';
import { phone } from '../phone.ts';

const callOrPaper = html`Rufen Sie uns an: ${phone}. Wir gehen die Fragen gemeinsam durch. Oder fragen Sie am Empfang danach, auf Papier.`;
const questionsLost = html`<p>Haben Sie keine Fragen gesehen? ${callOrPaper}</p>`;

export const intake: Catalogue['intake'] = {
  title: 'Vor Ihrem ersten Besuch',
  parts: {
    name: { title: 'Ihr Name', detail: 'Ein Name, wie Sie ihn möchten.' },
    trust: { title: 'Was Sie von Therapeutinnen und Therapeuten erwarten', detail: 'Dreizehn Sätze, drei Minuten.' },
    together: { title: 'Unsere Arbeit, und was vertraulich bleibt', detail: 'Drei Themen: was klar ist und was Sie fragen möchten.' },
    terms: { title: 'Rollen, Kosten und Ende', detail: 'Drei Themen: was klar ist und was Sie fragen möchten.' },
  },
  callOrPaper,
};

export const list: Catalogue['list'] = {
  opening: 'Vier kurze Teile, zusammen etwa fünf Minuten. Die Reihenfolge ist frei. Lassen Sie aus, was Sie möchten, und senden Sie, was da ist.',
  parts: 'Die Teile',
  notStarted: 'Noch nicht begonnen',
  saved: 'Gespeichert',
  savedLines: (answered, of) => `Gespeichert, beantwortet: ${answered} von ${of}`,
  check: 'Antworten ansehen, dann senden',
  device: 'Auf diesem Gerät',
  deviceWords:
    'Was Sie speichern, bleibt einen Tag lang in der Praxis, nur für diesen Browser. Dann wird es gelöscht. Bis Sie es senden, liest es dort niemand. Wer diesen Browser benutzt, kann es öffnen: Wenn Sie das Gerät mit anderen teilen, lassen Sie es vorher vergessen.',
  forget: 'Vergessen, was auf diesem Gerät ausgefüllt ist',
  howItIsKept:
    'Ein Teil wird gespeichert, wenn Sie es sagen, für einen Tag und nur für diesen Browser. So können Sie aufhören und später weitermachen. Um es wiederzufinden, behält der Browser ein Cookie, und noch eines, wenn Sie eine Sprache wählen. Was Sie noch nicht gespeichert haben, behält dieses Gerät nur, wenn Sie dazu Ja sagen. Niemand in der Praxis liest es, bevor Sie es senden.',
  toldSent: { title: 'Gesendet', text: html`Was Sie vorher ausgefüllt hatten, wurde an die Praxis gesendet. Das hier ist ein neues Formular.` },
  told: {
    saved: { title: 'Gespeichert', text: (part) => html`<strong>Gespeichert:</strong> ${part}.` },
    erased: { title: 'Gelöscht', text: (part) => html`<strong>Gelöscht:</strong> ${part}.` },
    blank: { title: 'Nicht ausgefüllt', text: (part) => html`„${part}“ ist leer geblieben, also gab es nichts zu speichern. Das ist in Ordnung.` },
  },
  noQuestions: html`Haben Sie keine Fragen gesehen? ${callOrPaper}`,
};

export const part: Catalogue['part'] = {
  place: (number, of) => `Teil ${number} von ${of}`,
  notSaved: 'Nicht gespeichert',
  problem: 'Das wurde nicht gespeichert',
  failed: 'In der Praxis ist etwas schiefgegangen.',
  again: 'Ihre Antworten stehen noch unten: Bitte speichern Sie sie noch einmal. Wenn Sie das ein zweites Mal sehen, rufen Sie uns an: 555 0142.',
  savedWithout: html`<strong>Gespeichert, aber nicht alles.</strong> Manches, was Sie beantwortet haben, ist nur für eine andere Antwort davor gedacht. Es ist unten markiert: Ändern Sie die andere Antwort oder nehmen Sie diese zurück, und speichern Sie noch einmal. Oder lassen Sie es so.`,
  save: 'Diesen Teil speichern',
  back: 'Zurück, ohne zu speichern',
  inTheMiddle: 'Sie können mittendrin speichern und später weitermachen.',
  nobodyReads: 'Niemand in der Praxis liest es, bevor Sie es senden.',
  erase: 'Löschen, was von diesem Teil gespeichert ist',
  draft: html`<strong>Dieser Wortlaut ist ein Entwurf.</strong> Niemand hat die Übersetzung bisher geprüft. Die Person, die Sie behandelt, liest Ihre Antworten und daneben den Wortlaut, den Sie gesehen haben. Ein Wert wird daraus nicht berechnet.`,
  name: 'Wie sollen wir Sie nennen?',
  nameHint: 'Ein Name, wie Sie ihn möchten. Sie können das Feld leer lassen.',
  who: 'Die Person, die Sie behandelt',
  when: 'vor dem ersten Treffen',
  kept: 'in Ihrer Akte in der Praxis, für drei Jahre',
  concern: html`Sie können auch mit dem Empfang sprechen: ${phone}. Dort wird nicht behandelt, und nichts wird weitergegeben, wenn Sie nicht darum bitten.`,
};

export const check: Catalogue['check'] = {
  title: 'Ihre Antworten vor dem Senden',
  opening: 'Das ist alles, was gesendet wird. Sie können alles noch ändern und leer lassen, was Sie möchten.',
  sending: 'Wenn Sie das senden, geht es an die Praxis und nirgendwo sonst hin. Die Person, die Sie behandelt, sieht es vor dem ersten Treffen. Es bleibt drei Jahre in Ihrer Akte in der Praxis.',
  send: 'An die Praxis senden',
  notYet: 'Noch nicht',
  partBlank: 'Dieser Teil ist leer geblieben.',
  fillIn: 'Ausfüllen',
  called: 'Wie wir Sie nennen',
  blank: 'nicht ausgefüllt',
  answer: 'Antworten',
  change: 'Ändern',
  absent: { unknown: 'Kann ich noch nicht sagen', declined: 'Ausgelassen', 'not-applicable': 'Hat sich nicht ergeben' },
  first: (question) => `${question} (das zuerst fragen)`,
  questions: 'Was Sie fragen möchten',
};

export const confirm: Catalogue['confirm'] = {
  eraseTitle: 'Diesen Teil löschen?',
  eraseBlank: (part) =>
    html`„${part}“ kam ohne Antwort an, und es gibt Antworten, die Sie vorher gespeichert haben. Es wurde nichts geändert. Löschen Sie sie nur, wenn dieser Teil leer sein soll.`,
  eraseSaved: (part) => html`Was Sie von „${part}“ gespeichert haben, ist dann weg. Die anderen Teile bleiben.`,
  erase: 'Diesen Teil löschen',
  keep: 'Behalten',
  forgetTitle: 'Alles vergessen?',
  forget: 'Alles Ausgefüllte vergessen',
  forgetWords:
    'Jeder Teil, den Sie gespeichert und nicht gesendet haben, wird in der Praxis gelöscht, und auch, was dieses Gerät von dem Formular behalten hat. Dieser Browser findet es nicht wieder. Was Sie schon gesendet haben, bleibt in der Praxis.',
  forgotten: 'Vergessen',
  forgottenWords: 'Was gespeichert war, ist gelöscht, und dieser Browser behält nichts davon. Wenn Sie das Gerät mit anderen teilen, schließen Sie auch dieses Fenster.',
  unsentPage: 'Nicht gesendet',
  unsent: 'Es wurde nicht gesendet',
  unsentWords: 'In der Praxis ist etwas schiefgegangen. Jeder Teil, den Sie gespeichert haben, ist noch da.',
  tryAgain: 'Noch einmal versuchen',
  backToParts: 'Zurück zu den Teilen',
  keepsHappening: html`Wenn es öfter vorkommt, rufen Sie uns an: ${phone}.`,
};

export const thanks: Catalogue['thanks'] = {
  page: 'Vielen Dank',
  answers: 'Vielen Dank. Es ist angekommen.',
  answersWords: html`<p>Ihre Antworten sind jetzt in der Praxis. Die Person, die Sie behandelt, liest sie vor dem ersten Treffen und bringt Ihre Fragen mit. Sie müssen sie sich also nicht merken. Was leer ist, bleibt leer, und das ist in Ordnung. Wenn Sie etwas ändern möchten, sagen Sie es uns oder der Person, die Sie behandelt.</p>`,
  name: 'Vielen Dank. Wir haben Ihren Namen.',
  nameWords: html`<p>Antworten kamen nicht mit. Sie können jede davon auslassen, das ist also in Ordnung.</p>
${questionsLost}`,
  nothing: 'Es war nichts ausgefüllt',
  nothingWords: html`<p>Kein Teil war gespeichert. Also gab es nichts zu senden, und es wurde nichts behalten. Sie können alles auslassen und trotzdem zu uns kommen.</p>
${questionsLost}`,
  next: 'Wie es weitergeht',
  steps: [
    html`Wenn wir noch keine Zeit vereinbart haben, rufen Sie uns an: ${phone}, werktags von 9 bis 17 Uhr. Wir finden gemeinsam eine.`,
    html`Kommen Sie so, wie Sie sind. Die erste Sitzung ist zum Umsehen da: Sie können alles fragen und müssen nichts entscheiden.`,
    html`Wenn es sich nicht gut anfühlt, sagen Sie es, auch gern am Empfang. Wir helfen Ihnen, jemand anderen zu finden, hier oder anderswo.`,
  ],
  shared: 'In diesem Browser lässt sich nichts davon mehr öffnen. Wenn andere diesen Computer benutzen, schließen Sie jetzt dieses Fenster.',
};
