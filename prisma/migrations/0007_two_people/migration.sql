-- A role that opens people is offered by one person and agreed to by another; one elsewhere is taken by its user. Until
-- then it is here, where nothing looks for what somebody may see.
create table role_offer (
    id uuid not null,
    user_id uuid not null,
    agency_id uuid not null,
    role text not null,
    job_title text,
    team_ids uuid[] default array[]::uuid[],
    called text,
    offered_by uuid not null,
    hands uuid[] default array[]::uuid[],
    offered_at timestamptz(3) not null default current_timestamp,
    accepted_at timestamptz(3),
    agreed_by uuid,
    agreed_at timestamptz(3),
    membership_id uuid,
    ended_by uuid,
    ended_at timestamptz(3),

    constraint role_offer_pkey primary key (id)
);
alter table role_offer add constraint role_offer_user_id_fkey foreign key (user_id) references app_user (id)
  on delete restrict on update cascade;
alter table role_offer add constraint role_offer_agency_id_fkey foreign key (agency_id) references agency (id)
  on delete restrict on update cascade;
create index role_offer_user_id_idx on role_offer (user_id);
create index role_offer_agency_id_idx on role_offer (agency_id);

-- Closed since a password was set by a link, until somebody else says whose it is.
alter table membership add column waits_since timestamptz(3);

-- In whose hands an account may be besides its user's: those who made it, and those who made its link.
alter table app_user add column hands uuid[] default array[]::uuid[];
alter table one_time_link add column hands uuid[] default array[]::uuid[], add column agency_id uuid;
alter table credential add column hands uuid[] default array[]::uuid[], add column agency_id uuid,
  add column known_by uuid, add column known_at timestamptz(3);
