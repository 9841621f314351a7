import type { FhirCatalogue } from '../../catalogue.ts';

/** The item types of FHIR forms in French. docs/translations/fr.md has the terms and the form of address. */
export const fr: FhirCatalogue = {
  fhir: {
    limitedForm: 'Certaines parties de ce formulaire s’affichent ici autrement ou manquent.',
    errorMoment: 'Écrivez une date avec l’heure.',
    errorMomentBetween: 'Écrivez une date avec l’heure, de {min} à {max}.',
    errorMomentFrom: 'Écrivez une date avec l’heure, à partir de {min}.',
    errorMomentUpTo: 'Écrivez une date avec l’heure, jusqu’à {max}.',
    zone: 'Fuseau horaire\u00a0: {zone}',
    format: 'Écrivez ainsi\u00a0: {format}',
    errorPattern: 'Ce n’est pas écrit sous la forme demandée ici.',
    errorAddress: 'Écrivez une adresse entière, comme https://example.org.',
    errorDecimals: {
      one: 'Écrivez au plus {count} chiffre après la virgule.',
      other: 'Écrivez au plus {count} chiffres après la virgule.',
    },
    unit: 'Unité',
    chooseUnit: 'Choisir une unité',
    errorUnit: 'Choisissez une unité pour le nombre.',
    chooseOne: 'Choisir',
    otherAnswer: 'Autre',
    ownWords: 'Avec vos propres mots',
    orOwnWords: 'Vous pouvez aussi écrire votre propre réponse.',
    errorList: 'Choisissez une réponse dans la liste.',
    errorAlone: 'Une de ces réponses ne peut être choisie que seule.',
    found: {
      one: '{count} réponse trouvée.',
      other: '{count} réponses trouvées.',
    },
    foundFirst: 'Les {shown} premières réponses sur {count}. Écrivez plus de lettres pour en trouver d’autres.',
    foundNone: 'La liste ne contient pas de réponse de ce genre.',
    removeChosen: 'Retirer «\u00a0{text}\u00a0»',
    fileTypes: 'Types possibles\u00a0: {types}.',
    fileSize: '{size} au plus.',
    errorFile: 'Choisissez un fichier.',
    errorFileTypes: 'Choisissez un fichier d’un autre type. Types possibles\u00a0: {types}.',
    errorFileSize: 'Choisissez un fichier plus petit, de {size} au plus.',
    errorFileUnread: 'Ce fichier n’a pas été lu. Attendez un instant, ou choisissez-le encore une fois.',
    fileGone: 'De ce fichier, il ne reste que le nom. Choisissez le fichier encore une fois, ou gardez la réponse telle quelle.',
  },
};
