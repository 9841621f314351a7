create table milestones (
  client_id text not null references clients (id),
  id text not null,
  milestone text not null,
  marked_on date not null,
  words text,
  note text,
  shared boolean not null default false,
  put_away boolean not null default false,
  changed_at timestamptz not null default now(),
  primary key (client_id, id)
);
