create table clients (
  id text primary key,
  called text not null,
  made_up boolean not null default false,
  created_at timestamptz not null default now()
);

create table sessions (
  id text primary key,
  client_id text not null references clients (id),
  held_on date not null,
  therapist text not null,
  mode text not null check (mode in ('in-person', 'video', 'phone'))
);

create index sessions_by_client on sessions (client_id, held_on);

-- body is json, not jsonb, so that the text of the record stays exactly as it was received.
create table records (
  id text primary key,
  client_id text not null references clients (id),
  session_id text references sessions (id),
  replaces text check (replaces <> id),
  instrument text not null,
  completed_at timestamptz not null,
  received_at timestamptz not null default now(),
  body json not null,
  score jsonb not null
);

create index records_by_client on records (client_id, completed_at);

create index records_by_replaced on records (replaces) where replaces is not null;

-- Whether a record was superseded is derived, so that it is also right when the replaced record arrives late.
create view record_standing as
select
  records.*,
  (
    select later.id
    from records later
    where later.replaces = records.id and later.client_id = records.client_id and later.instrument = records.instrument
    order by later.received_at desc, later.id
    limit 1
  ) as superseded_by
from records;
