import { addLocale } from '../../ui/text/add-locale.ts';
import { pt } from '../../ui/text/locales/pt/fhir.ts';

addLocale('pt', pt);
