-- Whether three picks with pictures come with a digest.
-- AlterTable
ALTER TABLE "Digest" ADD COLUMN "hasPictures" BOOLEAN NOT NULL DEFAULT true;
