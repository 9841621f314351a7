-- An id belongs to one client: a request of another client can neither replace the record nor learn that it exists.
alter table records drop constraint records_pkey, add primary key (client_id, id);
