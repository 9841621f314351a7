import type { Catalogue } from '../en/index.ts';
import { html } from '../../html.ts';
import { phone } from '../phone.ts';

export const frame: Catalogue['frame'] = {
  language: 'Sprache',
  unsent: 'Was Sie auf dieser Seite ausgefüllt und noch nicht gesendet oder gespeichert haben, ist in der anderen Sprache weg. Trotzdem wechseln?',
  skip: 'Zum Inhalt',
  underName: 'Psychotherapie am Wasser',
  madeUp: html`<strong>Ausgedacht.</strong>`,
  danger: html`<strong>Jetzt in Gefahr?</strong> Warten Sie nicht auf uns. Rufen Sie den Notruf Ihrer Region an, oder gehen Sie zu jemandem in Ihrer Nähe.`,
  footForm: html`Harbour Clinic gibt es nicht: Die Seite zeigt, wie eine Praxis <span class="nowrap">Attune</span> verwenden kann.`,
  footFront: html`Harbour Clinic gibt es nicht. Auch alle, die als ausgedacht gekennzeichnet sind, gibt es nicht, und niemand hat gesagt, was dort steht. Die Seite zeigt, wie eine Praxis
<span class="nowrap">Attune</span> verwenden kann: Bausteine, die Antworten aufnehmen und zeigen und so ein Gespräch unterstützen. Sie stellen keine Diagnose.`,
  menu: 'Praxis',
  menuBeginning: 'Anfang',
  menuAnswers: 'Ihre Antworten',
  menuFees: 'Kosten',
  menuFind: 'Der Weg zu uns',
  forClinicians: 'Für Behandelnde',
  toFront: 'Zur Startseite',
};

export const failure: Catalogue['failure'] = {
  title: 'Das hat nicht geklappt',
  whatNow: html`Sie können im Browser zurückgehen oder auf der Startseite neu anfangen. Wenn es öfter vorkommt, rufen Sie uns an: ${phone}.`,
  notKept: 'Von diesem Versuch wurde nichts gespeichert.',
};

export const refusals: Catalogue['refusals'] = {
  unreadable: 'Die Anfrage war nicht lesbar.',
  noPage: 'Diese Seite gibt es nicht.',
  tooMuch: 'Das ist mehr, als die Praxis auf einmal annimmt.',
  longAddress: 'Die Adresse ist zu lang.',
  otherContent: 'Inhalte dieser Art kann die Praxis nicht lesen.',
  broken: 'In der Praxis ist etwas schiefgegangen. Es wurde nichts gespeichert. Bitte versuchen Sie es noch einmal.',
  unknownClient: 'Die Praxis kennt diese Person nicht.',
  unknownSession: 'Diese Sitzung gibt es in der Praxis nicht.',
  linkEnded: 'Dieser Link ist abgelaufen. Bitte fragen Sie die Praxis nach einem neuen.',
  linkNotOurs: 'Dieser Link ist nicht von der Praxis, oder es fehlt ein Teil davon. Kopieren Sie den ganzen Link und versuchen Sie es noch einmal.',
  noPart: 'Diesen Teil hat das Formular nicht.',
  notOurs: 'Dieses Formular kam nicht von der Seite der Praxis.',
  noCookie:
    'Die Seite war länger als einen Tag offen, oder Ihr Browser speichert keine Cookies. Ohne Cookie finden wir nicht wieder, was Sie speichern.',
  otherDraft:
    'Diese Seite gehört zu einem Formular, das inzwischen auf diesem Gerät gesendet oder vergessen wurde. Wenn Sie hier speichern, kommt es in das Formular, das jetzt offen ist.',
  wasSent: 'Sie haben dieses Formular schon gesendet, es ist vollständig angekommen. Wenn Sie hier speichern, beginnt ein neues Formular.',
  longName: 'Der Name ist zu lang. Er kann 80 Zeichen haben.',
  nameSigns: 'Der Name hat Zeichen, die sich nicht speichern lassen.',
  future: 'Nach der Uhr des Geräts wurde das Formular in der Zukunft ausgefüllt.',
  other: 'Was gesendet wurde, konnte die Praxis nicht annehmen.',
};
