-- CreateTable
CREATE TABLE "InboxUpdate" (
    "key" TEXT NOT NULL,
    "update" JSONB NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "InboxUpdate_pkey" PRIMARY KEY ("key")
);

-- From here on by hand: what Prisma cannot say.

-- Unlogged: each update writes a row and deletes it again, and the commit of a transaction that touches nothing else waits
-- for no disk. A PostgreSQL that crashes empties it, and with it goes nothing but suspicion. It outlives the bot's crash.
CREATE UNLOGGED TABLE "UpdateBegun" (
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "UpdateBegun_pkey" PRIMARY KEY ("key")
) WITH (autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_scale_factor = 0);
