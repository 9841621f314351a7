import type { Queries } from './database/database.ts';
import { itemTexts, ownInstrument } from './instrument.ts';
import { Refusal } from './refusal.ts';
import { sentDay } from './sent-day.ts';
import { sentText } from './sent-text.ts';

export interface Milestone {
  id: string;
  milestone: string;
  /** `YYYY-MM-DD` */
  date: string;
  text: string | null;
  note: string | null;
  /** The drawing that the person chose for a milestone of their own. */
  motif: number | null;
  shared: boolean;
  putAway: boolean;
}

/** The milestone that a change names, if it belongs to the client. */
const named = 'where client_id = $1 and id = $2 and milestone = $3';

const changes = {
  mark: `insert into milestones (client_id, id, milestone, marked_on, words, note, motif)
         values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (client_id, id) do update set marked_on = excluded.marked_on, words = excluded.words,
         note = excluded.note, motif = excluded.motif, changed_at = now() where milestones.milestone = excluded.milestone returning id`,
  word: `update milestones set marked_on = $4, words = $5, note = $6, motif = $7, changed_at = now()
         ${named} returning id`,
  share: `update milestones set shared = true, changed_at = now() ${named} returning id`,
  unshare: `update milestones set shared = false, changed_at = now() ${named} returning id`,
  'put-away': `update milestones set put_away = true, changed_at = now() ${named} returning id`,
  'bring-back': `update milestones set put_away = false, changed_at = now() ${named} returning id`,
  // A repeated removal is recognised, unless another milestone has used the id since.
  remove: `with gone as (delete from milestones ${named} returning client_id, id),
           noted as (insert into removed_milestones select client_id, id from gone on conflict do nothing)
           select id from gone union all select id from removed_milestones where client_id = $1 and id = $2
           and not exists (select 1 from milestones where client_id = $1 and id = $2)`,
};

type Action = keyof typeof changes;

interface Change {
  id: string;
  milestone: string;
  date: string;
  text: string | null;
  note: string | null;
  motif: number | null;
  action: Action;
}

/**
 * Carries out a client's change of a milestone, or throws a `Refusal`. The refusal is the same for another client's
 * milestone as for one that does not exist. Run it inside a transaction. The same change twice has the effect of one.
 */
export async function changeMilestone(queries: Queries, client: string, sent: unknown): Promise<void> {
  const { action, ...change } = readChange(sent);
  const values = [client, change.id, change.milestone, change.date, change.text, change.note, change.motif];
  const statement = changes[action];
  const used = values.slice(0, Math.max(...[...statement.matchAll(/\$(\d)/g)].map(([, place]) => Number(place))));
  // If the same change is sent twice at once, one waits for the other.
  await queries.query('select 1 from clients where id = $1 for update', [client]);
  const changed = await queries.query(statement, used);
  if (!changed.length) throw new Refusal(404, 'This milestone is not kept at the clinic.');
}

/** A client's milestones, oldest first: all of them, or only those that their therapist may see. */
export async function listMilestones(queries: Queries, client: string, only?: 'shared'): Promise<Milestone[]> {
  return queries.query<Milestone>(
    `select id, milestone, marked_on::text as date, words as text, note, motif, shared, put_away as "putAway"
     from milestones where client_id = $1 and (shared or not $2::boolean) order by marked_on, changed_at, id`,
    [client, only === 'shared'],
  );
}

function readChange(sent: unknown): Change {
  const given = (typeof sent === 'object' && sent !== null ? sent : {}) as Record<string, unknown>;
  const text = (name: string, most: number): string | null => sentText(given, name, { whose: 'milestone', most });
  const change = {
    id: text('id', 100),
    milestone: text('milestone', 40),
    action: text('action', 10),
  };
  if (!change.id || !/^[\w.~:-]+$/.test(change.id)) throw new Refusal(422, 'The milestone has no id.');
  if (!change.milestone || !milestoneTitles().has(change.milestone))
    throw new Refusal(422, 'There is no such milestone.');
  const date = sentDay('milestone', given);
  const { motif = null } = given;
  if (motif !== null && motif !== 1 && motif !== 2 && motif !== 3)
    throw new Refusal(422, 'There is no such drawing.');
  if (!change.action || !Object.hasOwn(changes, change.action)) throw new Refusal(422, 'There is no such change.');
  return {
    id: change.id,
    milestone: change.milestone,
    date,
    text: text('text', 200),
    note: text('note', 2000),
    motif,
    action: change.action as Action,
  };
}

/** The title of each milestone, by its key. */
export function milestoneTitles(): Map<string, string> {
  return itemTexts(ownInstrument('milestones'));
}
