-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "person_access" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "record_id" UUID,
    "viewer" TEXT NOT NULL,
    "agency_id" UUID NOT NULL,
    "ground" TEXT NOT NULL,
    "opens" TEXT NOT NULL,
    "source_id" UUID,
    "extra_classes" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
    "held" BOOLEAN NOT NULL DEFAULT false,
    "starts_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ends_at" TIMESTAMPTZ(3),
    "reason" TEXT,

    CONSTRAINT "person_access_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "share_grant" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "viewer" TEXT NOT NULL,
    "level" SMALLINT NOT NULL,
    "why" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "given_by" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ends_at" TIMESTAMPTZ(3),

    CONSTRAINT "share_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "entry_named" (
    "entry_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,

    CONSTRAINT "entry_named_pkey" PRIMARY KEY ("entry_id","user_id")
);

-- CreateTable
CREATE TABLE "urgent_access" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "categories" TEXT[],
    "reason" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "reviewed_by" UUID,
    "reviewed_at" TIMESTAMPTZ(3),
    "outcome" TEXT,

    CONSTRAINT "urgent_access_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "incident" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "person_id" UUID,
    "agency_id" UUID,
    "opened_by" UUID,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "detail" JSONB NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "learning" TEXT,

    CONSTRAINT "incident_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rights_request" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "received_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "outcome" TEXT,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "rights_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "installation" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "mode" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "installation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agency" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "institution" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "desk_phone" TEXT,
    "implies_place" BOOLEAN NOT NULL DEFAULT false,
    "directory_only" BOOLEAN NOT NULL DEFAULT false,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "agency_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "team" (
    "id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "function" TEXT NOT NULL,
    "default_categories" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "phone" TEXT,
    "hours" TEXT,
    "implies_place" BOOLEAN NOT NULL DEFAULT false,
    "ended_at" TIMESTAMPTZ(3),
    "ended_reason" TEXT,

    CONSTRAINT "team_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "app_user" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "phone" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "app_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "job_title" TEXT,
    "starts_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ends_at" TIMESTAMPTZ(3),

    CONSTRAINT "membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership_team" (
    "membership_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,

    CONSTRAINT "membership_team_pkey" PRIMARY KEY ("membership_id","team_id")
);

-- CreateTable
CREATE TABLE "category" (
    "key" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "hint" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "category_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "entry_class" (
    "id" SERIAL NOT NULL,
    "agency_id" UUID NOT NULL,
    "categories" TEXT[],

    CONSTRAINT "entry_class_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "code" (
    "list" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "current" BOOLEAN NOT NULL DEFAULT true,
    "detail" JSONB,

    CONSTRAINT "code_pkey" PRIMARY KEY ("list","key")
);

-- CreateTable
CREATE TABLE "area_set" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "shapes" TEXT NOT NULL DEFAULT 'published',
    "valid_from" DATE,
    "valid_to" DATE,
    "attribution" TEXT NOT NULL,
    "licence" TEXT NOT NULL,
    "practice" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "area_set_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "area" (
    "set_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "local_name" TEXT,
    "rings" JSONB,
    "centre_lon" DOUBLE PRECISION,
    "centre_lat" DOUBLE PRECISION,

    CONSTRAINT "area_pkey" PRIMARY KEY ("set_id","code")
);

-- CreateTable
CREATE TABLE "area_lookup" (
    "from_set_id" UUID NOT NULL,
    "from_code" TEXT NOT NULL,
    "to_set_id" UUID NOT NULL,
    "to_code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,

    CONSTRAINT "area_lookup_pkey" PRIMARY KEY ("from_set_id","from_code","to_set_id","to_code")
);

-- CreateTable
CREATE TABLE "area_population" (
    "set_id" UUID NOT NULL,
    "area_code" TEXT NOT NULL,
    "age_band" TEXT NOT NULL,
    "sex" TEXT NOT NULL DEFAULT 'persons',
    "year" SMALLINT NOT NULL,
    "count" INTEGER NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "area_population_pkey" PRIMARY KEY ("set_id","area_code","year","source","age_band","sex")
);

-- CreateTable
CREATE TABLE "area_measure" (
    "set_id" UUID NOT NULL,
    "area_code" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "year" SMALLINT NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "area_measure_pkey" PRIMARY KEY ("set_id","area_code","measure","year","source")
);

-- CreateTable
CREATE TABLE "postcode" (
    "postcode" TEXT NOT NULL,
    "set_id" UUID NOT NULL,
    "area_code" TEXT NOT NULL,
    "lon" DOUBLE PRECISION,
    "lat" DOUBLE PRECISION,
    "valid_from" DATE,
    "valid_to" DATE,

    CONSTRAINT "postcode_pkey" PRIMARY KEY ("postcode","set_id")
);

-- CreateTable
CREATE TABLE "area_feature" (
    "set_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "line" JSONB NOT NULL,

    CONSTRAINT "area_feature_pkey" PRIMARY KEY ("set_id","name")
);

