-- What an answer is given for stands written down by a transaction that is over: a guess at a password with its attempt, a
-- question about people beyond one's own. Whoever takes back what they did cannot take that back.
ALTER TABLE "sign_in_attempt" ADD COLUMN     "guess" BYTEA,
ADD COLUMN     "held_in" BIGINT;

CREATE TABLE "search_question" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "question" BYTEA NOT NULL,
    "held_in" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "search_question_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "search_question_user_id_idx" ON "search_question"("user_id");

-- What no login reads, for salts that are made up and references that lead nowhere: another for every installation.
ALTER TABLE "installation" ADD COLUMN     "secret" BYTEA NOT NULL
  DEFAULT (uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));
