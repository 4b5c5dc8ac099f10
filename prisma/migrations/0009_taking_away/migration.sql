-- Acts that take something away from somebody: what waits, who said yes, and what puts it back.
create table taking_away (
  id uuid not null,
  person_id uuid not null,
  record_id uuid,
  kind text not null,
  reason text not null,
  agency_id uuid not null,
  asked_by uuid not null,
  asked_at timestamptz(3) not null default current_timestamp,
  for_agency_id uuid,
  target_id uuid,
  subject_id uuid,
  decision text,
  decided_as text,
  decided_by uuid,
  decided_at timestamptz(3),
  way_back jsonb not null default '{}',
  undone_by uuid,
  undone_at timestamptz(3),
  constraint taking_away_pkey primary key (id),
  constraint taking_away_decision check (decision in ('own', 'agreed', 'declined')),
  constraint taking_away_decided check ((decision is null) = (decided_at is null))
);
create index taking_away_person_id_idx on taking_away (person_id);
create index taking_away_record_id_idx on taking_away (record_id);
create index taking_away_for_agency_id_idx on taking_away (for_agency_id);
create index taking_away_subject_id_idx on taking_away (subject_id);

-- Recorded in error: it stays, for the agency that recorded it alone.
alter table death add column withdrawn_at timestamptz(3), add column withdrawn_by uuid;

-- A limited record always names a custodian. The owner sees no row of these tables, so where there are rows they are put
-- right as the role that owns the functions; a place without a custodian cannot have set a limit that one could look after.
do $$
begin
  if to_regnamespace('access') is not null then
    execute format('set local role %I', (select nspowner::regrole::text from pg_namespace where nspname = 'access'));
    update limited_access set custodian_id = coalesce((select m.user_id from membership m where m.role = 'custodian'
      and (m.ends_at is null or now() < m.ends_at) order by m.starts_at limit 1), given_by) where custodian_id is null;
    insert into limited_access_named (limited_access_id, user_id) select id, custodian_id from limited_access
    where ended_at is null or now() < ended_at on conflict do nothing;
    reset role;
  end if;
end $$;
alter table limited_access alter column custodian_id set not null;
