-- One short plan a person: what the person said to each goal becomes an entry of whoever asked, an action is taken on,
-- moved and ticked off with dates, and there are reviews, strengths and a line for each plan that an agency holds.
-- AlterTable
ALTER TABLE "plan_action" ADD COLUMN     "moved_from" DATE,
ADD COLUMN     "moved_why" TEXT,
ADD COLUMN     "not_done_on" DATE,
ADD COLUMN     "not_done_why" TEXT,
ADD COLUMN     "taken_on_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "plan_goal" ADD COLUMN     "follows_id" UUID,
ADD COLUMN     "said_by" TEXT NOT NULL DEFAULT 'person';

-- CreateTable
CREATE TABLE "plan_asked" (
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
    "goal_id" UUID NOT NULL,
    "answer" TEXT NOT NULL,
    "asked_on" DATE NOT NULL,
    "how" TEXT,
    "present" TEXT,
    "seen_alone" BOOLEAN,
    "free_to_say" BOOLEAN,

    CONSTRAINT "plan_asked_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_review" (
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
    "planned_for" DATE NOT NULL,
    "held_on" DATE,
    "outcome" TEXT,
    "present" TEXT,
    "dropped_on" DATE,

    CONSTRAINT "plan_review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_strength" (
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
    "words" TEXT NOT NULL,
    "said_on" DATE NOT NULL,
    "ended_on" DATE,

    CONSTRAINT "plan_strength_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "held_plan" (
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
    "kind" TEXT NOT NULL,
    "agreed_on" DATE NOT NULL,
    "review_on" DATE,
    "ended_on" DATE,

    CONSTRAINT "held_plan_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "plan_asked_person_id_idx" ON "plan_asked"("person_id");

-- CreateIndex
CREATE INDEX "plan_asked_record_id_person_id_agency_id_idx" ON "plan_asked"("record_id", "person_id", "agency_id");

-- CreateIndex
CREATE INDEX "plan_review_person_id_idx" ON "plan_review"("person_id");

-- CreateIndex
CREATE INDEX "plan_review_record_id_person_id_agency_id_idx" ON "plan_review"("record_id", "person_id", "agency_id");

-- CreateIndex
CREATE INDEX "plan_strength_person_id_idx" ON "plan_strength"("person_id");

-- CreateIndex
CREATE INDEX "plan_strength_record_id_person_id_agency_id_idx" ON "plan_strength"("record_id", "person_id", "agency_id");

-- CreateIndex
CREATE INDEX "held_plan_person_id_idx" ON "held_plan"("person_id");

-- CreateIndex
CREATE INDEX "held_plan_record_id_person_id_agency_id_idx" ON "held_plan"("record_id", "person_id", "agency_id");

-- AddForeignKey
ALTER TABLE "plan_asked" ADD CONSTRAINT "plan_asked_record_id_person_id_agency_id_fkey" FOREIGN KEY ("record_id", "person_id", "agency_id") REFERENCES "record"("id", "person_id", "agency_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_asked" ADD CONSTRAINT "plan_asked_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "entry_class"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_review" ADD CONSTRAINT "plan_review_record_id_person_id_agency_id_fkey" FOREIGN KEY ("record_id", "person_id", "agency_id") REFERENCES "record"("id", "person_id", "agency_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_review" ADD CONSTRAINT "plan_review_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "entry_class"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_strength" ADD CONSTRAINT "plan_strength_record_id_person_id_agency_id_fkey" FOREIGN KEY ("record_id", "person_id", "agency_id") REFERENCES "record"("id", "person_id", "agency_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_strength" ADD CONSTRAINT "plan_strength_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "entry_class"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "held_plan" ADD CONSTRAINT "held_plan_record_id_person_id_agency_id_fkey" FOREIGN KEY ("record_id", "person_id", "agency_id") REFERENCES "record"("id", "person_id", "agency_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "held_plan" ADD CONSTRAINT "held_plan_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "entry_class"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the values may be. A state is a date; which of them there are says where a thing stands.
alter table plan_goal
  add constraint plan_goal_said_by check (said_by in ('person', 'agency')),
  add constraint plan_goal_outcome check (outcome in ('met', 'not_met', 'changed', 'reworded', 'put_down', 'withdrawn')),
  add constraint plan_goal_ended check (outcome is null or ended_on is not null);
alter table plan_action
  add constraint plan_action_one_end check (num_nonnulls(done_on, not_done_on, withdrawn_on) <= 1),
  add constraint plan_action_not_done check (not_done_why is null or not_done_on is not null),
  add constraint plan_action_moved check (moved_why is not null or moved_from is null);
alter table plan_asked add constraint plan_asked_answer check (answer in ('agreed', 'agreed_in_part', 'told', 'said_no'));
alter table plan_review
  add constraint plan_review_one_end check (num_nonnulls(held_on, dropped_on) <= 1),
  add constraint plan_review_outcome check (outcome is null or held_on is not null);
alter table held_plan add constraint held_plan_kind check (kind in ('housing', 'sentence', 'claimant', 'treatment', 'care',
  'support', 'pathway', 'other'));

-- What goals said of agreement until now, as the answer that their giver had.
do $$
declare definer text := (select pg_get_userbyid(nspowner) from pg_namespace where nspname = 'access');
begin
  if definer is not null then
    execute format('grant select, insert on plan_asked to %I', definer);
    execute format('set local role %I', definer);
  end if;
  insert into plan_asked (id, person_id, record_id, agency_id, team_id, class_id, categories, audience, given_by, given_at,
    goal_id, answer, asked_on)
  select gen_random_uuid(), person_id, record_id, agency_id, team_id, class_id, categories, audience, given_by, given_at,
    id, agreed, (given_at at time zone 'Europe/London')::date
  from plan_goal where agreed in ('agreed', 'agreed_in_part', 'told');
  reset role;
end $$;
alter table plan_goal drop column agreed;
