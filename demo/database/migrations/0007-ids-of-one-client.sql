-- An id is one client's own: what one client sends can neither take the place of another's record nor learn of it.
alter table records drop constraint records_pkey, add primary key (client_id, id);
