-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "unblockedAt" TIMESTAMPTZ(3);
