-- Who filled in a record. No page of a client's reads what a therapist or an observer noted.
alter table records add column author text not null default 'client'
  check (author in ('client', 'therapist', 'observer'));

create index records_by_session on records (session_id) where session_id is not null;

-- For a client's latest record of one instrument, and for all records of one instrument.
create index records_by_instrument on records (instrument, client_id, completed_at);

drop view record_standing;

create view record_standing as
select
  records.*,
  (
    select later.id
    from records later
    where later.replaces = records.id and later.client_id = records.client_id
      and later.instrument = records.instrument and later.author = records.author
    order by later.received_at desc, later.id
    limit 1
  ) as superseded_by
from records;
