-- AlterTable
ALTER TABLE "Ballot" ADD COLUMN     "isNewcomer" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Idea" ADD COLUMN     "heldAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Vote" ADD COLUMN     "audience" JSONB NOT NULL DEFAULT '{"kind": "people", "only": [], "except": []}';
