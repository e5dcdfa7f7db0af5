-- CreateIndex
CREATE INDEX "MaxMessage_sentAt_idx" ON "MaxMessage"("sentAt");
