import { addLocale } from '../../ui/text/add-locale.ts';
import { ar } from '../../ui/text/locales/ar/fallback.ts';

addLocale('ar', ar);
