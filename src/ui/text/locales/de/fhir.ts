import type { FhirCatalogue } from '../../catalogue.ts';

/** The item types of FHIR forms in German. docs/translations/de.md has the terms and the form of address. */
export const de: FhirCatalogue = {
  fhir: {
    limitedForm: 'Einige Teile dieses Formulars werden hier anders gezeigt oder fehlen.',
    errorMoment: 'Schreiben Sie ein Datum mit Uhrzeit.',
    errorMomentBetween: 'Schreiben Sie ein Datum mit Uhrzeit von {min} bis {max}.',
    errorMomentFrom: 'Schreiben Sie ein Datum mit Uhrzeit ab {min}.',
    errorMomentUpTo: 'Schreiben Sie ein Datum mit Uhrzeit bis {max}.',
    zone: 'Zeitzone: {zone}',
    format: 'Schreiben Sie es so: {format}',
    errorPattern: 'Das ist nicht in der Form geschrieben, die hier gebraucht wird.',
    errorAddress: 'Schreiben Sie eine ganze Adresse, zum Beispiel https://example.org.',
    errorDecimals: {
      one: 'Schreiben Sie höchstens 1 Stelle nach dem Komma.',
      other: 'Schreiben Sie höchstens {count} Stellen nach dem Komma.',
    },
    unit: 'Einheit',
    chooseUnit: 'Einheit wählen',
    errorUnit: 'Wählen Sie eine Einheit zu der Zahl.',
    chooseOne: 'Bitte wählen',
    otherAnswer: 'Etwas anderes',
    ownWords: 'In Ihren eigenen Worten',
    orOwnWords: 'Sie können auch eine eigene Antwort schreiben.',
    errorList: 'Wählen Sie eine Antwort aus der Liste.',
    errorAlone: 'Eine dieser Antworten kann nur allein gewählt werden.',
    found: {
      one: '1 Antwort gefunden.',
      other: '{count} Antworten gefunden.',
    },
    foundFirst: 'Die ersten {shown} von {count} Antworten. Schreiben Sie mehr, um andere zu finden.',
    foundNone: 'In der Liste gibt es keine solche Antwort.',
    removeChosen: '„{text}“ entfernen',
    fileTypes: 'Mögliche Arten: {types}.',
    fileSize: 'Höchstens {size}.',
    errorFile: 'Wählen Sie eine Datei.',
    errorFileTypes: 'Wählen Sie eine Datei einer anderen Art. Mögliche Arten: {types}.',
    errorFileSize: 'Wählen Sie eine kleinere Datei, mit höchstens {size}.',
    errorFileUnread: 'Diese Datei wurde nicht gelesen. Warten Sie kurz, oder wählen Sie die Datei noch einmal.',
    fileGone: 'Von dieser Datei ist nur noch der Name da. Wählen Sie die Datei noch einmal, oder lassen Sie die Antwort so.',
  },
};
