-- CreateTable
CREATE TABLE "import_file" (
    "batch_id" UUID NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "import_file_pkey" PRIMARY KEY ("batch_id")
);

-- Kept compressed for nobody: read once, and gone.
alter table import_file alter column bytes set storage external;

alter table import_batch drop constraint import_batch_state, add constraint import_batch_state check
  (state in ('reading', 'received', 'checking', 'checked', 'importing', 'done', 'failed', 'undone', 'abandoned'));
