-- Journal entries that clients shared. An entry that was changed and shared again is another row: both were shared, and the
-- later one is current.
create table shared_entries (
  number bigint generated always as identity primary key,
  client_id text not null references clients (id),
  id text not null,
  written_on date not null,
  prompt text,
  words text not null,
  shared_at timestamptz not null default now()
);

create index shared_entries_by_client on shared_entries (client_id, id, number);

-- Names a client's journal on their device, where others may read the name. It is random and used for nothing else, so it
-- identifies nobody outside this table. It does not depend on the secret that signs links, so a new secret loses no journal.
alter table clients add column journal_key uuid not null default gen_random_uuid();
