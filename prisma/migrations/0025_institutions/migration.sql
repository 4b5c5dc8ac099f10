-- What an institution is to its place: whom it serves, where, who keeps its entry and who says that it is so. Null: not
-- known. Still without a column for a person: who of a body said something is nobody's to read here.
alter table place.institution
  -- Which agency of ours keeps this entry; no reference, since nothing here leans on another schema.
  add column agency_id uuid,
  add column needs text[] not null default '{}',
  add column areas text[],
  add column address text,
  add column longitude double precision check (longitude between -9 and 3),
  add column latitude double precision check (latitude between 49 and 61),
  add column phone text,
  add column capacity int check (capacity >= 0),
  add column wait_days int check (wait_days >= 0),
  -- Under five staff: a figure of it would be a figure of somebody.
  add column small boolean,
  add column confirmed_by text,
  add column confirmed_on date,
  add column closed_on date,
  add column withheld boolean not null default false,
  add constraint withheld_institution_is_nowhere
    check (not withheld or num_nonnulls(areas, address, longitude, latitude) = 0),
  add constraint institution_confirmed_by_whom check ((confirmed_by is null) = (confirmed_on is null)),
  add constraint institution_point_is_whole check ((longitude is null) = (latitude is null));

-- What an institution was before a change, and which body changed it (null: a feed, or the practice place).
create table place.institution_change (
  id bigint generated always as identity primary key,
  institution_id uuid not null references place.institution (id),
  at timestamptz(3) not null,
  body text,
  before jsonb not null
);
create index on place.institution_change (institution_id, at);

-- What one institution is to another, as somebody says. It holds until it ends; what ended is kept.
create table place.link (
  id uuid primary key,
  from_id uuid not null references place.institution (id),
  to_id uuid not null references place.institution (id),
  kind text not null check (kind in ('support', 'funding', 'commissioning', 'data_sharing', 'referral_route',
    'influence', 'trust', 'informal')),
  -- 1 now and then, 2 steady, 3 neither could do without.
  strength int not null check (strength between 1 and 3),
  words text,
  -- Which body says so, and on which day.
  body text not null,
  said_on date not null,
  ended_at timestamptz(3),
  ended_body text,
  invented boolean not null default false,
  constraint link_of_two check (from_id <> to_id),
  constraint link_ended_by_whom check ((ended_at is null) = (ended_body is null))
);
create unique index link_once on place.link (from_id, to_id, kind) where ended_at is null;
create index on place.link (to_id);

-- Where an institution stands on the sheet, from 0 to 1000 across and down: data that a curator moves. It says nothing
-- of where the institution is.
create table place.position (
  institution_id uuid primary key references place.institution (id),
  across int not null check (across between 0 and 1000),
  down int not null check (down between 0 and 1000)
);
