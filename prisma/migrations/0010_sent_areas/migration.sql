-- AlterTable
ALTER TABLE "area_upload" ADD COLUMN     "place" TEXT,
ALTER COLUMN "found" DROP NOT NULL,
ALTER COLUMN "load" DROP NOT NULL;

-- CreateTable
CREATE TABLE "sent_area_file" (
    "upload_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "sent_area_file_pkey" PRIMARY KEY ("upload_id","position")
);

-- AddForeignKey
ALTER TABLE "sent_area_file" ADD CONSTRAINT "sent_area_file_upload_id_fkey" FOREIGN KEY ("upload_id") REFERENCES "area_upload"("id") ON DELETE CASCADE ON UPDATE CASCADE;
