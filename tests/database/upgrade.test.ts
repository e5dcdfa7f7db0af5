import { randomUUID } from "node:crypto";
import { expect, inject, it } from "vitest";
import { readMigrations } from "../../bot/database/migrate.ts";
import { administer } from "../support/administer.ts";

it("a record of a table belongs after the upgrade to the institution that its table named, unless staff chose another", async () => {
  const { url, upgrade } = await oldCity();
  await administer(
    url,
    `INSERT INTO "Institution" ("id", "origin") VALUES (1, 'sheet:library'), (2, 'kudago:7');
     INSERT INTO "Event" ("id", "institutionId", "section", "attendanceMode", "isFree", "editedFields", "createdAt", "updatedAt")
     VALUES (1, 1, 'music', 'on_site', true, NULL, now(), now()), (2, 1, 'music', 'on_site', true, '{institution}', now(), now()),
            (3, 2, 'music', 'on_site', true, '{}', now(), now()), (4, NULL, 'music', 'on_site', true, '{}', now(), now());
     INSERT INTO "Origin" ("source", "recordId", "eventId", "fingerprint", "importedAt") VALUES
       ('sheet', '1', 1, 'a', now()), ('sheet', '2', 2, 'a', now()), ('kudago', '3', 3, 'a', now()), ('sheet', '4', 4, 'a', now())`,
  );
  await upgrade();
  const { rows } = await administer(url, 'SELECT "recordId", "institution" FROM "Origin" ORDER BY 1');
  expect(rows.map((row) => [row["recordId"], row["institution"]])).toEqual([
    ["1", "sheet:library"],
    ["2", ""],
    ["3", ""],
    ["4", ""],
  ]);
});

/** A city at migration 0003 in which 300 reminders were settled, every third one in vain, and others are forgotten. */
async function oldCity(): Promise<{ url: string; upgrade(): Promise<void> }> {
  const name = `old_${randomUUID()}`;
  await administer(inject("postgres"), `CREATE DATABASE "${name}"`);
  const { href: url } = Object.assign(new URL(inject("postgres")), { pathname: `/${name}` });
  const migrations = await readMigrations();
  const apply = async (from: string, until: string) => {
    for (const { name: each, sql } of migrations) if (each >= from && each < until) await administer(url, sql);
  };
  await apply("0001", "0004");
  await administer(
    url,
    `INSERT INTO "Person" ("id", "language", "firstName", "firstSeenAt", "lastSeenAt")
     SELECT n, 'ru', 'Житель', now(), now() FROM generate_series(1, 10) n;
     INSERT INTO "Delivery" ("personId", "kind", "payload", "lane", "state", "dedupeKey", "dueAt", "expiresAt", "settledAt")
     SELECT n % 10 + 1, 'reminder', '{}', 'normal', (CASE WHEN n % 3 = 0 THEN 'expired' ELSE 'sent' END)::"DeliveryState",
            'old:' || n, '2026-10-01T10:00Z', '2026-10-01T12:00Z', '2026-10-01T10:00:30Z'
     FROM generate_series(1, 300) n;
     INSERT INTO "Forgotten" ("hour", "what", "count") VALUES
       ('2026-10-01T10:00Z', 'reminder:sent', 5), ('2026-08-01T10:00Z', 'reminder:missed', 7), ('2026-08-01T10:00Z', 'person:ru', 2)`,
  );
  return { url, upgrade: () => apply("0004", "9999") };
}

it("what an older Ishek had settled and forgotten is counted after the upgrade, once", async () => {
  const { url, upgrade } = await oldCity();
  await upgrade();
  const counted = 'SELECT "hour", "outcome"::text, "count" FROM "ReminderCount" ORDER BY 1, 2';
  expect((await administer(url, counted)).rows).toEqual([
    { hour: new Date("2026-08-01T10:00Z"), outcome: "missed", count: 7 },
    { hour: new Date("2026-10-01T10:00Z"), outcome: "missed", count: 100 },
    { hour: new Date("2026-10-01T10:00Z"), outcome: "sent", count: 205 },
  ]);
  expect((await administer(url, 'SELECT "what" FROM "Forgotten"')).rows).toEqual([{ what: "person:ru" }]);
  await administer(url, `UPDATE "Delivery" SET "state" = 'sent' WHERE "dedupeKey" = 'old:3'`);
  expect((await administer(url, counted)).rows.map(({ count }) => count)).toEqual([7, 99, 206]);
});

it("what could not be delivered to people who cannot be written to keeps its place in the account", async () => {
  const { url, upgrade } = await oldCity();
  await administer(
    url,
    `INSERT INTO "Announcement" ("id", "authorId", "state", "audience", "createdAt") VALUES (1, 1, 'running', '{}', now());
     INSERT INTO "Delivery" ("personId", "announcementId", "kind", "payload", "lane", "dedupeKey", "dueAt", "expiresAt")
     SELECT n, 1, 'announcement', '{}', 'bulk', 'announced:' || n, now(), now() FROM generate_series(1, 5) n;
     UPDATE "Delivery" SET "state" = 'failed', "settledAt" = now(), "reason" =
       ('{blocked,deactivated,never_started,"400 Bad Request",too late}'::text[])["personId"] WHERE "announcementId" = 1`,
  );
  const account = 'SELECT "sent", "blocked", "failed", "failuresInRow" FROM "Announcement"';
  const before = { sent: 0, blocked: 3, failed: 2, failuresInRow: 2 };
  expect((await administer(url, account)).rows).toEqual([before]);
  await upgrade();
  expect((await administer(url, account)).rows).toEqual([before]);
  const told = 'SELECT "unreachable"::text AS "why" FROM "Delivery" WHERE "announcementId" = 1 ORDER BY "personId"';
  expect((await administer(url, told)).rows.map(({ why }) => why)).toEqual([
    "blocked",
    "deactivated",
    "never_started",
    null,
    null,
  ]);
  await administer(
    url,
    `UPDATE "Delivery" SET "state" = 'sent', "unreachable" = NULL WHERE "dedupeKey" = 'announced:2'`,
  );
  expect((await administer(url, account)).rows).toEqual([{ sent: 1, blocked: 2, failed: 2, failuresInRow: 0 }]);
});
