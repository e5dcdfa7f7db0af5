-- AlterTable
ALTER TABLE "Dialogue" ADD COLUMN     "failures" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "Effect" (
    "cause" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "outcome" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Effect_pkey" PRIMARY KEY ("cause","step")
);

-- CreateIndex
CREATE INDEX "Effect_at_idx" ON "Effect"("at");
