-- What is published of many people, and the frozen extract it is worked out from. In schemas of their own, which no
-- page about a person reads: the insight login sees published figures here, and nothing else anywhere.
create schema published;
create schema frozen;

-- One publication. Its state is facts with dates: asked, begun, built or failed, agreed by one, by two, or dropped.
create table published.publication (
  id uuid primary key,
  -- Given when the second person agreed, so that no number is missing.
  no int unique,
  from_on date not null,
  to_on date not null check (to_on > from_on),
  profile text not null check (profile in ('open', 'commissioner')),
  programme_version int not null,
  -- The programme as it was declared: outsiders choose among its tables and no others.
  definition jsonb not null,
  -- An officer; nobody (noughts) for the invented quarters of the practice place.
  asked_by uuid not null,
  asked_at timestamptz(3) not null default now(),
  begun_at timestamptz(3),
  -- Where the job is, for the progress that is shown.
  step text,
  done int not null default 0,
  of_all int not null default 0,
  built_at timestamptz(3),
  failed_at timestamptz(3),
  failed_why text,
  audit jsonb,
  coverage jsonb,
  first_by uuid,
  first_at timestamptz(3),
  second_by uuid,
  second_at timestamptz(3),
  dropped_by uuid,
  dropped_at timestamptz(3),
  -- The extract is destroyed thirty days after it was frozen; digests stay.
  extract_gone_at timestamptz(3),
  constraint two_people check (second_by is null or (first_by is not null and second_by <> first_by)),
  constraint numbered_when_agreed check ((no is null) = (second_at is null)),
  constraint one_end check (num_nonnulls(built_at, failed_at) < 2)
);
-- A quarter is published once under a profile.
create unique index one_of_a_quarter on published.publication (to_on, profile)
  where failed_at is null and dropped_at is null;

-- One figure. Null is withheld: why is for the audit alone.
create table published.cell (
  publication_id uuid not null references published.publication (id),
  table_key text not null,
  keys text[] not null,
  value int check (value >= 0),
  primary key (publication_id, table_key, keys)
);

-- One person in the extract, by no id once their secret numbers are there: `subject` is emptied then.
create table frozen.person (
  publication_id uuid not null references published.publication (id),
  line int not null,
  subject uuid,
  key bigint,
  digests int[],
  ward text,
  age text not null,
  sex text not null,
  "group" text not null,
  agencies text not null,
  number text not null,
  several text not null,
  combination text not null,
  core text not null,
  -- What is known of each need, in the order the job gave.
  answers text[] not null,
  primary key (publication_id, line)
);

-- The truth behind a figure, until the extract is destroyed; and the digest of its people, which stays.
create table frozen.cell (
  publication_id uuid not null references published.publication (id),
  table_key text not null,
  keys text[] not null,
  people int,
  key bigint,
  withheld text,
  -- Published again as it last was, since the people differ by two at most: then size and digests are those of the
  -- people whom that value was worked out from.
  repeated boolean not null default false,
  size int not null,
  digests bigint[] not null,
  primary key (publication_id, table_key, keys)
);
