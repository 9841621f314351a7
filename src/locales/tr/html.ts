import { addLocale } from '../../ui/text/add-locale.ts';
import { tr } from '../../ui/text/locales/tr/fallback.ts';

addLocale('tr', tr);
