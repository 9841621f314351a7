import type { FhirCatalogue } from '../../catalogue.ts';

/** The item types of FHIR forms in Portuguese. docs/translations/pt.md has the terms and the form of address. */
export const pt: FhirCatalogue = {
  fhir: {
    limitedForm: 'Algumas partes deste formulário aparecem aqui de outra forma ou faltam.',
    errorMoment: 'Escreva uma data com horário.',
    errorMomentBetween: 'Escreva uma data com horário de {min} a {max}.',
    errorMomentFrom: 'Escreva uma data com horário a partir de {min}.',
    errorMomentUpTo: 'Escreva uma data com horário até {max}.',
    zone: 'Fuso horário: {zone}',
    format: 'Escreva assim: {format}',
    errorPattern: 'Isso não está escrito na forma que se pede aqui.',
    errorAddress: 'Escreva um endereço completo, como https://example.org.',
    errorDecimals: {
      one: 'Escreva no máximo {count} casa decimal.',
      other: 'Escreva no máximo {count} casas decimais.',
    },
    unit: 'Unidade',
    chooseUnit: 'Escolha uma unidade',
    errorUnit: 'Escolha uma unidade para o número.',
    chooseOne: 'Escolha uma',
    otherAnswer: 'Outra',
    ownWords: 'Com suas próprias palavras',
    orOwnWords: 'Você também pode escrever sua própria resposta.',
    errorList: 'Escolha uma resposta da lista.',
    errorAlone: 'Uma dessas respostas só pode ser escolhida sozinha.',
    found: {
      one: '{count} resposta encontrada.',
      other: '{count} respostas encontradas.',
    },
    foundFirst: 'As primeiras {shown} de {count} respostas. Escreva mais para encontrar outras.',
    foundNone: 'Não há uma resposta assim na lista.',
    removeChosen: 'Remover “{text}”',
    fileTypes: 'Tipos possíveis: {types}.',
    fileSize: 'No máximo {size}.',
    errorFile: 'Escolha um arquivo.',
    errorFileTypes: 'Escolha um arquivo de outro tipo. Tipos possíveis: {types}.',
    errorFileSize: 'Escolha um arquivo menor, de no máximo {size}.',
    errorFileUnread: 'Este arquivo não foi lido. Espere um momento, ou escolha-o de novo.',
    fileGone: 'Deste arquivo só resta o nome. Escolha o arquivo de novo, ou deixe a resposta como está.',
  },
};