-- CreateTable
CREATE TABLE "area_upload" (
    "id" UUID NOT NULL,
    "made_by" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "found" JSONB NOT NULL,
    "load" JSONB NOT NULL,

    CONSTRAINT "area_upload_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "credential" (
    "user_id" UUID NOT NULL,
    "salt" BYTEA NOT NULL,
    "params" JSONB NOT NULL,
    "verifier" BYTEA NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "credential_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "session" (
    "token_hash" BYTEA NOT NULL,
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "idle_until" TIMESTAMPTZ(3) NOT NULL,
    "absolute_until" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "agent" TEXT,

    CONSTRAINT "session_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "sign_in_attempt" (
    "id" UUID NOT NULL,
    "key" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sign_in_attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "one_time_link" (
    "token_hash" BYTEA NOT NULL,
    "user_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "made_by" UUID,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "one_time_link_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "contact" (
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
    "happened_on" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "with_whom" TEXT,
    "major" BOOLEAN NOT NULL DEFAULT false,
    "source" TEXT NOT NULL DEFAULT 'worker',
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_reason" TEXT,

    CONSTRAINT "contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contact_words" (
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
    "edition" INTEGER NOT NULL DEFAULT 1,
    "words" TEXT NOT NULL,
    "why" TEXT,
    "locates" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "contact_words_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contact_place" (
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
    "happened_at" TIMESTAMPTZ(3),
    "place" TEXT,

    CONSTRAINT "contact_place_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contact_other" (
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
    "words" TEXT NOT NULL,

    CONSTRAINT "contact_other_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "appointment" (
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
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "minutes" SMALLINT NOT NULL DEFAULT 30,
    "kind" TEXT NOT NULL,
    "place" TEXT,
    "worker_name" TEXT,
    "outcome" TEXT,
    "source" TEXT NOT NULL DEFAULT 'worker',

    CONSTRAINT "appointment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "draft" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "form" TEXT NOT NULL,
    "subject" TEXT NOT NULL DEFAULT '',
    "body" JSONB NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency" (
    "user_id" UUID NOT NULL,
    "key" UUID NOT NULL,
    "went_to" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_pkey" PRIMARY KEY ("user_id","key")
);

-- CreateTable
CREATE TABLE "notice" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "person_id" UUID,
    "subject_id" UUID,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seen_at" TIMESTAMPTZ(3),

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "error_event" (
    "fingerprint" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "times" INTEGER NOT NULL DEFAULT 1,
    "first_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_request" TEXT NOT NULL,

    CONSTRAINT "error_event_pkey" PRIMARY KEY ("fingerprint")
);

-- CreateTable
CREATE TABLE "need_rating" (
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
    "domain" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "severity" SMALLINT,
    "trend" TEXT,
    "direction" TEXT,
    "rated_on" DATE NOT NULL,

    CONSTRAINT "need_rating_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "need_note" (
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
    "words" TEXT NOT NULL,

    CONSTRAINT "need_note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assessment" (
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
    "tool" TEXT NOT NULL,
    "assessed_on" DATE NOT NULL,
    "total" SMALLINT NOT NULL,

    CONSTRAINT "assessment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assessment_item" (
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
    "assessment_id" UUID NOT NULL,
    "item" SMALLINT NOT NULL,
    "score" SMALLINT NOT NULL,

    CONSTRAINT "assessment_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "record" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "local_ref" TEXT,
    "origin" TEXT NOT NULL DEFAULT 'worker',
    "batch_id" UUID,
    "confirmed" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ(3),
    "keep_until" DATE,
    "hold" BOOLEAN NOT NULL DEFAULT false,
    "seal_key" BYTEA NOT NULL DEFAULT uuid_send(gen_random_uuid()),

    CONSTRAINT "record_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "source_row" (
    "id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "raw" JSONB NOT NULL,
    "hash" BYTEA NOT NULL,
    "given_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "source_row_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "record_key" (
    "record_id" UUID NOT NULL,
    "key" TEXT NOT NULL,

    CONSTRAINT "record_key_pkey" PRIMARY KEY ("record_id","key")
);

-- CreateTable
CREATE TABLE "record_facets" (
    "record_id" UUID NOT NULL,
    "no" SERIAL NOT NULL,
    "facets" JSONB NOT NULL,

    CONSTRAINT "record_facets_pkey" PRIMARY KEY ("record_id")
);

-- CreateTable
CREATE TABLE "match_version" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "parameters" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "made_from" INTEGER NOT NULL DEFAULT 0,
    "effect" JSONB,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by" UUID,

    CONSTRAINT "match_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "match_run" (
    "id" UUID NOT NULL,
    "version" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "planned" INTEGER NOT NULL DEFAULT 0,
    "done" INTEGER NOT NULL DEFAULT 0,
    "counts" JSONB,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "match_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "match_plan" (
    "record_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "from_person" UUID NOT NULL,
    "onto" UUID NOT NULL,
    "evidence" JSONB NOT NULL,
    "why" TEXT NOT NULL,

    CONSTRAINT "match_plan_pkey" PRIMARY KEY ("record_id")
);

-- CreateTable
CREATE TABLE "link_event" (
    "id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "from_person" UUID NOT NULL,
    "to_person" UUID NOT NULL,
    "made_by" UUID,
    "made_how" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "evidence" JSONB,
    "confirmed_at" TIMESTAMPTZ(3),
    "confirmed_by" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "link_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "not_same" (
    "id" UUID NOT NULL,
    "record_a" UUID NOT NULL,
    "record_b" UUID NOT NULL,
    "said_by" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "not_same_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "link_candidate" (
    "id" UUID NOT NULL,
    "record_a" UUID NOT NULL,
    "record_b" UUID NOT NULL,
    "for_role" TEXT NOT NULL,
    "bits" DOUBLE PRECISION NOT NULL,
    "levels" JSONB NOT NULL,
    "why" TEXT NOT NULL,
    "found_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by" UUID,
    "decision" TEXT,
    "first_reason" TEXT,
    "version" TEXT,

    CONSTRAINT "link_candidate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person_name" (
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
    "kind" TEXT NOT NULL DEFAULT 'legal',
    "given" TEXT NOT NULL,
    "middle" TEXT NOT NULL DEFAULT '',
    "family" TEXT NOT NULL,
    "sort_key" TEXT NOT NULL,
    "norm" TEXT NOT NULL,
    "used_from" DATE,
    "used_until" DATE,
    "source" TEXT,

    CONSTRAINT "person_name_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "birth" (
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
    "year" SMALLINT,
    "month" SMALLINT,
    "day" SMALLINT,
    "estimated" BOOLEAN NOT NULL DEFAULT false,
    "source" TEXT,
    "ended_on" DATE,

    CONSTRAINT "birth_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity_detail" (
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
    "sex" TEXT,
    "gender" TEXT,
    "gender_words" TEXT,
    "pronouns" TEXT,
    "ethnicity" TEXT,
    "ethnicity_received" TEXT,
    "source" TEXT,
    "ended_on" DATE,

    CONSTRAINT "identity_detail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identifier" (
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
    "type" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "norm" TEXT NOT NULL,
    "check_state" TEXT NOT NULL,
    "source" TEXT,
    "verified_by" UUID,
    "seen_on" DATE,
    "ended_on" DATE,

    CONSTRAINT "identifier_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reach" (
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
    "value" TEXT NOT NULL,
    "norm" TEXT NOT NULL,
    "implies_place" BOOLEAN NOT NULL DEFAULT false,
    "note" TEXT,
    "ended_on" DATE,

    CONSTRAINT "reach_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "address" (
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
    "lines" TEXT NOT NULL,
    "postcode" TEXT,
    "norm" TEXT,
    "uprn" TEXT,
    "area_code" TEXT,
    "from_on" DATE,
    "until_on" DATE,
    "source" TEXT,

    CONSTRAINT "address_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "living_situation" (
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
    "code" TEXT NOT NULL,
    "settled" BOOLEAN,
    "area_name" TEXT,
    "from_on" DATE,
    "until_on" DATE,

    CONSTRAINT "living_situation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "relationship" (
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
    "other_name" TEXT,
    "other_record_id" UUID,
    "child_year" SMALLINT,
    "responsible" TEXT,
    "note" TEXT,
    "lives_with" BOOLEAN,
    "ended_on" DATE,

    CONSTRAINT "relationship_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "adjustment" (
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
    "detail" TEXT NOT NULL,
    "ended_on" DATE,

    CONSTRAINT "adjustment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "own_words" (
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
    "ask_first" TEXT,
    "said_on" DATE NOT NULL,
    "agreed" BOOLEAN NOT NULL DEFAULT true,
    "locates" BOOLEAN NOT NULL DEFAULT false,
    "ended_on" DATE,

    CONSTRAINT "own_words_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "safe_contact" (
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
    "channel" TEXT NOT NULL,
    "allowed" TEXT NOT NULL,
    "hours" TEXT,
    "voicemail" BOOLEAN,
    "cover_name" TEXT,
    "note" TEXT,
    "ended_on" DATE,

    CONSTRAINT "safe_contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_goal" (
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
    "agreed" TEXT NOT NULL,
    "review_on" DATE,
    "ended_on" DATE,
    "outcome" TEXT,

    CONSTRAINT "plan_goal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_action" (
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
    "goal_id" UUID,
    "words" TEXT NOT NULL,
    "owner_user_id" UUID,
    "owner_name" TEXT NOT NULL,
    "due_on" DATE,
    "done_on" DATE,
    "withdrawn_on" DATE,

    CONSTRAINT "plan_action_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "referral" (
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
    "to_team_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "state" TEXT NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "refusal_reason" TEXT,

    CONSTRAINT "referral_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "referral_detail" (
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
    "referral_id" UUID NOT NULL,
    "words" TEXT NOT NULL,

    CONSTRAINT "referral_detail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement" (
    "id" UUID NOT NULL,
    "no" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "gateway" TEXT,
    "forbidden_uses" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "cohort_name" TEXT NOT NULL,
    "cohort_description" TEXT NOT NULL,
    "allows_children" BOOLEAN NOT NULL DEFAULT false,
    "dpia_reference" TEXT,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "review_on" DATE NOT NULL,
    "ends_at" TIMESTAMPTZ(3),
    "ended_now" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "host_agency_id" UUID NOT NULL,

    CONSTRAINT "agreement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement_party" (
    "id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "lawful_basis" TEXT NOT NULL,
    "conditions" TEXT NOT NULL,
    "confidence_lifted_by" TEXT NOT NULL,
    "regime" TEXT NOT NULL,
    "contact" TEXT NOT NULL,
    "signatory" TEXT NOT NULL,
    "signed_on" DATE NOT NULL,
    "joined_at" TIMESTAMPTZ(3) NOT NULL,
    "left_at" TIMESTAMPTZ(3),

    CONSTRAINT "agreement_party_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "receiver_group" (
    "id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "receiver_group_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "receiver_group_team" (
    "group_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,

    CONSTRAINT "receiver_group_team_pkey" PRIMARY KEY ("group_id","team_id")
);

-- CreateTable
CREATE TABLE "agreement_term" (
    "id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "giver_agency_id" UUID NOT NULL,
    "category" TEXT NOT NULL,
    "group_id" UUID NOT NULL,
    "level" SMALLINT NOT NULL,
    "purpose" TEXT NOT NULL,
    "forbidden_uses" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "on_consent" BOOLEAN NOT NULL DEFAULT false,
    "counted_in_insight" BOOLEAN NOT NULL DEFAULT false,
    "starts_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ends_at" TIMESTAMPTZ(3),
    "ended_now" BOOLEAN NOT NULL DEFAULT false,
    "ended_by" UUID,

    CONSTRAINT "agreement_term_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cohort_member" (
    "id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ends_at" TIMESTAMPTZ(3),
    "decided_by" UUID NOT NULL,
    "told_on" DATE,
    "ended_by" UUID,

    CONSTRAINT "cohort_member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "choice" (
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
    "agreement_id" UUID,
    "group_id" UUID,
    "about_categories" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "said_on" DATE NOT NULL,
    "how" TEXT NOT NULL,
    "upheld" BOOLEAN NOT NULL DEFAULT true,
    "starts_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ends_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),
    "overridden_by" UUID,
    "override_reason" TEXT,

    CONSTRAINT "choice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "protected_whereabouts" (
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
    "reason" TEXT NOT NULL,
    "set_on" DATE NOT NULL,
    "review_on" DATE NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by" UUID,

    CONSTRAINT "protected_whereabouts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "protected_whereabouts_team" (
    "protected_whereabouts_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,

    CONSTRAINT "protected_whereabouts_team_pkey" PRIMARY KEY ("protected_whereabouts_id","team_id")
);

-- CreateTable
CREATE TABLE "protected_name" (
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
    "reason" TEXT NOT NULL,
    "set_on" DATE NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "protected_name_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "limited_access" (
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
    "reason" TEXT NOT NULL,
    "set_on" DATE NOT NULL,
    "review_on" DATE NOT NULL,
    "custodian_id" UUID,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by" UUID,

    CONSTRAINT "limited_access_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "limited_access_named" (
    "limited_access_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,

    CONSTRAINT "limited_access_named_pkey" PRIMARY KEY ("limited_access_id","user_id")
);

-- CreateTable
CREATE TABLE "harm_link" (
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
    "other_record_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "detail" TEXT,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "harm_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "conflict" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "declared_by" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ends_at" TIMESTAMPTZ(3),

    CONSTRAINT "conflict_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "conflict_declaration" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "nobody" BOOLEAN NOT NULL,
    "names" TEXT,
    "declared_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "conflict_declaration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unnamed" (
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
    "description" TEXT NOT NULL,
    "seen_where" TEXT NOT NULL,
    "seen_on" DATE NOT NULL,
    "named_at" TIMESTAMPTZ(3),

    CONSTRAINT "unnamed_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "death" (
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
    "died_on" DATE,
    "source" TEXT NOT NULL,
    "confirmed_by" TEXT NOT NULL,

    CONSTRAINT "death_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "involvement" (
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
    "came_from" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "end_reason" TEXT,
    "handover" TEXT,
    "pathway" TEXT,
    "feed_last_seen" TIMESTAMPTZ(3),
    "feed_missing" SMALLINT NOT NULL DEFAULT 0,

    CONSTRAINT "involvement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "involvement_worker" (
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
    "user_id" UUID,
    "worker_name" TEXT NOT NULL,
    "worker_phone" TEXT,
    "lead" BOOLEAN NOT NULL DEFAULT false,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,

    CONSTRAINT "involvement_worker_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_log" (
    "id" UUID NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "person_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "page" TEXT NOT NULL,
    "ground" TEXT NOT NULL,
    "purpose" TEXT,
    "request" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "row_hash" BYTEA NOT NULL,

    CONSTRAINT "access_log_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "change" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "class_id" INTEGER NOT NULL,
    "audience" TEXT NOT NULL,
    "given_by" UUID NOT NULL,
    "table_name" TEXT NOT NULL,
    "entry_id" UUID NOT NULL,
    "level" SMALLINT NOT NULL,
    "locates" BOOLEAN NOT NULL,
    "op" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "actor_id" UUID,
    "membership_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "seq" BIGSERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "table_name" TEXT,
    "entry_id" UUID,
    "person_id" UUID,
    "actor_id" UUID,
    "membership_id" UUID,
    "session_id" UUID,
    "outcome" TEXT NOT NULL DEFAULT 'done',
    "detail" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "row_hash" BYTEA NOT NULL,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "seal" (
    "id" UUID NOT NULL,
    "from_seq" BIGINT NOT NULL,
    "to_seq" BIGINT NOT NULL,
    "rows" INTEGER NOT NULL,
    "root" BYTEA NOT NULL,
    "previous" BYTEA,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "seal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "disclosure" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "disclosure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "erasure" (
    "id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "counts" JSONB NOT NULL,
    "run_by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "erasure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_mapping" (
    "agency_id" UUID NOT NULL,
    "shape" TEXT NOT NULL,
    "header_hash" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "saved_by" UUID NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "import_mapping_pkey" PRIMARY KEY ("agency_id","shape","header_hash")
);

-- CreateTable
CREATE TABLE "import_batch" (
    "id" UUID NOT NULL,
    "agency_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "shape" TEXT NOT NULL,
    "list_kind" TEXT NOT NULL DEFAULT 'current',
    "filename" TEXT NOT NULL,
    "encoding" TEXT NOT NULL,
    "file_hash" BYTEA NOT NULL,
    "mapping" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "rows" INTEGER NOT NULL DEFAULT 0,
    "done" INTEGER NOT NULL DEFAULT 0,
    "counts" JSONB,
    "sent_by" UUID NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),
    "undone_at" TIMESTAMPTZ(3),
    "error" TEXT,

    CONSTRAINT "import_batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_row" (
    "batch_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "hash" BYTEA NOT NULL,
    "raw" JSONB NOT NULL,
    "parsed" JSONB,
    "outcome" TEXT,
    "record_id" UUID,
    "problems" JSONB,

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("batch_id","line")
);

-- CreateTable
CREATE TABLE "warning" (
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
    "headline" TEXT NOT NULL,
    "told" TEXT NOT NULL,
    "told_on" DATE,
    "starts_on" DATE NOT NULL,
    "lapses_on" DATE NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ended_reason" TEXT,
    "renewed_from" UUID,

    CONSTRAINT "warning_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "warning_detail" (
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
    "evidence" TEXT NOT NULL,

    CONSTRAINT "warning_detail_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "person_access_person_id_viewer_idx" ON "person_access"("person_id", "viewer");

-- CreateIndex
CREATE INDEX "person_access_viewer_person_id_idx" ON "person_access"("viewer", "person_id");

-- CreateIndex
CREATE INDEX "person_access_source_id_idx" ON "person_access"("source_id");

-- CreateIndex
CREATE INDEX "share_grant_entry_id_idx" ON "share_grant"("entry_id");

-- CreateIndex
CREATE INDEX "share_grant_viewer_idx" ON "share_grant"("viewer");

-- CreateIndex
CREATE INDEX "entry_named_user_id_idx" ON "entry_named"("user_id");

-- CreateIndex
CREATE INDEX "urgent_access_person_id_idx" ON "urgent_access"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "agency_key_key" ON "agency"("key");

-- CreateIndex
CREATE UNIQUE INDEX "team_key_key" ON "team"("key");

-- CreateIndex
CREATE INDEX "team_agency_id_idx" ON "team"("agency_id");

-- CreateIndex
CREATE UNIQUE INDEX "app_user_email_key" ON "app_user"("email");

-- CreateIndex
CREATE INDEX "membership_user_id_idx" ON "membership"("user_id");

-- CreateIndex
CREATE INDEX "membership_agency_id_idx" ON "membership"("agency_id");

-- CreateIndex
CREATE INDEX "membership_team_team_id_idx" ON "membership_team"("team_id");

-- CreateIndex
CREATE UNIQUE INDEX "entry_class_agency_id_categories_key" ON "entry_class"("agency_id", "categories");

-- CreateIndex
CREATE UNIQUE INDEX "area_set_key_key" ON "area_set"("key");

-- CreateIndex
CREATE INDEX "area_set_place_kind_idx" ON "area_set"("place", "kind");

-- CreateIndex
CREATE INDEX "area_lookup_to_set_id_to_code_idx" ON "area_lookup"("to_set_id", "to_code");

-- CreateIndex
CREATE INDEX "area_measure_set_id_measure_year_idx" ON "area_measure"("set_id", "measure", "year");

-- CreateIndex
CREATE INDEX "postcode_set_id_area_code_idx" ON "postcode"("set_id", "area_code");

-- CreateIndex
CREATE UNIQUE INDEX "session_id_key" ON "session"("id");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "sign_in_attempt_key_at_idx" ON "sign_in_attempt"("key", "at");

-- CreateIndex
CREATE INDEX "contact_person_id_happened_on_idx" ON "contact"("person_id", "happened_on");

-- CreateIndex
CREATE INDEX "contact_person_id_idx" ON "contact"("person_id");

-- CreateIndex
CREATE INDEX "contact_record_id_person_id_agency_id_idx" ON "contact"("record_id", "person_id", "agency_id");

-- CreateIndex
CREATE INDEX "contact_words_person_id_idx" ON "contact_words"("person_id");

-- CreateIndex
CREATE INDEX "contact_words_record_id_person_id_agency_id_idx" ON "contact_words"("record_id", "person_id", "agency_id");

-- CreateIndex
CREATE UNIQUE INDEX "contact_words_contact_id_edition_key" ON "contact_words"("contact_id", "edition");

-- CreateIndex
CREATE INDEX "contact_place_contact_id_idx" ON "contact_place"("contact_id");

-- CreateIndex
CREATE INDEX "contact_place_person_id_idx" ON "contact_place"("person_id");

-- CreateIndex
CREATE INDEX "contact_place_record_id_person_id_agency_id_idx" ON "contact_place"("record_id", "person_id", "agency_id");

-- CreateIndex
CREATE INDEX "contact_other_contact_id_idx" ON "contact_other"("contact_id");

-- CreateIndex
CREATE INDEX "contact_other_person_id_idx" ON "contact_other"("person_id");

-- CreateIndex
CREATE INDEX "contact_other_record_id_person_id_agency_id_idx" ON "contact_other"("record_id", "person_id", "agency_id");

-- CreateIndex
CREATE INDEX "appointment_person_id_starts_at_idx" ON "appointment"("person_id", "starts_at");

-- CreateIndex
CREATE INDEX "appointment_person_id_idx" ON "appointment"("person_id");

-- CreateIndex
CREATE INDEX "appointment_record_id_person_id_agency_id_idx" ON "appointment"("record_id", "person_id", "agency_id");

-- CreateIndex
CREATE UNIQUE INDEX "draft_user_id_form_subject_key" ON "draft"("user_id", "form", "subject");

-- CreateIndex
CREATE INDEX "notice_user_id_idx" ON "notice"("user_id");

-- CreateIndex
CREATE INDEX "need_rating_person_id_domain_rated_on_idx" ON "need_rating"("person_id", "domain", "rated_on");

-- CreateIndex
CREATE INDEX "need_rating_person_id_idx" ON "need_rating"("person_id");

-- CreateIndex
CREATE INDEX "need_rating_record_id_person_id_agency_id_idx" ON "need_rating"("record_id", "person_id", "agency_id");

-- CreateIndex
CREATE INDEX "need_note_need_rating_id_idx" ON "need_note"("need_rating_id");

-- CreateIndex
CREATE INDEX "need_note_person_id_idx" ON "need_note"("person_id");

-- CreateIndex
CREATE INDEX "need_note_record_id_person_id_agency_id_idx" ON "need_note"("record_id", "person_id", "agency_id");

-- CreateIndex
CREATE INDEX "assessment_person_id_idx" ON "assessment"("person_id");

-- CreateIndex
CREATE INDEX "assessment_record_id_person_id_agency_id_idx" ON "assessment"("record_id", "person_id", "agency_id");

-- CreateIndex
CREATE INDEX "assessment_item_person_id_idx" ON "assessment_item"("person_id");

-- CreateIndex
CREATE INDEX "assessment_item_record_id_person_id_agency_id_idx" ON "assessment_item"("record_id", "person_id", "agency_id");

-- CreateIndex
CREATE UNIQUE INDEX "assessment_item_assessment_id_item_key" ON "assessment_item"("assessment_id", "item");

-- CreateIndex
CREATE INDEX "record_person_id_agency_id_idx" ON "record"("person_id", "agency_id");

-- CreateIndex
CREATE UNIQUE INDEX "record_id_person_id_agency_id_key" ON "record"("id", "person_id", "agency_id");

-- CreateIndex
CREATE UNIQUE INDEX "record_agency_id_origin_local_ref_key" ON "record"("agency_id", "origin", "local_ref");

-- CreateIndex
CREATE INDEX "source_row_record_id_idx" ON "source_row"("record_id");

-- CreateIndex
CREATE INDEX "source_row_batch_id_idx" ON "source_row"("batch_id");

-- CreateIndex
CREATE INDEX "record_key_key_idx" ON "record_key"("key");

-- CreateIndex
CREATE UNIQUE INDEX "record_facets_no_key" ON "record_facets"("no");

-- CreateIndex
CREATE UNIQUE INDEX "match_version_name_key" ON "match_version"("name");

-- CreateIndex
CREATE INDEX "match_plan_onto_idx" ON "match_plan"("onto");

-- CreateIndex
CREATE INDEX "link_event_record_id_idx" ON "link_event"("record_id");

-- CreateIndex
CREATE UNIQUE INDEX "not_same_record_a_record_b_key" ON "not_same"("record_a", "record_b");

-- CreateIndex
CREATE INDEX "link_candidate_record_b_idx" ON "link_candidate"("record_b");

-- CreateIndex
CREATE UNIQUE INDEX "link_candidate_record_a_record_b_key" ON "link_candidate"("record_a", "record_b");

-- CreateIndex
CREATE INDEX "person_name_person_id_idx" ON "person_name"("person_id");

-- CreateIndex
CREATE INDEX "person_name_record_id_person_id_agency_id_idx" ON "person_name"("record_id", "person_id", "agency_id");

-- CreateIndex
CREATE INDEX "birth_person_id_idx" ON "birth"("person_id");

-- CreateIndex
CREATE INDEX "birth_record_id_person_id_agency_id_idx" ON "birth"("record_id", "person_id", "agency_id");

-- CreateIndex
CREATE INDEX "identity_detail_person_id_idx" ON "identity_detail"("person_id");

-- CreateIndex
CREATE INDEX "identity_detail_record_id_person_id_agency_id_idx" ON "identity_detail"("record_id", "person_id", "agency_id");

-- CreateIndex
CREATE INDEX "identifier_type_norm_idx" ON "identifier"("type", "norm");

-- CreateIndex
CREATE INDEX "identifier_person_id_idx" ON "identifier"("person_id");

-- CreateIndex
CREATE INDEX "identifier_record_id_person_id_agency_id_idx" ON "identifier"("record_id", "person_id", "agency_id");

-- CreateIndex
CREATE INDEX "reach_kind_norm_idx" ON "reach"("kind", "norm");

-- CreateIndex
CREATE INDEX "reach_person_id_idx" ON "reach"("person_id");

-- CreateIndex
CREATE INDEX "reach_record_id_person_id_agency_id_idx" ON "reach"("record_id", "person_id", "agency_id");

-- CreateIndex
CREATE INDEX "address_norm_idx" ON "address"("norm");

-- CreateIndex
CREATE INDEX "address_person_id_idx" ON "address"("person_id");

-- CreateIndex
CREATE INDEX "address_record_id_person_id_agency_id_idx" ON "address"("record_id", "person_id", "agency_id");

-- CreateIndex
CREATE INDEX "living_situation_person_id_idx" ON "living_situation"("person_id");

-- CreateIndex
CREATE INDEX "living_situation_record_id_person_id_agency_id_idx" ON "living_situation"("record_id", "person_id", "agency_id");

-- CreateIndex
CREATE INDEX "relationship_person_id_idx" ON "relationship"("person_id");

-- CreateIndex
CREATE INDEX "relationship_record_id_person_id_agency_id_idx" ON "relationship"("record_id", "person_id", "agency_id");

-- CreateIndex
CREATE INDEX "adjustment_person_id_idx" ON "adjustment"("person_id");

-- CreateIndex
CREATE INDEX "adjustment_record_id_person_id_agency_id_idx" ON "adjustment"("record_id", "person_id", "agency_id");

-- CreateIndex
CREATE INDEX "own_words_person_id_idx" ON "own_words"("person_id");

-- CreateIndex
CREATE INDEX "own_words_record_id_person_id_agency_id_idx" ON "own_words"("record_id", "person_id", "agency_id");

-- CreateIndex
CREATE INDEX "safe_contact_person_id_idx" ON "safe_contact"("person_id");

-- CreateIndex
CREATE INDEX "safe_contact_record_id_person_id_agency_id_idx" ON "safe_contact"("record_id", "person_id", "agency_id");

-- CreateIndex
CREATE INDEX "plan_goal_person_id_idx" ON "plan_goal"("person_id");

-- CreateIndex
CREATE INDEX "plan_goal_record_id_person_id_agency_id_idx" ON "plan_goal"("record_id", "person_id", "agency_id");

-- CreateIndex
CREATE INDEX "plan_action_person_id_idx" ON "plan_action"("person_id");

-- CreateIndex
CREATE INDEX "plan_action_record_id_person_id_agency_id_idx" ON "plan_action"("record_id", "person_id", "agency_id");

-- CreateIndex
CREATE INDEX "referral_to_team_id_idx" ON "referral"("to_team_id");

-- CreateIndex
CREATE INDEX "referral_person_id_idx" ON "referral"("person_id");

-- CreateIndex
CREATE INDEX "referral_record_id_person_id_agency_id_idx" ON "referral"("record_id", "person_id", "agency_id");

-- CreateIndex
CREATE INDEX "referral_detail_referral_id_idx" ON "referral_detail"("referral_id");

-- CreateIndex
CREATE INDEX "referral_detail_person_id_idx" ON "referral_detail"("person_id");

-- CreateIndex
CREATE INDEX "referral_detail_record_id_person_id_agency_id_idx" ON "referral_detail"("record_id", "person_id", "agency_id");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_no_key" ON "agreement"("no");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_party_agreement_id_agency_id_key" ON "agreement_party"("agreement_id", "agency_id");

-- CreateIndex
CREATE UNIQUE INDEX "receiver_group_agreement_id_name_key" ON "receiver_group"("agreement_id", "name");

-- CreateIndex
CREATE INDEX "receiver_group_team_team_id_idx" ON "receiver_group_team"("team_id");

-- CreateIndex
CREATE INDEX "agreement_term_agreement_id_idx" ON "agreement_term"("agreement_id");

-- CreateIndex
CREATE INDEX "agreement_term_group_id_idx" ON "agreement_term"("group_id");

-- CreateIndex
CREATE INDEX "cohort_member_person_id_idx" ON "cohort_member"("person_id");

-- CreateIndex
CREATE INDEX "cohort_member_agreement_id_idx" ON "cohort_member"("agreement_id");

-- CreateIndex
CREATE INDEX "choice_person_id_idx" ON "choice"("person_id");

-- CreateIndex
CREATE INDEX "choice_record_id_person_id_agency_id_idx" ON "choice"("record_id", "person_id", "agency_id");

-- CreateIndex
CREATE INDEX "protected_whereabouts_person_id_idx" ON "protected_whereabouts"("person_id");

-- CreateIndex
CREATE INDEX "protected_whereabouts_record_id_person_id_agency_id_idx" ON "protected_whereabouts"("record_id", "person_id", "agency_id");

-- CreateIndex
CREATE INDEX "protected_name_person_id_idx" ON "protected_name"("person_id");

-- CreateIndex
CREATE INDEX "protected_name_record_id_person_id_agency_id_idx" ON "protected_name"("record_id", "person_id", "agency_id");

-- CreateIndex
CREATE INDEX "limited_access_person_id_idx" ON "limited_access"("person_id");

-- CreateIndex
CREATE INDEX "limited_access_record_id_person_id_agency_id_idx" ON "limited_access"("record_id", "person_id", "agency_id");

-- CreateIndex
CREATE INDEX "harm_link_other_record_id_idx" ON "harm_link"("other_record_id");

-- CreateIndex
CREATE INDEX "harm_link_person_id_idx" ON "harm_link"("person_id");

-- CreateIndex
CREATE INDEX "harm_link_record_id_person_id_agency_id_idx" ON "harm_link"("record_id", "person_id", "agency_id");

-- CreateIndex
CREATE INDEX "conflict_user_id_idx" ON "conflict"("user_id");

-- CreateIndex
CREATE INDEX "conflict_person_id_idx" ON "conflict"("person_id");

-- CreateIndex
CREATE INDEX "conflict_declaration_user_id_idx" ON "conflict_declaration"("user_id");

-- CreateIndex
CREATE INDEX "unnamed_person_id_idx" ON "unnamed"("person_id");

-- CreateIndex
CREATE INDEX "unnamed_record_id_person_id_agency_id_idx" ON "unnamed"("record_id", "person_id", "agency_id");

-- CreateIndex
CREATE INDEX "death_person_id_idx" ON "death"("person_id");

-- CreateIndex
CREATE INDEX "death_record_id_person_id_agency_id_idx" ON "death"("record_id", "person_id", "agency_id");

-- CreateIndex
CREATE INDEX "involvement_person_id_idx" ON "involvement"("person_id");

-- CreateIndex
CREATE INDEX "involvement_record_id_person_id_agency_id_idx" ON "involvement"("record_id", "person_id", "agency_id");

-- CreateIndex
CREATE INDEX "involvement_team_id_person_id_idx" ON "involvement"("team_id", "person_id");

-- CreateIndex
CREATE INDEX "involvement_worker_involvement_id_idx" ON "involvement_worker"("involvement_id");

-- CreateIndex
CREATE INDEX "involvement_worker_user_id_idx" ON "involvement_worker"("user_id");

-- CreateIndex
CREATE INDEX "involvement_worker_person_id_idx" ON "involvement_worker"("person_id");

-- CreateIndex
CREATE INDEX "involvement_worker_record_id_person_id_agency_id_idx" ON "involvement_worker"("record_id", "person_id", "agency_id");

-- CreateIndex
CREATE UNIQUE INDEX "access_log_seq_key" ON "access_log"("seq");

-- CreateIndex
CREATE INDEX "access_log_person_id_at_idx" ON "access_log"("person_id", "at");

-- CreateIndex
CREATE INDEX "access_log_user_id_at_idx" ON "access_log"("user_id", "at");

-- CreateIndex
CREATE INDEX "change_person_id_at_idx" ON "change"("person_id", "at");

-- CreateIndex
CREATE INDEX "change_entry_id_idx" ON "change"("entry_id");

-- CreateIndex
CREATE INDEX "audit_event_person_id_idx" ON "audit_event"("person_id");

-- CreateIndex
CREATE INDEX "audit_event_actor_id_at_idx" ON "audit_event"("actor_id", "at");

-- CreateIndex
CREATE INDEX "disclosure_person_id_idx" ON "disclosure"("person_id");

-- CreateIndex
CREATE INDEX "import_batch_agency_id_sent_at_idx" ON "import_batch"("agency_id", "sent_at");

-- CreateIndex
CREATE INDEX "warning_person_id_idx" ON "warning"("person_id");

-- CreateIndex
CREATE INDEX "warning_record_id_person_id_agency_id_idx" ON "warning"("record_id", "person_id", "agency_id");

-- CreateIndex
CREATE INDEX "warning_detail_warning_id_idx" ON "warning_detail"("warning_id");

-- CreateIndex
CREATE INDEX "warning_detail_person_id_idx" ON "warning_detail"("person_id");

-- CreateIndex
CREATE INDEX "warning_detail_record_id_person_id_agency_id_idx" ON "warning_detail"("record_id", "person_id", "agency_id");

-- AddForeignKey
ALTER TABLE "person_access" ADD CONSTRAINT "person_access_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team" ADD CONSTRAINT "team_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership_team" ADD CONSTRAINT "membership_team_membership_id_fkey" FOREIGN KEY ("membership_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership_team" ADD CONSTRAINT "membership_team_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry_class" ADD CONSTRAINT "entry_class_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "area" ADD CONSTRAINT "area_set_id_fkey" FOREIGN KEY ("set_id") REFERENCES "area_set"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "area_lookup" ADD CONSTRAINT "area_lookup_from_set_id_fkey" FOREIGN KEY ("from_set_id") REFERENCES "area_set"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "area_lookup" ADD CONSTRAINT "area_lookup_to_set_id_fkey" FOREIGN KEY ("to_set_id") REFERENCES "area_set"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "area_lookup" ADD CONSTRAINT "area_lookup_from_set_id_from_code_fkey" FOREIGN KEY ("from_set_id", "from_code") REFERENCES "area"("set_id", "code") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "area_lookup" ADD CONSTRAINT "area_lookup_to_set_id_to_code_fkey" FOREIGN KEY ("to_set_id", "to_code") REFERENCES "area"("set_id", "code") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "area_population" ADD CONSTRAINT "area_population_set_id_area_code_fkey" FOREIGN KEY ("set_id", "area_code") REFERENCES "area"("set_id", "code") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "area_measure" ADD CONSTRAINT "area_measure_set_id_area_code_fkey" FOREIGN KEY ("set_id", "area_code") REFERENCES "area"("set_id", "code") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "postcode" ADD CONSTRAINT "postcode_set_id_area_code_fkey" FOREIGN KEY ("set_id", "area_code") REFERENCES "area"("set_id", "code") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "area_feature" ADD CONSTRAINT "area_feature_set_id_fkey" FOREIGN KEY ("set_id") REFERENCES "area_set"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credential" ADD CONSTRAINT "credential_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_membership_id_fkey" FOREIGN KEY ("membership_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "one_time_link" ADD CONSTRAINT "one_time_link_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact" ADD CONSTRAINT "contact_record_id_person_id_agency_id_fkey" FOREIGN KEY ("record_id", "person_id", "agency_id") REFERENCES "record"("id", "person_id", "agency_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact" ADD CONSTRAINT "contact_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "entry_class"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_words" ADD CONSTRAINT "contact_words_record_id_person_id_agency_id_fkey" FOREIGN KEY ("record_id", "person_id", "agency_id") REFERENCES "record"("id", "person_id", "agency_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_words" ADD CONSTRAINT "contact_words_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "entry_class"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_words" ADD CONSTRAINT "contact_words_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contact"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_place" ADD CONSTRAINT "contact_place_record_id_person_id_agency_id_fkey" FOREIGN KEY ("record_id", "person_id", "agency_id") REFERENCES "record"("id", "person_id", "agency_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_place" ADD CONSTRAINT "contact_place_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "entry_class"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_place" ADD CONSTRAINT "contact_place_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contact"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_other" ADD CONSTRAINT "contact_other_record_id_person_id_agency_id_fkey" FOREIGN KEY ("record_id", "person_id", "agency_id") REFERENCES "record"("id", "person_id", "agency_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_other" ADD CONSTRAINT "contact_other_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "entry_class"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_other" ADD CONSTRAINT "contact_other_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contact"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_record_id_person_id_agency_id_fkey" FOREIGN KEY ("record_id", "person_id", "agency_id") REFERENCES "record"("id", "person_id", "agency_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "entry_class"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "need_rating" ADD CONSTRAINT "need_rating_record_id_person_id_agency_id_fkey" FOREIGN KEY ("record_id", "person_id", "agency_id") REFERENCES "record"("id", "person_id", "agency_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "need_rating" ADD CONSTRAINT "need_rating_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "entry_class"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "need_note" ADD CONSTRAINT "need_note_record_id_person_id_agency_id_fkey" FOREIGN KEY ("record_id", "person_id", "agency_id") REFERENCES "record"("id", "person_id", "agency_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "need_note" ADD CONSTRAINT "need_note_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "entry_class"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "need_note" ADD CONSTRAINT "need_note_need_rating_id_fkey" FOREIGN KEY ("need_rating_id") REFERENCES "need_rating"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_record_id_person_id_agency_id_fkey" FOREIGN KEY ("record_id", "person_id", "agency_id") REFERENCES "record"("id", "person_id", "agency_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "entry_class"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment_item" ADD CONSTRAINT "assessment_item_record_id_person_id_agency_id_fkey" FOREIGN KEY ("record_id", "person_id", "agency_id") REFERENCES "record"("id", "person_id", "agency_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment_item" ADD CONSTRAINT "assessment_item_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "entry_class"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment_item" ADD CONSTRAINT "assessment_item_assessment_id_fkey" FOREIGN KEY ("assessment_id") REFERENCES "assessment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "record" ADD CONSTRAINT "record_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "record" ADD CONSTRAINT "record_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_row" ADD CONSTRAINT "source_row_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "record_key" ADD CONSTRAINT "record_key_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "record_facets" ADD CONSTRAINT "record_facets_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "match_plan" ADD CONSTRAINT "match_plan_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_name" ADD CONSTRAINT "person_name_record_id_person_id_agency_id_fkey" FOREIGN KEY ("record_id", "person_id", "agency_id") REFERENCES "record"("id", "person_id", "agency_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_name" ADD CONSTRAINT "person_name_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "entry_class"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "birth" ADD CONSTRAINT "birth_record_id_person_id_agency_id_fkey" FOREIGN KEY ("record_id", "person_id", "agency_id") REFERENCES "record"("id", "person_id", "agency_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "birth" ADD CONSTRAINT "birth_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "entry_class"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity_detail" ADD CONSTRAINT "identity_detail_record_id_person_id_agency_id_fkey" FOREIGN KEY ("record_id", "person_id", "agency_id") REFERENCES "record"("id", "person_id", "agency_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity_detail" ADD CONSTRAINT "identity_detail_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "entry_class"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identifier" ADD CONSTRAINT "identifier_record_id_person_id_agency_id_fkey" FOREIGN KEY ("record_id", "person_id", "agency_id") REFERENCES "record"("id", "person_id", "agency_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identifier" ADD CONSTRAINT "identifier_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "entry_class"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reach" ADD CONSTRAINT "reach_record_id_person_id_agency_id_fkey" FOREIGN KEY ("record_id", "person_id", "agency_id") REFERENCES "record"("id", "person_id", "agency_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reach" ADD CONSTRAINT "reach_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "entry_class"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "address" ADD CONSTRAINT "address_record_id_person_id_agency_id_fkey" FOREIGN KEY ("record_id", "person_id", "agency_id") REFERENCES "record"("id", "person_id", "agency_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "address" ADD CONSTRAINT "address_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "entry_class"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "living_situation" ADD CONSTRAINT "living_situation_record_id_person_id_agency_id_fkey" FOREIGN KEY ("record_id", "person_id", "agency_id") REFERENCES "record"("id", "person_id", "agency_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "living_situation" ADD CONSTRAINT "living_situation_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "entry_class"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "relationship" ADD CONSTRAINT "relationship_record_id_person_id_agency_id_fkey" FOREIGN KEY ("record_id", "person_id", "agency_id") REFERENCES "record"("id", "person_id", "agency_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "relationship" ADD CONSTRAINT "relationship_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "entry_class"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "adjustment" ADD CONSTRAINT "adjustment_record_id_person_id_agency_id_fkey" FOREIGN KEY ("record_id", "person_id", "agency_id") REFERENCES "record"("id", "person_id", "agency_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "adjustment" ADD CONSTRAINT "adjustment_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "entry_class"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "own_words" ADD CONSTRAINT "own_words_record_id_person_id_agency_id_fkey" FOREIGN KEY ("record_id", "person_id", "agency_id") REFERENCES "record"("id", "person_id", "agency_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "own_words" ADD CONSTRAINT "own_words_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "entry_class"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "safe_contact" ADD CONSTRAINT "safe_contact_record_id_person_id_agency_id_fkey" FOREIGN KEY ("record_id", "person_id", "agency_id") REFERENCES "record"("id", "person_id", "agency_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "safe_contact" ADD CONSTRAINT "safe_contact_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "entry_class"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_goal" ADD CONSTRAINT "plan_goal_record_id_person_id_agency_id_fkey" FOREIGN KEY ("record_id", "person_id", "agency_id") REFERENCES "record"("id", "person_id", "agency_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_goal" ADD CONSTRAINT "plan_goal_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "entry_class"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_action" ADD CONSTRAINT "plan_action_record_id_person_id_agency_id_fkey" FOREIGN KEY ("record_id", "person_id", "agency_id") REFERENCES "record"("id", "person_id", "agency_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_action" ADD CONSTRAINT "plan_action_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "entry_class"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral" ADD CONSTRAINT "referral_record_id_person_id_agency_id_fkey" FOREIGN KEY ("record_id", "person_id", "agency_id") REFERENCES "record"("id", "person_id", "agency_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral" ADD CONSTRAINT "referral_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "entry_class"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral_detail" ADD CONSTRAINT "referral_detail_record_id_person_id_agency_id_fkey" FOREIGN KEY ("record_id", "person_id", "agency_id") REFERENCES "record"("id", "person_id", "agency_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral_detail" ADD CONSTRAINT "referral_detail_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "entry_class"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral_detail" ADD CONSTRAINT "referral_detail_referral_id_fkey" FOREIGN KEY ("referral_id") REFERENCES "referral"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_host_agency_id_fkey" FOREIGN KEY ("host_agency_id") REFERENCES "agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_party" ADD CONSTRAINT "agreement_party_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_party" ADD CONSTRAINT "agreement_party_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "receiver_group" ADD CONSTRAINT "receiver_group_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "receiver_group_team" ADD CONSTRAINT "receiver_group_team_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "receiver_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "receiver_group_team" ADD CONSTRAINT "receiver_group_team_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_term" ADD CONSTRAINT "agreement_term_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_term" ADD CONSTRAINT "agreement_term_giver_agency_id_fkey" FOREIGN KEY ("giver_agency_id") REFERENCES "agency"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_term" ADD CONSTRAINT "agreement_term_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "receiver_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_term" ADD CONSTRAINT "agreement_term_category_fkey" FOREIGN KEY ("category") REFERENCES "category"("key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cohort_member" ADD CONSTRAINT "cohort_member_agreement_id_fkey" FOREIGN KEY ("agreement_id") REFERENCES "agreement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cohort_member" ADD CONSTRAINT "cohort_member_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "choice" ADD CONSTRAINT "choice_record_id_person_id_agency_id_fkey" FOREIGN KEY ("record_id", "person_id", "agency_id") REFERENCES "record"("id", "person_id", "agency_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "choice" ADD CONSTRAINT "choice_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "entry_class"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "protected_whereabouts" ADD CONSTRAINT "protected_whereabouts_record_id_person_id_agency_id_fkey" FOREIGN KEY ("record_id", "person_id", "agency_id") REFERENCES "record"("id", "person_id", "agency_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "protected_whereabouts" ADD CONSTRAINT "protected_whereabouts_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "entry_class"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "protected_whereabouts_team" ADD CONSTRAINT "protected_whereabouts_team_protected_whereabouts_id_fkey" FOREIGN KEY ("protected_whereabouts_id") REFERENCES "protected_whereabouts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "protected_whereabouts_team" ADD CONSTRAINT "protected_whereabouts_team_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "protected_name" ADD CONSTRAINT "protected_name_record_id_person_id_agency_id_fkey" FOREIGN KEY ("record_id", "person_id", "agency_id") REFERENCES "record"("id", "person_id", "agency_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "protected_name" ADD CONSTRAINT "protected_name_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "entry_class"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "limited_access" ADD CONSTRAINT "limited_access_record_id_person_id_agency_id_fkey" FOREIGN KEY ("record_id", "person_id", "agency_id") REFERENCES "record"("id", "person_id", "agency_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "limited_access" ADD CONSTRAINT "limited_access_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "entry_class"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "limited_access_named" ADD CONSTRAINT "limited_access_named_limited_access_id_fkey" FOREIGN KEY ("limited_access_id") REFERENCES "limited_access"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "limited_access_named" ADD CONSTRAINT "limited_access_named_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "harm_link" ADD CONSTRAINT "harm_link_record_id_person_id_agency_id_fkey" FOREIGN KEY ("record_id", "person_id", "agency_id") REFERENCES "record"("id", "person_id", "agency_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "harm_link" ADD CONSTRAINT "harm_link_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "entry_class"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conflict" ADD CONSTRAINT "conflict_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conflict" ADD CONSTRAINT "conflict_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conflict_declaration" ADD CONSTRAINT "conflict_declaration_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unnamed" ADD CONSTRAINT "unnamed_record_id_person_id_agency_id_fkey" FOREIGN KEY ("record_id", "person_id", "agency_id") REFERENCES "record"("id", "person_id", "agency_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unnamed" ADD CONSTRAINT "unnamed_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "entry_class"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "death" ADD CONSTRAINT "death_record_id_person_id_agency_id_fkey" FOREIGN KEY ("record_id", "person_id", "agency_id") REFERENCES "record"("id", "person_id", "agency_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "death" ADD CONSTRAINT "death_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "entry_class"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "involvement" ADD CONSTRAINT "involvement_record_id_person_id_agency_id_fkey" FOREIGN KEY ("record_id", "person_id", "agency_id") REFERENCES "record"("id", "person_id", "agency_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "involvement" ADD CONSTRAINT "involvement_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "entry_class"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "involvement_worker" ADD CONSTRAINT "involvement_worker_record_id_person_id_agency_id_fkey" FOREIGN KEY ("record_id", "person_id", "agency_id") REFERENCES "record"("id", "person_id", "agency_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "involvement_worker" ADD CONSTRAINT "involvement_worker_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "entry_class"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "involvement_worker" ADD CONSTRAINT "involvement_worker_involvement_id_fkey" FOREIGN KEY ("involvement_id") REFERENCES "involvement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "warning" ADD CONSTRAINT "warning_record_id_person_id_agency_id_fkey" FOREIGN KEY ("record_id", "person_id", "agency_id") REFERENCES "record"("id", "person_id", "agency_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "warning" ADD CONSTRAINT "warning_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "entry_class"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "warning_detail" ADD CONSTRAINT "warning_detail_record_id_person_id_agency_id_fkey" FOREIGN KEY ("record_id", "person_id", "agency_id") REFERENCES "record"("id", "person_id", "agency_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "warning_detail" ADD CONSTRAINT "warning_detail_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "entry_class"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "warning_detail" ADD CONSTRAINT "warning_detail_warning_id_fkey" FOREIGN KEY ("warning_id") REFERENCES "warning"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Checks: text with a check, not enums (an enum's equality is not leakproof, so row security would switch its
-- indexes off).
alter table installation add constraint installation_one check (id = 1),
  add constraint installation_mode check (mode in ('practice', 'live'));
alter table team add constraint team_function check
  (function in ('support', 'clinical', 'dual', 'enforcement', 'benefit_decision'));
alter table membership add constraint membership_role check (role in ('practitioner', 'limited', 'manager', 'steward',
  'custodian', 'commissioner', 'officer', 'administrator'));
alter table app_user add constraint app_user_email check (email = lower(email) and email like '%_@_%');
alter table agreement_term add constraint agreement_term_level check (level between 1 and 4);
alter table agreement_party add constraint agreement_party_regime check (regime in ('uk_gdpr', 'part_3'));
alter table choice add constraint choice_kind check (kind in ('objection', 'consent'));
alter table record add constraint record_origin check (origin in ('worker', 'import', 'feed'));
alter table birth add constraint birth_parts check (year between 1880 and 2100 and month between 1 and 12
  and day between 1 and 31 and (day is null or month is not null));
alter table identifier add constraint identifier_type check
  (type in ('nhs', 'nino', 'crn', 'pnc', 'cro', 'prison', 'uprn', 'local')),
  add constraint identifier_check check (check_state in ('ok', 'warning'));
alter table reach add constraint reach_kind check (kind in ('mobile', 'landline', 'email'));
alter table relationship add constraint relationship_child check (child_year is null or other_record_id is null);
alter table safe_contact add constraint safe_contact_allowed check (allowed in ('yes', 'no', 'only'));
alter table involvement add constraint involvement_came_from check
  (came_from in ('referral', 'feed', 'appointment', 'present')),
  add constraint involvement_dates check (ends_on is null or ends_on >= starts_on);
alter table contact add constraint contact_withdrawn check ((withdrawn_at is null) = (withdrawn_reason is null));
alter table contact_words add constraint contact_words_edition check (edition = 1 or why is not null);
alter table need_rating add constraint need_state check
  (state in ('current', 'past', 'none', 'not_known', 'not_asked')),
  add constraint need_severity check (severity between 1 and 4),
  add constraint need_direction check (direction in ('harmed_by', 'causing_harm', 'both', 'not_known'));
alter table assessment_item add constraint assessment_item_score check (item between 1 and 10 and score between 0 and 8);
alter table warning add constraint warning_told check (told in ('yes', 'no', 'not_safe')),
  add constraint warning_lapses check (lapses_on >= starts_on);
alter table referral add constraint referral_state check
  (state in ('draft', 'sent', 'accepted', 'declined', 'withdrawn', 'ended'));
alter table person_access add constraint person_access_ground check
  (ground in ('involvement', 'worker', 'named', 'referral', 'urgent', 'archive')),
  add constraint person_access_opens check (opens in ('shared', 'own')),
  add constraint person_access_viewer check (viewer ~ '^[tu]:[0-9a-f-]{36}$');
alter table urgent_access add constraint urgent_access_hours check (ends_at <= starts_at + interval '4 hours');
alter table share_grant add constraint share_grant_why check (why in ('asked', 'attached', 'told'));
alter table link_event add constraint link_event_how check (made_how in ('worker', 'steward', 'custodian', 'machine'));
alter table match_version add constraint match_version_state
  check (state in ('used', 'proposed', 'refused', 'replaced'));
create unique index match_version_used on match_version (state) where state = 'used';
alter table match_run add constraint match_run_state check (state in ('planning', 'linking', 'done'));
alter table link_candidate add constraint link_candidate_role check (for_role in ('steward', 'custodian')),
  add constraint link_candidate_decision check (decision in ('linked', 'not_same', 'later'));
alter table import_batch add constraint import_batch_state check
  (state in ('received', 'checking', 'checked', 'importing', 'done', 'failed', 'undone', 'abandoned')),
  add constraint import_batch_shape check (shape in ('people', 'headline_feed'));
do $$
declare t text;
begin
  for t in select table_name from information_schema.columns
    where table_schema = 'public' and column_name = 'audience' and table_name <> 'change' loop
    execute format('alter table %I add constraint %I check (audience in (''agreed'', ''team'', ''named''))',
      t, t || '_audience');
  end loop;
end $$;

-- One lead of an agency at a time is kept by work.add_worker; one open draft and one open limit a person here.
create unique index limited_access_one on limited_access (record_id) where ended_at is null;
create unique index protected_whereabouts_one on protected_whereabouts (record_id) where ended_at is null;
create index person_name_sort on person_name (sort_key collate "C", id);
create index session_live on session (user_id) where ended_at is null;
create index choice_gate on choice (person_id) where withdrawn_at is null;
-- Asked by nearly every policy: which teams tell a place by their name. They are few.
create index team_placed on team (id) where implies_place;
create index contact_seen on contact (person_id, happened_on desc, id desc);
create index record_key_block on record_key (key, record_id);

-- Checks of the area tables, which Prisma cannot write.
-- Text with a check, not an enum: row security and indexes work better, and adding a kind is one line.
alter table area_set
  add constraint area_set_kind check (kind in ('small', 'middle', 'ward', 'city')),
  add constraint area_set_shapes check (shapes in ('published', 'best-fit', 'none')),
  add constraint area_set_attribution check (attribution <> ''),
  add constraint area_set_valid check (valid_to is null or valid_from is null or valid_to >= valid_from);
alter table area
  add constraint area_rings check (rings is null or rings ->> 'type' in ('Polygon', 'MultiPolygon')),
  add constraint area_centre check (
    (centre_lon is null) = (centre_lat is null)
    and centre_lon between -180 and 180 and centre_lat between -90 and 90);
alter table area_lookup
  add constraint area_lookup_kind check (kind in ('nested', 'best-fit'));
alter table area_population
  add constraint area_population_sex check (sex in ('female', 'male', 'persons')),
  add constraint area_population_count check (count >= 0),
  add constraint area_population_year check (year between 1981 and 2100);
alter table area_measure
  add constraint area_measure_year check (year between 1981 and 2100);
alter table postcode
  add constraint postcode_normal check (postcode ~ '^[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}$'),
  add constraint postcode_position check (
    (lon is null) = (lat is null) and lon between -180 and 180 and lat between -90 and 90),
  add constraint postcode_valid check (valid_to is null or valid_from is null or valid_to >= valid_from);
alter table area_feature
  add constraint area_feature_kind check (kind in ('river', 'road')),
  add constraint area_feature_line check (line ->> 'type' = 'LineString');
