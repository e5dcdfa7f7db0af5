-- Half-made events outlive the dialogue that they are made in.
-- CreateTable
CREATE TABLE "UnfinishedEvents" (
    "personId" BIGINT NOT NULL,
    "drafts" JSONB NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "UnfinishedEvents_pkey" PRIMARY KEY ("personId")
);

-- AddForeignKey
ALTER TABLE "UnfinishedEvents" ADD CONSTRAINT "UnfinishedEvents_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
