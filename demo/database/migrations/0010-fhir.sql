-- The ids of clients and records in the FHIR API. Their own ids have signs that FHIR does not allow, and two clients can have
-- a record with the same id.
alter table clients add column fhir_id uuid not null default gen_random_uuid() unique;

alter table records add column fhir_id uuid not null default gen_random_uuid() unique;

-- The pages of a search are in this order.
create index records_by_arrival on records (received_at, fhir_id);

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
  ) as superseded_by,
  (
    select max(later.received_at)
    from records later
    where later.replaces = records.id and later.client_id = records.client_id
      and later.instrument = records.instrument and later.author = records.author
  ) as superseded_at
from records;
