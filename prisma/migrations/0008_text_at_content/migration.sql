-- Text lives at content. What a worker types freely leaves the tables that show at a headline, or at who is involved, for
-- tables of its own; how severe a need is, and which way it goes, leaves with it.

-- CreateTable
CREATE TABLE "contact_withdrawal" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "record_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "agency_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "team_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "class_id" INTEGER NOT NULL DEFAULT 0,
    "categories" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "audience" TEXT NOT NULL DEFAULT 'agreed',
    "given_by" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "given_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,
    "contact_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "contact_withdrawal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "appointment_place" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "record_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "agency_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "team_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "class_id" INTEGER NOT NULL DEFAULT 0,
    "categories" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "audience" TEXT NOT NULL DEFAULT 'agreed',
    "given_by" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "given_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,
    "appointment_id" UUID NOT NULL,
    "place" TEXT NOT NULL,

    CONSTRAINT "appointment_place_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "need_grade" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "record_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "agency_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "team_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "class_id" INTEGER NOT NULL DEFAULT 0,
    "categories" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "audience" TEXT NOT NULL DEFAULT 'agreed',
    "given_by" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "given_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,
    "need_rating_id" UUID NOT NULL,
    "severity" SMALLINT,
    "trend" TEXT,

    CONSTRAINT "need_grade_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity_words" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "record_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "agency_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "team_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "class_id" INTEGER NOT NULL DEFAULT 0,
    "categories" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "audience" TEXT NOT NULL DEFAULT 'agreed',
    "given_by" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "given_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,
    "identity_detail_id" UUID NOT NULL,
    "gender_words" TEXT,
    "ethnicity_received" TEXT,

    CONSTRAINT "identity_words_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "living_area" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "record_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "agency_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "team_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "class_id" INTEGER NOT NULL DEFAULT 0,
    "categories" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "audience" TEXT NOT NULL DEFAULT 'agreed',
    "given_by" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "given_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,
    "living_situation_id" UUID NOT NULL,
    "area_name" TEXT NOT NULL,

    CONSTRAINT "living_area_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "handover" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "record_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "agency_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "team_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "class_id" INTEGER NOT NULL DEFAULT 0,
    "categories" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "audience" TEXT NOT NULL DEFAULT 'agreed',
    "given_by" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "given_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,
    "involvement_id" UUID NOT NULL,
    "words" TEXT NOT NULL,

    CONSTRAINT "handover_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "warning_end" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "record_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "agency_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "team_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "class_id" INTEGER NOT NULL DEFAULT 0,
    "categories" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "audience" TEXT NOT NULL DEFAULT 'agreed',
    "given_by" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
    "given_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,
    "warning_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "warning_end_pkey" PRIMARY KEY ("id")
);

-- AlterTable
ALTER TABLE "contact_place" ADD COLUMN "with_whom" TEXT;

-- CreateIndex
CREATE INDEX "contact_withdrawal_contact_id_idx" ON "contact_withdrawal"("contact_id");

-- CreateIndex
CREATE INDEX "contact_withdrawal_person_id_idx" ON "contact_withdrawal"("person_id");

-- CreateIndex
CREATE INDEX "contact_withdrawal_record_id_person_id_agency_id_idx" ON "contact_withdrawal"("record_id", "person_id", "agency_id");

-- CreateIndex
CREATE INDEX "appointment_place_appointment_id_idx" ON "appointment_place"("appointment_id");

-- CreateIndex
CREATE INDEX "appointment_place_person_id_idx" ON "appointment_place"("person_id");

-- CreateIndex
CREATE INDEX "appointment_place_record_id_person_id_agency_id_idx" ON "appointment_place"("record_id", "person_id", "agency_id");

-- CreateIndex
CREATE INDEX "need_grade_person_id_idx" ON "need_grade"("person_id");

-- CreateIndex
CREATE INDEX "need_grade_record_id_person_id_agency_id_idx" ON "need_grade"("record_id", "person_id", "agency_id");

-- CreateIndex
CREATE INDEX "need_grade_need_rating_id_idx" ON "need_grade"("need_rating_id");

-- CreateIndex
CREATE INDEX "identity_words_identity_detail_id_idx" ON "identity_words"("identity_detail_id");

-- CreateIndex
CREATE INDEX "identity_words_person_id_idx" ON "identity_words"("person_id");

-- CreateIndex
CREATE INDEX "identity_words_record_id_person_id_agency_id_idx" ON "identity_words"("record_id", "person_id", "agency_id");

-- CreateIndex
CREATE INDEX "living_area_living_situation_id_idx" ON "living_area"("living_situation_id");

-- CreateIndex
CREATE INDEX "living_area_person_id_idx" ON "living_area"("person_id");

-- CreateIndex
CREATE INDEX "living_area_record_id_person_id_agency_id_idx" ON "living_area"("record_id", "person_id", "agency_id");

-- CreateIndex
CREATE INDEX "handover_involvement_id_idx" ON "handover"("involvement_id");

-- CreateIndex
CREATE INDEX "handover_person_id_idx" ON "handover"("person_id");

