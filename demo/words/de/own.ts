import type { Catalogue } from '../en/index.ts';
import { html } from '../../html.ts';
import { nightLine, phone } from '../phone.ts';

export const widgets: Catalogue['widgets'] = {
  crisis: html`Rufen Sie den Notruf Ihrer Region an. Im Hafenviertel gibt es das Nachttelefon: ${nightLine}, jeden Tag von 17 bis 9 Uhr.`,
  loading: html`Für die Fragen müssen im Browser Skripte eingeschaltet sein. Wenn sie nicht erscheinen, rufen Sie uns an: ${phone}. Wir gehen sie gemeinsam durch. Oder fragen Sie am Empfang danach, auf Papier.`,
  madeUpClient: (called) => `${called} gibt es nicht. Was hier steht, hat ein Skript geschrieben oder jemand, der die Seite ausprobiert hat.`,
};

export const session: Catalogue['session'] = {
  title: 'Nach Ihrer Sitzung',
  held: (day, therapist) => `${day}, mit ${therapist}.`,
  opening: (therapist) =>
    `Der erste Teil genügt. Wenn Sie lieber nicht möchten, ist das in Ordnung: Schließen Sie einfach diese Seite. ${therapist} sieht, welche Formulare angekommen sind und welche nicht, und sonst nichts davon.`,
  thanks: (therapist) => `Vielen Dank. ${therapist} sieht das vor Ihrer nächsten Sitzung.`,
  waits: 'Wenn Sie diese Seite schließen, öffnen Sie Ihren Link später noch einmal auf diesem Gerät. Dann wird es gesendet.',
  when: 'vor Ihrer nächsten Sitzung',
  concern: html`Auch dafür ist der Empfang da: ${phone}.`,
  topics: {
    purpose: 'Der Satz, auf den Sie sich geeinigt haben, steht in Ihrer Akte. Sie können ihn ändern, sobald er nicht mehr passt.',
    dialogue: (therapist) => `Wenn sich etwas für Sie nicht gut angefühlt hat, können Sie es hier schreiben. ${therapist} liest es vor der nächsten Sitzung.`,
    boundaries: 'Fünfzig Minuten, zur vereinbarten Zeit. Wenn Sie andere Hilfe brauchen, suchen wir gemeinsam danach.',
  },
  parts: {
    'empathy-checklist': ['Was heute in der Sitzung getan wurde', 'Wenn Sie möchten: zwölf Sätze, zwei Minuten'],
    'boundary-clarity': ['Was Sie nächstes Mal fragen möchten', 'Wenn Sie möchten: daraus wird eine Seite zum Mitbringen'],
    'progress-check-in': ['Wo Sie mit Ihrem Ziel gerade stehen', 'Wenn Sie möchten: Ihr Ziel neben dem vom letzten Mal'],
    'environment-check': ['Der Ort und der Rahmen', 'Wenn Sie möchten: sechs Sätze, eine Minute'],
    'rapport-check': ['Wie der Kontakt ist', 'Wenn Sie möchten: bis zu acht Sätze, eine Minute'],
    'openness-check': ['Wie offen Sie sein können', 'Wenn Sie möchten: sechs Sätze, eine Minute'],
    'benefits-check': ['Wie es für Sie ist', 'Wenn Sie möchten: acht Sätze, eine Minute'],
  },
};

export const me: Catalogue['me'] = {
  title: 'Ihre eigene Seite',
  head: (called) => `Ihre eigene Seite, ${called}`,
  opening:
    'Momente, die Sie behalten wollten. Sie gehören Ihnen: Niemand vergibt sie, und keiner läuft Ihnen davon. Die Person, die Sie behandelt, sieht nur, was Sie teilen.',
  milestonesNeedScripts: 'Für Ihre Meilensteine müssen im Browser Skripte eingeschaltet sein.',
  draft: html`<strong>Manche Texte hier sind ein Entwurf.</strong> Niemand hat ihre Übersetzung bisher geprüft.`,
  write: 'Ein Ort zum Schreiben',
  writeWords:
    'Für Sie selbst, wann immer Sie möchten. Die Praxis bekommt nichts davon, außer Sie teilen einen Eintrag. Um es später wieder zu lesen, öffnen Sie Ihren Link auf demselben Gerät.',
  shareWords:
    'Ein Eintrag, den Sie teilen, kommt für drei Jahre in Ihre Akte in der Praxis. Die Person, die Sie behandelt, kann ihn dort lesen, und andere, die hier arbeiten, auch. Niemand liest ihn sofort. Wenn Sie ihn hier löschen, bleibt er in der Akte.',
  who: 'Die Person, die Sie behandelt',
  when: 'beim nächsten Öffnen Ihrer Akte',
  journalNeedsScripts: 'Für Ihr Tagebuch müssen im Browser Skripte eingeschaltet sein.',
};
