import { addLocale } from '../../ui/text/add-locale.ts';
import { pt } from '../../ui/text/locales/pt/fallback.ts';

addLocale('pt', pt);
