-- One person of two accounts. A link is made at one messenger, followed at another, and confirmed where it was made.
-- CreateTable
CREATE TABLE "LinkRequest" (
    "id" SERIAL NOT NULL,
    "personId" BIGINT NOT NULL,
    "madeAt" "Door" NOT NULL,
    "leadsTo" "Door" NOT NULL,
    "codeHash" TEXT NOT NULL,
    "followedBy" BIGINT,
    "number" INTEGER,
    "numbers" INTEGER[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LinkRequest_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "LinkRequest_personId_key" ON "LinkRequest"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "LinkRequest_codeHash_key" ON "LinkRequest"("codeHash");

-- CreateIndex
CREATE INDEX "LinkRequest_followedBy_idx" ON "LinkRequest"("followedBy");

-- AddForeignKey
ALTER TABLE "LinkRequest" ADD CONSTRAINT "LinkRequest_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LinkRequest" ADD CONSTRAINT "LinkRequest_followedBy_fkey" FOREIGN KEY ("followedBy") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Nobody confirms without a number that somebody was shown.
ALTER TABLE "LinkRequest" ADD CONSTRAINT "LinkRequest_followed" CHECK (("followedBy" IS NULL) = ("number" IS NULL));
