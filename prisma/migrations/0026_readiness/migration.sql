-- How ready a place is to work together, as many voices see it. No table here names a person, and none joins what
-- somebody answered to whom a link was given: the two are never in one row, and share no key.
create schema readiness;

-- A time of asking. One is open at once. What was answered is read when it has been closed, and never before.
create table readiness.round (
  id uuid primary key,
  no int not null unique,
  name text not null,
  opened_at timestamptz(3) not null,
  opened_by uuid,
  -- The last day on which one may answer.
  closes_on date not null,
  closed_at timestamptz(3),
  closed_by uuid,
  invented boolean not null default false
);
create unique index round_open on readiness.round ((closed_at is null)) where closed_at is null;

-- What is asked in a round, in the words of that round. No key: the place's own.
create table readiness.item (
  id uuid primary key,
  round_id uuid not null references readiness.round (id) on delete cascade,
  no int not null,
  key text,
  part text not null check (part in ('perspective', 'power', 'participation', 'headings', 'own')),
  words text not null,
  unique (round_id, no),
  unique (round_id, key)
);

-- A link that was made for somebody of a sector in a role; for whom is written nowhere. Its hash goes when it is used.
create table readiness.invited (
  id uuid primary key,
  round_id uuid not null references readiness.round (id) on delete cascade,
  sector text not null check (sector in ('public', 'private', 'social', 'lived')),
  role text not null,
  link_hash bytea unique,
  ended_at timestamptz(3)
);
create index on readiness.invited (round_id, sector);

-- One person's answers while the round is open, under a key that they alone were shown. Its id is random and it has no
-- time, so that nothing says which link it came by. It is taken apart when the round closes.
create table readiness.sheet (
  id uuid primary key default gen_random_uuid(),
  round_id uuid not null references readiness.round (id) on delete cascade,
  sector text not null check (sector in ('public', 'private', 'social', 'lived')),
  own_hash bytea not null unique
);
create index on readiness.sheet (round_id);

-- Null: they do not know. No row: they left it.
create table readiness.answer (
  sheet_id uuid not null references readiness.sheet (id) on delete cascade,
  item_id uuid not null references readiness.item (id) on delete cascade,
  score int check (score between 1 and 10),
  primary key (sheet_id, item_id)
);
create index on readiness.answer (item_id);

-- What is left of answers when a round has closed: how many of a sector gave which score to which item; 0: do not know.
create table readiness.tally (
  item_id uuid not null references readiness.item (id) on delete cascade,
  sector text not null,
  score int not null check (score between 0 and 10),
  n int not null check (n > 0),
  primary key (item_id, sector, score)
);

-- How many of each sector answered in a round that has closed.
create table readiness.answered (
  round_id uuid not null references readiness.round (id) on delete cascade,
  sector text not null,
  n int not null,
  primary key (round_id, sector)
);

-- Somebody's words. Nobody reads them before the round has closed, and nobody but whoever checks them before they are
-- let through; `shown` is what is let through, perhaps with words taken out. Decided and not shown: kept back.
create table readiness.comment (
  id uuid primary key default gen_random_uuid(),
  round_id uuid not null references readiness.round (id) on delete cascade,
  item_id uuid not null references readiness.item (id) on delete cascade,
  sector text not null,
  sheet_id uuid references readiness.sheet (id) on delete set null,
  words text not null,
  shown text,
  decided_at timestamptz(3),
  decided_by uuid
);
create index on readiness.comment (round_id);
create index on readiness.comment (sheet_id);

-- What the place said it would do. The item is known by its key over rounds.
create table readiness.action (
  id uuid primary key,
  item_key text,
  words text not null,
  owner text not null,
  organisation text not null,
  due_on date not null,
  -- How one will know that it has worked.
  known_by text,
  added_at timestamptz(3) not null,
  added_by uuid,
  done_on date,
  put_away_at timestamptz(3),
  version int not null default 1,
  invented boolean not null default false
);

-- Links that nobody was given, tried from a network (hashed), for ten minutes.
create table readiness.knock (
  network bytea,
  at timestamptz not null
);
create index on readiness.knock (network, at);

-- Cases for doing something together, written by those who would. No table names a person who is supported.
create schema proposition;

-- States are facts with dates: begun, shared, agreed to by two people of two agencies, put away.
create table proposition.paper (
  id uuid primary key,
  no int not null unique,
  agency_id uuid not null,
  begun_by uuid,
  begun_at timestamptz(3) not null,
  shared_at timestamptz(3),
  shared_by uuid,
  first_by uuid,
  first_agency_id uuid,
  first_at timestamptz(3),
  second_by uuid,
  second_agency_id uuid,
  agreed_at timestamptz(3),
  put_away_at timestamptz(3),
  put_away_by uuid,
  put_away_why text,
  invented boolean not null default false
);

-- All that a paper said, each time it was saved.
create table proposition.version (
  id uuid primary key,
  paper_id uuid not null references proposition.paper (id) on delete cascade,
  no int not null,
  words jsonb not null,
  written_by uuid,
  written_at timestamptz(3) not null,
  unique (paper_id, no)
);

-- A figure as it stood when it was pinned. Nothing changes it afterwards; it can be taken off.
create table proposition.evidence (
  id uuid primary key,
  paper_id uuid not null references proposition.paper (id) on delete cascade,
  kind text not null check (kind in ('published', 'readiness', 'directory')),
  label text not null,
  value text not null,
  margin text,
  source text not null,
  as_of date not null,
  -- Where it came from: a table's cell, a round's item, a need.
  origin jsonb not null,
  pinned_by uuid,
  pinned_at timestamptz(3) not null,
  taken_off_at timestamptz(3),
  taken_off_by uuid
);
create index on proposition.evidence (paper_id);

create table proposition.comment (
  id uuid primary key,
  paper_id uuid not null references proposition.paper (id) on delete cascade,
  version_no int not null,
  words text not null,
  by_user uuid not null,
  by_agency_id uuid not null,
  at timestamptz(3) not null
);
create index on proposition.comment (paper_id);
