-- A group of teams stands as it was made. A change is a version, a row of its own, which each giver's own officer
-- answers for its own terms.
alter table receiver_group add column version_of uuid;
alter table receiver_group add column number int not null default 1;
alter table receiver_group add column proposed_by uuid;
alter table receiver_group add column made_at timestamptz(3) not null default now();
alter table receiver_group add constraint receiver_group_version_of_fkey foreign key (version_of)
  references receiver_group (id) on update cascade on delete restrict;
drop index receiver_group_agreement_id_name_key;
create unique index receiver_group_agreement_id_name_number_key on receiver_group (agreement_id, name, number);
create index receiver_group_version_of_idx on receiver_group (version_of);

create table group_answer (
  group_id uuid not null,
  agency_id uuid not null,
  answer text not null,
  answered_by uuid not null,
  answered_at timestamptz(3) not null default now(),
  constraint group_answer_pkey primary key (group_id, agency_id)
);
alter table group_answer add constraint group_answer_group_id_fkey foreign key (group_id)
  references receiver_group (id) on update cascade on delete restrict;
alter table group_answer add constraint group_answer_agency_id_fkey foreign key (agency_id)
  references agency (id) on update cascade on delete restrict;
