import { addLocale } from '../../ui/text/add-locale.ts';
import { tr } from '../../ui/text/locales/tr/fhir.ts';

addLocale('tr', tr);
