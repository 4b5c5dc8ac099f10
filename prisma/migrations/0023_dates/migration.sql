-- Dates: offered and agreed, moved, kept or missed with a reason, cancelled by whom; another time offered by another
-- agency; times that do not work; and a worker's own calendar feed.
-- AlterTable
ALTER TABLE "appointment" ADD COLUMN     "agreed_on" DATE,
ADD COLUMN     "cancelled_by" TEXT,
ADD COLUMN     "missed_why" TEXT,
ADD COLUMN     "moved_from" TIMESTAMPTZ(3),
ADD COLUMN     "other_agency_id" UUID,
ADD COLUMN     "other_answer" TEXT,
ADD COLUMN     "other_at" TIMESTAMPTZ(3),
ADD COLUMN     "other_by" UUID;

-- AlterTable
ALTER TABLE "appointment_place" ADD COLUMN     "postcode" TEXT;

-- CreateTable
CREATE TABLE "hard_time" (
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
    "weekday" SMALLINT,
    "from_minute" SMALLINT NOT NULL,
    "to_minute" SMALLINT NOT NULL,
    "said_on" DATE NOT NULL,
    "ended_on" DATE,

    CONSTRAINT "hard_time_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_feed" (
    "token_hash" BYTEA NOT NULL,
    "seed" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),
    "read_on" DATE,

    CONSTRAINT "calendar_feed_pkey" PRIMARY KEY ("token_hash")
);

-- CreateIndex
CREATE INDEX "hard_time_person_id_idx" ON "hard_time"("person_id");

-- CreateIndex
CREATE INDEX "hard_time_record_id_person_id_agency_id_idx" ON "hard_time"("record_id", "person_id", "agency_id");

-- CreateIndex
CREATE INDEX "calendar_feed_membership_id_idx" ON "calendar_feed"("membership_id");

-- AddForeignKey
ALTER TABLE "hard_time" ADD CONSTRAINT "hard_time_record_id_person_id_agency_id_fkey" FOREIGN KEY ("record_id", "person_id", "agency_id") REFERENCES "record"("id", "person_id", "agency_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hard_time" ADD CONSTRAINT "hard_time_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "entry_class"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

alter table appointment
  add constraint appointment_missed_why check (missed_why in ('hard_time', 'travel', 'clash', 'unwell', 'not_told',
    'custody', 'hospital', 'not_known', 'other')),
  add constraint appointment_cancelled_by check (cancelled_by in ('person', 'us')),
  add constraint appointment_other_answer check (other_answer in ('accepted', 'declined'));
alter table hard_time
  add constraint hard_time_weekday check (weekday between 1 and 7),
  add constraint hard_time_span check (0 <= from_minute and from_minute < to_minute and to_minute <= 1440);
