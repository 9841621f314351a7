import { addLocale } from '../../ui/text/add-locale.ts';
import { fr } from '../../ui/text/locales/fr/clinician.ts';

addLocale('fr', fr);
