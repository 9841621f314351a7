import { addLocale } from '../../ui/text/add-locale.ts';
import { es } from '../../ui/text/locales/es/fhir.ts';

addLocale('es', es);
