-- What was erased because of its age: how many of each kind, and before which day (in UTC) nothing of that age is left. No id and
-- no answer. A row of the kind `nothing` says that there was nothing to erase.
create table erasures (
  number bigint generated always as identity primary key,
  erased_at timestamptz not null,
  kind text not null,
  count integer not null,
  up_to date not null
);
