-- Who read whose answers, written before they are sent. `reader_id` tells apart visits and tokens, and is no token. `whose` has
-- the ids of clients, without a reference, so that a row outlives a client who is erased. It is empty for figures over everyone,
-- and for an intake form that is not sent.
create table readings (
  number bigint generated always as identity primary key,
  read_at timestamptz not null default now(),
  reader text not null check (reader in ('desk', 'program', 'client', 'device', 'other server')),
  reader_id text not null,
  what text not null,
  whose text[] not null
);

create index readings_by_client on readings using gin (whose);
create index readings_by_time on readings (read_at);
