-- The institutions and services of a place. In a schema of its own without row security, since everybody who may look
-- sees the same: no table here names a person, and none refers to one that does.
create schema place;

-- Another directory whose pages were read: by the address somebody gave, or the name of a file.
create table place.source (
  id uuid primary key,
  address text not null unique,
  read_at timestamptz(3) not null
);

-- Who offers something: a council, a firm, a charity, a café. Null: not known.
create table place.institution (
  id uuid primary key,
  sector text check (sector in ('public', 'private', 'social', 'informal')),
  name text not null,
  description text,
  website text,
  source_id uuid references place.source (id),
  invented boolean not null default false
);

-- Something on offer. Its id is the one its feed gives it, so that others know it again. Null: not known.
create table place.service (
  id uuid primary key,
  institution_id uuid references place.institution (id),
  name text not null,
  description text,
  status text not null check (status in ('active', 'inactive', 'defunct', 'temporarily closed')),
  -- Sides of life, as needs are recorded by.
  needs text[] not null default '{}',
  eligibility text,
  minimum_age double precision,
  maximum_age double precision,
  way_in text check (way_in in ('drop_in', 'self', 'referral', 'worker')),
  how_in text,
  capacity int check (capacity >= 0),
  wait_days int check (wait_days >= 0),
  url text,
  email text,
  phones text[] not null default '{}',
  fees text,
  alert text,
  terms jsonb not null default '[]',
  -- Which body said that this is so, and on which day. Never who of its people.
  confirmed_by text,
  confirmed_on date,
  changed_at timestamptz(3),
  withheld boolean not null,
  -- Addresses and points; names of the areas it serves; when it is open.
  places jsonb,
  areas text[],
  hours jsonb,
  source_id uuid references place.source (id),
  -- When its feed no longer had it.
  gone_at timestamptz(3),
  invented boolean not null default false,
  constraint withheld_is_nowhere check (not withheld or num_nonnulls(places, areas, hours) = 0),
  constraint confirmed_by_whom check ((confirmed_by is null) = (confirmed_on is null))
);
create index on place.service using gin (needs);
create index on place.service (institution_id);
create index on place.service (source_id);

-- What a service was before a change: the fields that changed, as they were.
create table place.service_change (
  id bigint generated always as identity primary key,
  service_id uuid not null references place.service (id),
  at timestamptz(3) not null,
  before jsonb not null
);
create index on place.service_change (service_id, at);

-- Counts every change, so that an answer made ready is known to be of today.
create table place.edition (
  only_one boolean primary key default true check (only_one),
  number bigint not null
);
insert into place.edition (number) values (1);
