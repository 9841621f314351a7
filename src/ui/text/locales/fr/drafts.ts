import type { DraftCatalogue } from '../../catalogue.ts';

/** The messages about drafts in French. docs/translations/fr.md has the terms and the form of address. */
export const fr: DraftCatalogue = {
  drafts: {
    askTab: 'Garder vos réponses dans cet onglet jusqu’à l’envoi, en cas d’interruption\u00a0?',
    askDevice: {
      one: 'Garder vos réponses sur cet appareil jusqu’à l’envoi, pendant {count} jour au plus\u00a0? Choisissez-le seulement si personne d’autre ne l’utilise.',
      other: 'Garder vos réponses sur cet appareil jusqu’à l’envoi, pendant {count} jours au plus\u00a0? Choisissez-le seulement si personne d’autre ne l’utilise.',
    },
    askPage: 'Cette page peut-elle garder vos réponses avant l’envoi, pour que vous puissiez continuer plus tard\u00a0?',
    keep: 'Les garder',
    decline: 'Ne pas les garder',
    keptTab: 'Vos réponses sont gardées dans cet onglet jusqu’à ce que vous les envoyiez ou les effaciez.',
    keptDevice: 'Vos réponses sont gardées sur cet appareil jusqu’à ce que vous les envoyiez ou les effaciez.',
    keptPage: 'Cette page garde vos réponses jusqu’à ce que vous les envoyiez ou les effaciez.',
    stop: 'Ne plus les garder',
    notKept: 'Vos réponses ne sont pas gardées.',
    found: 'Nous avons gardé vos réponses ({time}). Continuez, ou recommencez.',
    goOn: 'Continuer',
    elsewhere: 'Vos réponses sont ouvertes dans un autre onglet, où elles sont gardées. Continuez ici, ou laissez-les là-bas.',
    moved: 'Vous avez continué dans un autre onglet ou sur une autre page. Ce que vous changez ici n’est pas gardé.',
    gone: 'Ces réponses ont été envoyées ou effacées sur une autre page. Ce formulaire est maintenant vide.',
    here: 'Continuer ici',
    leave: 'Les laisser là-bas',
    failed: 'Vos réponses ne peuvent pas être gardées. Elles sont seulement sur cette page\u00a0: ne la fermez pas.',
    notErased: 'Les réponses gardées n’ont pas pu être effacées.',
    aside: {
      one: 'Les questions ont changé. {count} réponse ne correspond plus\u00a0:',
      other: 'Les questions ont changé. {count} réponses ne correspondent plus\u00a0:',
    },
  },
};
