import { addLocale } from '../../ui/text/add-locale.ts';
import { de } from '../../ui/text/locales/de/clinician.ts';

addLocale('de', de);
