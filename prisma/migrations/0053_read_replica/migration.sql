-- Lists may be read at a replica, which is a little behind. Whoever changed something reads the primary for some seconds, from
-- whichever instance: it stands in the row that each of their updates reads anyway. The program of before does not know it.
ALTER TABLE "Person" ADD COLUMN     "changedAt" TIMESTAMPTZ(3);
