-- Of a milestone that its client removed: the id alone, so that a removal that is sent again is known.
create table removed_milestones (
  client_id text not null references clients (id),
  id text not null,
  primary key (client_id, id)
);
