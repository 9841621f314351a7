import { addLocale } from '../../ui/text/add-locale.ts';
import { fr } from '../../ui/text/locales/fr/fhir.ts';

addLocale('fr', fr);
