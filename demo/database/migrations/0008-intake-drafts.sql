-- An intake form that somebody is filling in. It stays for a day at most. The parts are erased when the form is sent; the row
-- stays until the day is over, so that a repeated sending is recognised.
create table intake_drafts (
  id text primary key,
  started_at timestamptz not null default now(),
  sent text check (sent in ('answers', 'name'))
);

-- What was saved of each part, as it came: the name as a text, and the answers as a record.
create table intake_parts (
  draft_id text not null references intake_drafts (id) on delete cascade,
  part text not null,
  body json not null,
  saved_at timestamptz not null default now(),
  primary key (draft_id, part)
);
