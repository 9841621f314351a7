import { addLocale } from '../../ui/text/add-locale.ts';
import { ar } from '../../ui/text/locales/ar/fhir.ts';

addLocale('ar', ar);
