-- CreateIndex
CREATE INDEX "Link_kind_eventId_idx" ON "Link"("kind", "eventId");
