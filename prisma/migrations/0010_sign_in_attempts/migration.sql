-- A try is one row, with whom it was for and where it came from apart, so that each can be counted alone. What stood
-- here were tries of the last half hour.
truncate sign_in_attempt;

-- DropIndex
DROP INDEX "sign_in_attempt_key_at_idx";

-- AlterTable
ALTER TABLE "sign_in_attempt" DROP COLUMN "key",
ADD COLUMN     "account" BYTEA NOT NULL,
ADD COLUMN     "network" BYTEA,
ADD COLUMN     "tried" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "sign_in_known" (
    "account" BYTEA NOT NULL,
    "network" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sign_in_known_pkey" PRIMARY KEY ("account","network")
);

-- CreateIndex
CREATE INDEX "sign_in_attempt_account_at_idx" ON "sign_in_attempt"("account", "at");

-- CreateIndex
CREATE INDEX "sign_in_attempt_network_at_idx" ON "sign_in_attempt"("network", "at");

-- CreateIndex
CREATE INDEX "sign_in_attempt_at_idx" ON "sign_in_attempt"("at");