-- CreateIndex
CREATE INDEX "handover_record_id_person_id_agency_id_idx" ON "handover"("record_id", "person_id", "agency_id");

-- CreateIndex
CREATE INDEX "warning_end_warning_id_idx" ON "warning_end"("warning_id");

-- CreateIndex
CREATE INDEX "warning_end_person_id_idx" ON "warning_end"("person_id");

-- CreateIndex
CREATE INDEX "warning_end_record_id_person_id_agency_id_idx" ON "warning_end"("record_id", "person_id", "agency_id");

-- AddForeignKey
ALTER TABLE "contact_withdrawal" ADD CONSTRAINT "contact_withdrawal_record_id_person_id_agency_id_fkey" FOREIGN KEY ("record_id", "person_id", "agency_id") REFERENCES "record"("id", "person_id", "agency_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_withdrawal" ADD CONSTRAINT "contact_withdrawal_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "entry_class"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_withdrawal" ADD CONSTRAINT "contact_withdrawal_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contact"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment_place" ADD CONSTRAINT "appointment_place_record_id_person_id_agency_id_fkey" FOREIGN KEY ("record_id", "person_id", "agency_id") REFERENCES "record"("id", "person_id", "agency_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment_place" ADD CONSTRAINT "appointment_place_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "entry_class"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment_place" ADD CONSTRAINT "appointment_place_appointment_id_fkey" FOREIGN KEY ("appointment_id") REFERENCES "appointment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "need_grade" ADD CONSTRAINT "need_grade_record_id_person_id_agency_id_fkey" FOREIGN KEY ("record_id", "person_id", "agency_id") REFERENCES "record"("id", "person_id", "agency_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "need_grade" ADD CONSTRAINT "need_grade_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "entry_class"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "need_grade" ADD CONSTRAINT "need_grade_need_rating_id_fkey" FOREIGN KEY ("need_rating_id") REFERENCES "need_rating"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity_words" ADD CONSTRAINT "identity_words_record_id_person_id_agency_id_fkey" FOREIGN KEY ("record_id", "person_id", "agency_id") REFERENCES "record"("id", "person_id", "agency_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity_words" ADD CONSTRAINT "identity_words_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "entry_class"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity_words" ADD CONSTRAINT "identity_words_identity_detail_id_fkey" FOREIGN KEY ("identity_detail_id") REFERENCES "identity_detail"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "living_area" ADD CONSTRAINT "living_area_record_id_person_id_agency_id_fkey" FOREIGN KEY ("record_id", "person_id", "agency_id") REFERENCES "record"("id", "person_id", "agency_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "living_area" ADD CONSTRAINT "living_area_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "entry_class"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "living_area" ADD CONSTRAINT "living_area_living_situation_id_fkey" FOREIGN KEY ("living_situation_id") REFERENCES "living_situation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover" ADD CONSTRAINT "handover_record_id_person_id_agency_id_fkey" FOREIGN KEY ("record_id", "person_id", "agency_id") REFERENCES "record"("id", "person_id", "agency_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover" ADD CONSTRAINT "handover_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "entry_class"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover" ADD CONSTRAINT "handover_involvement_id_fkey" FOREIGN KEY ("involvement_id") REFERENCES "involvement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "warning_end" ADD CONSTRAINT "warning_end_record_id_person_id_agency_id_fkey" FOREIGN KEY ("record_id", "person_id", "agency_id") REFERENCES "record"("id", "person_id", "agency_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "warning_end" ADD CONSTRAINT "warning_end_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "entry_class"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "warning_end" ADD CONSTRAINT "warning_end_warning_id_fkey" FOREIGN KEY ("warning_id") REFERENCES "warning"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Checks, as of the neighbours.
do $$
declare t text;
begin
  foreach t in array array['contact_withdrawal', 'appointment_place', 'need_grade', 'identity_words', 'living_area',
    'handover', 'warning_end'] loop
    execute format('alter table %I add constraint %I check (audience in (''agreed'', ''team'', ''named''))',
      t, t || '_audience');
  end loop;
end $$;
alter table need_grade add constraint need_grade_severity check (severity between 1 and 4),
  add constraint need_grade_trend check (trend in ('better', 'same', 'worse'));
alter table contact drop constraint contact_withdrawn, add constraint contact_source check (source in ('worker', 'feed'));
alter table appointment add constraint appointment_source check (source in ('worker', 'feed')),
  add constraint appointment_outcome check (outcome in ('kept', 'not_seen', 'cancelled', 'rearranged'));
-- A word or two, asked of everybody and said to everybody who speaks to them; longer words have a place of their own.
alter table identity_detail add constraint identity_detail_pronouns check (length(pronouns) <= 40);
-- What to do, in a line: the safety part of a warning.
alter table warning add constraint warning_headline check (length(headline) <= 80);

-- What was written moves, as the role that owns the functions: the tables' owner sees no rows. A database that is only
-- being made has neither rows nor that role's schema yet.
alter table contact_place disable trigger user;
do $$
declare definer text := (select pg_get_userbyid(nspowner) from pg_namespace where nspname = 'access');
begin
  if definer is null then return; end if;
  execute format('grant insert on contact_withdrawal, appointment_place, need_grade, identity_words, living_area,
    handover, warning_end to %I', definer);
  execute format('set local role %I', definer);

  insert into contact_withdrawal (id, person_id, record_id, agency_id, team_id, class_id, categories, audience, given_by,
    given_at, contact_id, reason)
  select gen_random_uuid(), person_id, record_id, agency_id, team_id, class_id, categories, audience, given_by,
    withdrawn_at, id, withdrawn_reason from contact where withdrawn_reason is not null;
  update contact_place p set with_whom = c.with_whom from contact c
  where p.contact_id = c.id and c.with_whom is not null;
  insert into contact_place (id, person_id, record_id, agency_id, team_id, class_id, categories, audience, given_by,
    given_at, contact_id, with_whom)
  select gen_random_uuid(), person_id, record_id, agency_id, team_id, class_id, categories, audience, given_by, given_at,
    id, with_whom from contact c
  where with_whom is not null and not exists (select 1 from contact_place p where p.contact_id = c.id);
  insert into appointment_place (id, person_id, record_id, agency_id, team_id, class_id, categories, audience, given_by,
    given_at, appointment_id, place)
  select gen_random_uuid(), person_id, record_id, agency_id, team_id, class_id, categories, audience, given_by, given_at,
    id, place from appointment where place is not null;
  insert into identity_words (id, person_id, record_id, agency_id, team_id, class_id, categories, audience, given_by,
    given_at, identity_detail_id, gender_words, ethnicity_received)
  select gen_random_uuid(), person_id, record_id, agency_id, team_id, class_id, categories, audience, given_by, given_at,
    id, gender_words, ethnicity_received from identity_detail
  where gender_words is not null or ethnicity_received is not null;
  insert into living_area (id, person_id, record_id, agency_id, team_id, class_id, categories, audience, given_by,
    given_at, living_situation_id, area_name)
  select gen_random_uuid(), person_id, record_id, agency_id, team_id, class_id, categories, audience, given_by, given_at,
    id, area_name from living_situation where area_name is not null;
  insert into handover (id, person_id, record_id, agency_id, team_id, class_id, categories, audience, given_by, given_at,
    involvement_id, words)
  select gen_random_uuid(), person_id, record_id, agency_id, team_id, class_id, categories, audience, given_by, given_at,
    id, handover from involvement where handover is not null;
  -- Safety reaches everyone who may open the person; how severe a need of that kind is and why a warning ended are
  -- about what their team's entries are about.
  insert into need_grade (id, person_id, record_id, agency_id, team_id, class_id, categories, audience, given_by,
    given_at, need_rating_id, severity, trend)
  select gen_random_uuid(), r.person_id, r.record_id, r.agency_id, r.team_id,
    entry.class_of(r.agency_id, about.categories), about.categories, r.audience, r.given_by, r.given_at, r.id, r.severity,
    r.trend from need_rating r join team t on t.id = r.team_id
  cross join lateral (select case when r.categories = '{safety}' then t.default_categories else r.categories end) about(categories)
  where r.severity is not null or r.trend is not null;
  insert into warning_end (id, person_id, record_id, agency_id, team_id, class_id, categories, audience, given_by,
    given_at, warning_id, reason)
  select gen_random_uuid(), w.person_id, w.record_id, w.agency_id, w.team_id,
    entry.class_of(w.agency_id, about.categories), about.categories, w.audience, w.given_by, w.ended_at, w.id,
    w.ended_reason from warning w join team t on t.id = w.team_id
  cross join lateral (select case when w.categories = '{safety}' then t.default_categories else w.categories end) about(categories)
  where w.ended_reason is not null;
  -- Where a fact comes from is a choice now. What was written instead stays in the history of its own agency.
  update person_name set source = case when source = 'letter seen' then 'letter' else 'other' end
  where source not in ('import', 'letter');
  update birth set source = case when source = 'letter seen' then 'letter' else 'other' end
  where source not in ('import', 'letter');
  update identity_detail set source = 'other' where source <> 'import';
  execute 'reset role';
end $$;
alter table contact_place enable trigger user;

-- AlterTable
ALTER TABLE "appointment" DROP COLUMN "place";

-- AlterTable
ALTER TABLE "contact" DROP COLUMN "with_whom",
DROP COLUMN "withdrawn_reason";

-- AlterTable
ALTER TABLE "identity_detail" DROP COLUMN "ethnicity_received",
DROP COLUMN "gender_words";

-- AlterTable
ALTER TABLE "involvement" DROP COLUMN "handover",
DROP COLUMN "pathway";

-- AlterTable
ALTER TABLE "living_situation" DROP COLUMN "area_name";

-- AlterTable
ALTER TABLE "need_rating" DROP COLUMN "severity",
DROP COLUMN "trend";

-- AlterTable
ALTER TABLE "warning" DROP COLUMN "ended_reason";
