-- Somebody goes from one worker to another of the same team when both have said so. The note is a handover, as when work
-- ends; here stand ids and times alone.
create table handing_over (
    "id" UUID NOT NULL,
    "involvement_id" UUID NOT NULL,
    "handover_id" UUID NOT NULL,
    "from_user_id" UUID,
    "to_user_id" UUID NOT NULL,
    "lead" BOOLEAN NOT NULL DEFAULT false,
    "moves_on" DATE NOT NULL,
    "asked_by" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "given_at" TIMESTAMPTZ(3),
    "taken_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "ended_how" TEXT,

    CONSTRAINT "handing_over_pkey" PRIMARY KEY ("id")
);
alter table handing_over add constraint handing_over_ended check ((ended_at is null) = (ended_how is null)
    and (ended_how in ('moved', 'declined', 'withdrawn', 'work_ended'))),
  add constraint handing_over_moved check (ended_how is distinct from 'moved' or given_at is not null and taken_at is not null),
  add constraint handing_over_others check (from_user_id is distinct from to_user_id);
create unique index handing_over_open on handing_over (involvement_id, to_user_id) where ended_at is null;
create index "handing_over_involvement_id_idx" on handing_over(involvement_id);
create index "handing_over_from_user_id_idx" on handing_over(from_user_id);
create index "handing_over_to_user_id_idx" on handing_over(to_user_id);
alter table handing_over add constraint "handing_over_involvement_id_fkey"
    foreign key (involvement_id) references involvement(id) on delete cascade on update cascade,
  add constraint "handing_over_handover_id_fkey"
    foreign key (handover_id) references handover(id) on delete cascade on update cascade;
