import { addLocale } from '../../ui/text/add-locale.ts';
import { de } from '../../ui/text/locales/de/fallback.ts';

addLocale('de', de);
