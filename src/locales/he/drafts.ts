import { addLocale } from '../../ui/text/add-locale.ts';
import { he } from '../../ui/text/locales/he/drafts.ts';

addLocale('he', he);
