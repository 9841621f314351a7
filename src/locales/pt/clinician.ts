import { addLocale } from '../../ui/text/add-locale.ts';
import { pt } from '../../ui/text/locales/pt/clinician.ts';

addLocale('pt', pt);
