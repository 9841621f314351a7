import { addLocale } from '../../ui/text/add-locale.ts';
import { fr } from '../../ui/text/locales/fr/fallback.ts';

addLocale('fr', fr);
