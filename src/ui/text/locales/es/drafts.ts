import type { DraftCatalogue } from '../../catalogue.ts';

/** The messages about drafts in Spanish. docs/translations/es.md has the terms and the form of address. */
export const es: DraftCatalogue = {
  drafts: {
    askTab: '¿Guardar tus respuestas en esta pestaña hasta que las envíes, por si algo te interrumpe?',
    askDevice: {
      one: '¿Guardar tus respuestas en este dispositivo hasta que las envíes, 1 día como máximo? Elígelo solo si nadie más lo usa.',
      other: '¿Guardar tus respuestas en este dispositivo hasta que las envíes, {count} días como máximo? Elígelo solo si nadie más lo usa.',
    },
    askPage: '¿Puede esta página guardar tus respuestas antes de que las envíes, para que puedas seguir después?',
    keep: 'Guardarlas',
    decline: 'No guardarlas',
    keptTab: 'Tus respuestas se guardan en esta pestaña hasta que las envíes o las borres.',
    keptDevice: 'Tus respuestas se guardan en este dispositivo hasta que las envíes o las borres.',
    keptPage: 'Esta página guarda tus respuestas hasta que las envíes o las borres.',
    stop: 'Dejar de guardarlas',
    notKept: 'Tus respuestas no se guardan.',
    found: 'Guardamos tus respuestas ({time}). Sigue, o empieza de nuevo.',
    goOn: 'Seguir',
    elsewhere: 'Tus respuestas están abiertas en otra pestaña y se guardan allí. Sigue aquí, o déjalas allí.',
    moved: 'Seguiste en otra pestaña o en otra página. Lo que cambies aquí no se guarda.',
    gone: 'Estas respuestas se enviaron o se borraron en otra página. Este formulario está vacío ahora.',
    here: 'Seguir aquí',
    leave: 'Dejarlas allí',
    failed: 'Tus respuestas no se pueden guardar. Solo están en esta página: por favor, no la cierres.',
    notErased: 'No se pudieron borrar las respuestas guardadas.',
    aside: {
      one: 'Las preguntas han cambiado. 1 respuesta ya no encaja:',
      other: 'Las preguntas han cambiado. {count} respuestas ya no encajan:',
    },
  },
};
