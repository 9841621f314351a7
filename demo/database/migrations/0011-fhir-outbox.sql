-- Records that another FHIR server must still get. A row goes when that server has stored the record. No answer is in it.
create table fhir_outbox (
  client_id text not null,
  record_id text not null,
  queued_at timestamptz not null default now(),
  -- How often the record was taken to be sent. A sender that took it earlier may no longer change the row.
  attempts integer not null default 0,
  -- Nobody takes the record before: it waits for another try, or somebody is sending it.
  not_before timestamptz not null default now(),
  -- What went wrong the last time, without answers.
  problem text,
  -- The other server does not accept the record. It is sent again only if somebody at the desk asks for it.
  set_aside boolean not null default false,
  primary key (client_id, record_id),
  foreign key (client_id, record_id) references records (client_id, id)
);

create index fhir_outbox_by_turn on fhir_outbox (not_before) where not set_aside;
