import type { Questionnaire } from 'attune-elements/fhir';
import type { Database } from '../database/database.ts';
import { Refusal } from '../refusal.ts';
import { type Access, toRead } from './access.ts';
import { questionnaireParameters } from './capability.ts';
import { listQuestionnaires, listStoredForms } from './forms.ts';
import type { SearchRequest } from './read-records.ts';
import { readPaging } from './search.ts';
import { type Searchset, searchset } from './searchset.ts';

/** All Questionnaires that somebody may read: the usual ones, and those of the records that they may read. */
async function listReadable(database: Database, access: Access): Promise<Questionnaire<'R4'>[]> {
  const reader = toRead(access);
  return listQuestionnaires(await listStoredForms(database, reader.who === 'client' ? reader.client : undefined));
}

export async function readQuestionnaire(database: Database, access: Access, id: string): Promise<Questionnaire<'R4'>> {
  const found = (await listReadable(database, access)).find((each) => each.id === id);
  if (!found) throw new Refusal(404, 'There is no Questionnaire with this id.');
  return found;
}

export async function searchQuestionnaires(
  database: Database,
  access: Access,
  { given, base, lenient }: Omit<SearchRequest, 'type'>,
): Promise<Searchset<Questionnaire<'R4'>>> {
  const known = questionnaireParameters.map(({ name }) => name);
  const paging = readPaging(given, known, { lenient, cursor: (text) => /^[A-Za-z0-9.-]{1,64}$/.test(text) });
  const { used, count, after } = paging;
  const all = await listReadable(database, access);
  const fits = (one: Questionnaire<'R4'>): boolean =>
    used.every(([name, value]) => {
      const own = ({ _id: one.id, url: one.url, version: one.version } as Record<string, string>)[name];
      return own === undefined || value.split(',').includes(own);
    });
  const found = all.filter(fits);
  const rest = after === undefined ? found : found.filter(({ id }) => id > after);
  const resources = rest.slice(0, count);
  const next = count && rest.length > count ? resources.at(-1)?.id : undefined;
  return searchset(base, 'Questionnaire', { total: found.length, resources, next }, paging);
}
