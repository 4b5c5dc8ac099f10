-- Where a referral stands is worked out from what happened and when, and no longer stored: the answer, the withdrawal,
-- the start and the end are facts with their times. It may go to a service that is not on the system. What the sender
-- wrote may be amended, as a later edition beside the first; who did what, with a line for the other side, is a log.
alter table referral alter column to_team_id drop not null,
  add column to_service_id uuid, add column to_name text, add column answer text, add column withdrawn_at timestamptz(3),
  add column starts_on date, add column started_at timestamptz(3), add column ended_at timestamptz(3),
  add column outcome text;
alter table referral_detail add column edition integer not null default 1, add column agreed_on date,
  add column agreed_how text, add column council text, add column contact_by text, add column home_until date;

alter table referral disable trigger user;
do $$
declare definer text := (select pg_get_userbyid(nspowner) from pg_namespace where nspname = 'access');
begin
  if definer is null then return; end if;
  execute format('grant select, update on referral to %I', definer);
  execute format('set local role %I', definer);
  update referral set answer = case when state = 'declined' then 'declined' when state in ('accepted', 'ended') then 'accepted' end,
    withdrawn_at = case when state = 'withdrawn' then decided_at end,
    started_at = case when state in ('accepted', 'ended') then decided_at end,
    ended_at = case when state = 'ended' then decided_at end,
    outcome = case when state = 'ended' then 'other' end,
    decided_at = case when state in ('accepted', 'ended', 'declined') then decided_at end;
  reset role;
end $$;
alter table referral enable trigger user;

alter table referral drop constraint referral_state;
alter table referral drop column state;
alter table referral add constraint referral_to check (num_nonnulls(to_team_id, to_name) = 1),
  add constraint referral_to_service check (to_service_id is null or to_name is not null),
  add constraint referral_answer check (answer in ('accepted', 'declined') and (answer is null) = (decided_at is null)),
  add constraint referral_answered check (answer is null or sent_at is not null),
  add constraint referral_refused check (refusal_reason is null or answer = 'declined'),
  add constraint referral_started check (started_at is null or answer = 'accepted'),
  add constraint referral_ended check ((ended_at is null) = (outcome is null)
    and (ended_at is null or answer = 'accepted')),
  add constraint referral_withdrawn check (withdrawn_at is null or coalesce(answer, 'accepted') = 'accepted'
    and started_at is null and ended_at is null),
  add constraint referral_outcome check
    (outcome in ('done', 'in_part', 'person_stopped', 'not_reached', 'moved_away', 'other'));
create unique index referral_detail_edition on referral_detail (referral_id, edition);

create table referral_step (
    "id" UUID NOT NULL,
    "referral_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "user_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "words" TEXT,

    CONSTRAINT "referral_step_pkey" PRIMARY KEY ("id")
);
alter table referral_step add constraint referral_step_kind check
  (kind in ('sent', 'amended', 'accepted', 'declined', 'started', 'ended', 'withdrawn'));
create index "referral_step_referral_id_idx" on referral_step(referral_id);
create index "referral_team_id_sent_at_idx" on referral(team_id, sent_at);
alter table referral_step add constraint "referral_step_referral_id_fkey"
  foreign key (referral_id) references referral(id) on delete cascade on update cascade;
