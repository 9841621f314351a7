-- The id of a milestone that its client removed, and nothing else, so that the server recognises a repeated removal.
create table removed_milestones (
  client_id text not null references clients (id),
  id text not null,
  primary key (client_id, id)
);
