-- Up to which moment somebody at the desk has marked what a client sent as read. No row: nothing was marked.
create table desk_reading (
  client_id text primary key references clients (id),
  read_to timestamptz not null
);
