import { addLocale } from '../../ui/text/add-locale.ts';
import { he } from '../../ui/text/locales/he/fallback.ts';

addLocale('he', he);
