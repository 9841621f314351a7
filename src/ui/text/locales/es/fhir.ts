import type { FhirCatalogue } from '../../catalogue.ts';

/** The item types of FHIR forms in Spanish. docs/translations/es.md has the terms and the form of address. */
export const es: FhirCatalogue = {
  fhir: {
    limitedForm: 'Algunas partes de este formulario se muestran aquí de otra manera o faltan.',
    errorMoment: 'Escribe una fecha con hora.',
    errorMomentBetween: 'Escribe una fecha con hora entre {min} y {max}.',
    errorMomentFrom: 'Escribe una fecha con hora a partir de {min}.',
    errorMomentUpTo: 'Escribe una fecha con hora hasta {max}.',
    zone: 'Zona horaria: {zone}',
    format: 'Escríbelo así: {format}',
    errorPattern: 'No está escrito en la forma que se necesita aquí.',
    errorAddress: 'Escribe una dirección completa, como https://example.org.',
    errorDecimals: {
      one: 'Escribe como máximo 1 decimal.',
      other: 'Escribe como máximo {count} decimales.',
    },
    unit: 'Unidad',
    chooseUnit: 'Elige una unidad',
    errorUnit: 'Elige una unidad para el número.',
    chooseOne: 'Elige una',
    otherAnswer: 'Otra',
    ownWords: 'Con tus propias palabras',
    orOwnWords: 'También puedes escribir tu propia respuesta.',
    errorList: 'Elige una respuesta de la lista.',
    errorAlone: 'Una de estas respuestas solo se puede elegir sola.',
    found: {
      one: '1 respuesta encontrada.',
      other: '{count} respuestas encontradas.',
    },
    foundFirst: 'Las primeras {shown} de {count} respuestas. Escribe más para encontrar otras.',
    foundNone: 'No hay ninguna respuesta así en la lista.',
    removeChosen: 'Quitar «{text}»',
    fileTypes: 'Tipos posibles: {types}.',
    fileSize: 'Como máximo, {size}.',
    errorFile: 'Elige un archivo.',
    errorFileTypes: 'Elige un archivo de otro tipo. Tipos posibles: {types}.',
    errorFileSize: 'Elige un archivo más pequeño, de {size} como máximo.',
    errorFileUnread: 'Este archivo no se ha leído. Espera un momento o elígelo otra vez.',
    fileGone: 'De este archivo solo queda el nombre. Elige el archivo otra vez o deja la respuesta como está.',
  },
};
