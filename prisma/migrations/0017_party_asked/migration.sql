-- An agency is a party when its own officer has said yes. Who was asked, and what they said, stands in a table of its own:
-- whoever is a party by now is taken to have said yes.
create table party_asked (
  id uuid not null,
  agreement_id uuid not null,
  agency_id uuid not null,
  lawful_basis text not null,
  conditions text not null,
  confidence_lifted_by text not null,
  regime text not null,
  contact text not null,
  signatory text not null,
  signed_on date not null,
  joins_on date not null,
  asked_by uuid not null,
  asked_at timestamptz(3) not null default now(),
  answer text,
  answered_by uuid,
  answered_at timestamptz(3),
  constraint party_asked_pkey primary key (id),
  constraint party_asked_answer check (answer in ('yes', 'no', 'taken_back')),
  constraint party_asked_whole check (num_nulls(answer, answered_by, answered_at) in (0, 3))
);
alter table party_asked add constraint party_asked_agreement_id_fkey foreign key (agreement_id)
  references agreement (id) on update cascade on delete restrict;
alter table party_asked add constraint party_asked_agency_id_fkey foreign key (agency_id)
  references agency (id) on update cascade on delete restrict;
create index party_asked_agreement_id_idx on party_asked (agreement_id);
create index party_asked_agency_id_idx on party_asked (agency_id);
create unique index party_asked_once on party_asked (agreement_id, agency_id) where answer is null;
