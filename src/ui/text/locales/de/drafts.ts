import type { DraftCatalogue } from '../../catalogue.ts';

/** The messages about drafts in German. docs/translations/de.md has the terms and the form of address. */
export const de: DraftCatalogue = {
  drafts: {
    askTab: 'Ihre Antworten in diesem Tab behalten, bis Sie sie senden, falls etwas dazwischenkommt?',
    askDevice: {
      one: 'Ihre Antworten auf diesem Gerät behalten, bis Sie sie senden, höchstens 1 Tag lang? Wählen Sie das nur, wenn niemand sonst es benutzt.',
      other: 'Ihre Antworten auf diesem Gerät behalten, bis Sie sie senden, höchstens {count} Tage lang? Wählen Sie das nur, wenn niemand sonst es benutzt.',
    },
    askPage: 'Darf diese Seite Ihre Antworten behalten, bevor Sie sie senden, damit Sie später weitermachen können?',
    keep: 'Behalten',
    decline: 'Nicht behalten',
    keptTab: 'Ihre Antworten bleiben in diesem Tab, bis Sie sie senden oder löschen.',
    keptDevice: 'Ihre Antworten bleiben auf diesem Gerät, bis Sie sie senden oder löschen.',
    keptPage: 'Diese Seite behält Ihre Antworten, bis Sie sie senden oder löschen.',
    stop: 'Nicht mehr behalten',
    notKept: 'Ihre Antworten werden nicht aufbewahrt.',
    found: 'Ihre Antworten sind noch da ({time}). Machen Sie weiter, oder fangen Sie neu an.',
    goOn: 'Weitermachen',
    elsewhere: 'Ihre Antworten sind in einem anderen Tab offen und werden dort aufbewahrt. Machen Sie hier weiter, oder lassen Sie sie dort.',
    moved: 'Sie haben in einem anderen Tab oder auf einer anderen Seite weitergemacht. Was Sie hier ändern, wird nicht aufbewahrt.',
    gone: 'Diese Antworten wurden auf einer anderen Seite gesendet oder gelöscht. Dieses Formular ist jetzt leer.',
    here: 'Hier weitermachen',
    leave: 'Dort lassen',
    failed: 'Ihre Antworten können nicht aufbewahrt werden. Sie sind nur auf dieser Seite: Bitte schließen Sie sie nicht.',
    notErased: 'Die aufbewahrten Antworten konnten nicht gelöscht werden.',
    aside: {
      one: 'Die Fragen haben sich geändert. 1 Antwort passt nicht mehr:',
      other: 'Die Fragen haben sich geändert. {count} Antworten passen nicht mehr:',
    },
  },
};
