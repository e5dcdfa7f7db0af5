-- A person is not an account of a messenger. No row that names a person changes: those who are known keep the number that
-- they have, which was Telegram's, and get an address that says so. New people are numbered from 2^52 on. Telegram's ids
-- have 52 bits at most, so the two never meet, and JavaScript knows integers up to 2^53.
CREATE TYPE "Door" AS ENUM ('telegram', 'max');

CREATE TABLE "Address" (
    "id" BIGSERIAL NOT NULL,
    "personId" BIGINT NOT NULL,
    "door" "Door" NOT NULL,
    "externalId" TEXT NOT NULL,
    "chatId" TEXT NOT NULL,
    "unreachable" "Unreachable",
    "unreachableAt" TIMESTAMPTZ(3),
    "unblockedAt" TIMESTAMPTZ(3),
    "mutedUntil" TIMESTAMPTZ(3),
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "isPreferred" BOOLEAN NOT NULL
);

-- Everybody was written to in the private chat, which Telegram calls as it calls the person. Why somebody could not be
-- written to was not kept with them.
INSERT INTO "Address" ("personId", "door", "externalId", "chatId", "unreachable", "unreachableAt", "unblockedAt", "lastSeenAt", "isPreferred")
SELECT p."id", 'telegram', p."id"::text, p."id"::text, CASE WHEN p."blockedAt" IS NOT NULL THEN 'blocked'::"Unreachable" END,
       p."blockedAt", p."unblockedAt", p."lastSeenAt", true
FROM "Person" p ORDER BY p."id";

-- After the rows: an index is made in a fraction of the time in which it is kept up.
ALTER TABLE "Address" ADD CONSTRAINT "Address_pkey" PRIMARY KEY ("id");
CREATE UNIQUE INDEX "Address_door_externalId_key" ON "Address"("door", "externalId");
CREATE INDEX "Address_personId_unreachable_idx" ON "Address"("personId", "unreachable");
ALTER TABLE "Address" ADD CONSTRAINT "Address_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
-- Nothing is known of it until then, and the first claims and fan-outs would read it from end to end.
ANALYZE "Address";

CREATE SEQUENCE "Person_id_seq" START 4503599627370496 MINVALUE 4503599627370496;
ALTER SEQUENCE "Person_id_seq" OWNED BY "Person"."id";
ALTER TABLE "Person" DROP COLUMN "blockedAt", DROP COLUMN "unblockedAt",
ALTER COLUMN "id" SET DEFAULT nextval('"Person_id_seq"');

-- Ids of messages are text, because other messengers have no numbers for them. The table is written anew once; computed for
-- a moment, the new columns are filled on the way. What is to change or take back a message goes to where that one is.
ALTER TABLE "Delivery"
ADD COLUMN "door" "Door" GENERATED ALWAYS AS (
  CASE WHEN "state" = 'sent' OR "kind" IN ('announcement-edit', 'announcement-delete', 'join-refresh') THEN 'telegram'::"Door" END) STORED,
ADD COLUMN "chatId" TEXT GENERATED ALWAYS AS (
  CASE WHEN "state" = 'sent' OR "kind" IN ('announcement-edit', 'announcement-delete', 'join-refresh') THEN "personId"::text END) STORED,
ALTER COLUMN "messageId" TYPE TEXT USING "messageId"::text,
ALTER COLUMN "otherMessageIds" TYPE TEXT[] USING "otherMessageIds"::text[];
ALTER TABLE "Delivery" ALTER COLUMN "door" DROP EXPRESSION, ALTER COLUMN "chatId" DROP EXPRESSION;

ALTER TABLE "Announcement" ADD COLUMN "progressDoor" "Door",
ALTER COLUMN "progressChatId" TYPE TEXT USING "progressChatId"::text,
ALTER COLUMN "progressMessageId" TYPE TEXT USING "progressMessageId"::text;
UPDATE "Announcement" SET "progressDoor" = 'telegram' WHERE "progressChatId" IS NOT NULL;

-- Chats and updates are told apart by the messenger. Receipts are carried over: Telegram sends again what it got no answer
-- for, be it that the answer was lost when the last version stopped.
ALTER TABLE "SearchQuery" ALTER COLUMN "chatId" TYPE TEXT USING 'telegram:' || "chatId";
ALTER TABLE "SearchQuery" RENAME COLUMN "chatId" TO "chatKey";
ALTER TABLE "UpdateReceipt" ALTER COLUMN "updateId" TYPE TEXT USING 'telegram:' || "updateId";
ALTER TABLE "UpdateReceipt" RENAME COLUMN "updateId" TO "key";
UPDATE "Dialogue" SET "key" = 'telegram:' || "key";
