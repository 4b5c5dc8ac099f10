-- Which agency put somebody into a cohort, who ended an objection, and who has confirmed what somebody else wrote down.
alter table cohort_member add column agency_id uuid;
alter table choice add column withdrawn_by uuid;
create table confirmation (
  id uuid not null,
  person_id uuid not null,
  record_id uuid,
  subject_id uuid not null,
  agency_id uuid not null,
  answer text not null,
  reason text,
  answered_by uuid not null,
  answered_at timestamptz(3) not null default current_timestamp,
  undone_by uuid,
  undone_at timestamptz(3),
  constraint confirmation_pkey primary key (id),
  constraint confirmation_answer check (answer in ('confirmed', 'not')),
  constraint confirmation_reason check ((answer = 'not') = (reason is not null))
);
create index confirmation_person_id_idx on confirmation (person_id);
create index confirmation_record_id_idx on confirmation (record_id);
create index confirmation_subject_id_idx on confirmation (subject_id);
-- An agency says one thing at a time.
create unique index confirmation_once on confirmation (subject_id, agency_id) where undone_at is null;

-- Whoever decided did so for an agency they worked for. The owner sees no rows: put right as the role that owns the functions.
do $$
begin
  if to_regnamespace('access') is not null then
    execute format('set local role %I', (select nspowner::regrole::text from pg_namespace where nspname = 'access'));
    update cohort_member c set agency_id = coalesce((select m.agency_id from membership m where m.user_id = c.decided_by
      order by m.starts_at <= c.starts_at and (m.ends_at is null or m.ends_at > c.starts_at) desc, m.starts_at limit 1),
      (select host_agency_id from agreement where id = c.agreement_id));
    reset role;
  end if;
end $$;
alter table cohort_member alter column agency_id set not null;
