import { addLocale } from '../../ui/text/add-locale.ts';
import { es } from '../../ui/text/locales/es/fallback.ts';

addLocale('es', es);
