import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, inject, it } from "vitest";
import { type Database, openDatabase } from "../../bot/database/database.ts";
import { readMigrations } from "../../bot/database/migrate.ts";
import { Receipts } from "../../bot/doors/telegram/intake/receipt-store.ts";
import { updateKey } from "../../bot/doors/telegram/intake/updates.ts";
import { eraseCallback } from "../../flows/account/callbacks.ts";
import { searchCallback } from "../../flows/programme/callbacks.ts";
import { memberCallback } from "../../flows/staff/callbacks.ts";
import { forges } from "../flows/drive.ts";
import { idOf } from "../support/addresses.ts";
import { administer } from "../support/administer.ts";
import { openCity, words } from "../support/city.ts";

/** A database of the last version, in which people were called as Telegram calls them, goes on with this one. */
const t = words.for("ru");

const [alsu, ivan, kate, owner] = [
  { id: 5_000_000_001, name: "Алсу" },
  { id: 5_000_000_002, name: "Иван" },
  { id: 5_000_000_003, name: "Катя" },
  { id: 5_000_000_004, name: "Хозяйка" },
];
const times = "'2026-11-20T14:00Z', '2026-11-20T14:20Z'";
const times24 = "'2026-11-20T14:00Z', '2026-11-21T14:00Z'";

/** What a dialogue of the last version had kept, in which Alsu is asked whether she wants to be forgotten. */
async function unfinished(): Promise<string> {
  const person = thisVersion.telegram.person(alsu.name, { id: alsu.id, languageCode: "ru" });
  await person.says("/start");
  await forges(person, eraseCallback.data(null));
  const { database } = thisVersion.services;
  const { state } = await database.dialogue.findFirstOrThrow();
  return JSON.stringify(state).replaceAll(String(await idOf(database, person)), String(alsu.id));
}

/** Alsu is in a dialogue, Ivan blocked the bot, Kate searched; an announcement went out to Alsu and is on its way to Kate. */
const rowsOfLastVersion = (dialogue: string) => `
  INSERT INTO "Person" ("id", "language", "firstName", "firstSeenAt", "lastSeenAt", "blockedAt", "unblockedAt") VALUES
    (${alsu.id}, 'ru', '${alsu.name}', ${times}, NULL, '2026-11-20T14:10Z'),
    (${ivan.id}, 'ru', '${ivan.name}', ${times}, '2026-11-20T14:15Z', NULL),
    (${kate.id}, 'ru', '${kate.name}', ${times}, NULL, NULL), (${owner.id}, 'ru', '${owner.name}', ${times}, NULL, NULL);
  INSERT INTO "StaffRole" ("personId", "role", "origin", "grantedAt") VALUES
    (${owner.id}, 'owner', 'command', '2026-11-20T14:00Z'), (${kate.id}, 'moderator', 'command', '2026-11-20T14:00Z');
  INSERT INTO "Dialogue" ("key", "state", "updatedAt") VALUES ('${alsu.id}', '${dialogue}', '2026-11-20T14:25Z');
  INSERT INTO "SearchQuery" VALUES ('AAAAAAAAAAA', ${kate.id}, ${kate.id}, 'джаз', 0, '2026-11-20T14:20Z');
  INSERT INTO "UpdateReceipt" ("updateId", "handledAt") VALUES (77, '2026-11-20T14:25Z');
  INSERT INTO "Announcement" ("id", "authorId", "confirmedBy", "state", "audience", "createdAt", "startedAt", "cutoffAt", "filledAt",
                              "audienceSize", "enqueued", "sent", "progressChatId", "progressMessageId")
  VALUES (9, ${owner.id}, ${owner.id}, 'running', '{"kind":"people","only":[],"except":[]}', ${times}, '2026-11-20T14:20Z',
          '2026-11-20T14:20Z', 3, 3, 1, ${owner.id}, 12);
  INSERT INTO "AnnouncementText" VALUES (9, 'ru', '{"kind":"text","text":"Всем","entities":[]}');
  INSERT INTO "Delivery" ("personId", "kind", "payload", "lane", "state", "dedupeKey", "announcementId", "dueAt", "expiresAt",
                          "settledAt", "messageId", "otherMessageIds") VALUES
    (${alsu.id}, 'announcement', '{}', 'bulk', 'sent', 'a:1', 9, ${times24}, '2026-11-20T14:20Z', 31, '{32}'),
    (${kate.id}, 'announcement', '{}', 'bulk', 'pending', 'a:2', 9, ${times24}, NULL, NULL, '{}'),
    (${ivan.id}, 'announcement', '{}', 'bulk', 'pending', 'a:3', 9, ${times24}, NULL, NULL, '{}'),
    (${ivan.id}, 'update-given-up', '{"reference":"5","deaths":3}', 'normal', 'pending', 'u:1', NULL, ${times24}, NULL, NULL, '{}'),
    (${alsu.id}, 'announcement-delete', '{"messageId":31,"otherMessageIds":[32]}', 'normal', 'pending', 'd:1', NULL, ${times24},
     NULL, NULL, '{}')`;

let database: Database;

async function upgraded(): Promise<Database> {
  const name = `upgraded_${randomUUID()}`;
  await administer(inject("postgres"), `CREATE DATABASE "${name}"`);
  const { href: url } = Object.assign(new URL(inject("postgres")), { pathname: `/${name}` });
  const migrations = await readMigrations();
  for (const { name, sql } of migrations) if (name < "0014") await administer(url, sql);
  await administer(url, rowsOfLastVersion(await unfinished()));
  for (const { name, sql } of migrations) if (name >= "0014") await administer(url, sql);
  database = openDatabase(url);
  return database;
}

const thisVersion = openCity({ plant: false });
const city = openCity({ plant: false, database: upgraded });
afterAll(() => database.$disconnect());

const known = ({ id, name }: typeof alsu) => city.telegram.person(name, { id, languageCode: "ru", hasStarted: true });

describe("after the upgrade", () => {
  it("everybody has the number that they had, and one address", async () => {
    const addresses = await database.address.findMany({ orderBy: { personId: "asc" } });
    expect(addresses.map(({ personId, externalId, chatId }) => [Number(personId), externalId, chatId])).toEqual(
      [alsu, ivan, kate, owner].map(({ id }) => [id, String(id), String(id)]),
    );
    expect(addresses.every(({ door, isPreferred }) => door === "telegram" && isPreferred)).toBe(true);
    expect(addresses.map(({ unreachable }) => unreachable)).toEqual([null, "blocked", null, null]);
    expect(addresses[0]?.unblockedAt).toEqual(new Date("2026-11-20T14:10Z"));
    expect(addresses[1]?.unreachableAt).toEqual(new Date("2026-11-20T14:15Z"));
  });

  it("what was on its way arrives, what was sent is taken back, and who blocked the bot gets nothing until they are back", async () => {
    const people = [alsu, ivan, kate].map(known);
    const calls = () => city.telegram.calls.filter(({ method }) => method === "deleteMessages");
    await city.deliver();
    expect(people.map(({ chat }) => chat.map(({ text }) => text))).toEqual([[], [], ["Всем"]]);
    expect(calls().map(({ payload }) => payload)).toMatchObject([{ chat_id: alsu.id, message_ids: [31, 32] }]);
    const rows = await database.delivery.findMany({ orderBy: { id: "asc" } });
    expect(rows.map(({ state, door, chatId, messageId }) => [state, door, chatId, messageId])).toEqual([
      ["sent", "telegram", String(alsu.id), "31"],
      ["sent", "telegram", String(kate.id), "1"],
      ["failed", null, null, null],
      ["pending", null, null, null],
      ["sent", "telegram", String(alsu.id), "31"],
    ]);
    const progress = { progressDoor: "telegram", progressChatId: String(owner.id), progressMessageId: "12" };
    expect(await database.announcement.findUnique({ where: { id: 9 } })).toMatchObject({
      ...{ state: "done", sent: 2, blocked: 1, ...progress },
    });
    await known(ivan).says("/help");
    await city.deliver();
    expect(known(ivan).chat.map(({ text }) => text)).toContainEqual(expect.stringContaining("5"));
    expect((await database.delivery.findUnique({ where: { dedupeKey: "u:1" } }))?.state).toBe("sent");
  });

  it("an update that was handled before is not handled again", async () => {
    const before = await database.updateReceipt.findMany();
    await new Receipts(database).record(updateKey(77));
    expect(before.map(({ key }) => key)).toContain("telegram:77");
    expect(await database.updateReceipt.count()).toBe(before.length);
  });

  it("staff is staff, and a button that names somebody by their number still does", async () => {
    const boss = known(owner);
    await boss.says("/staff");
    boss.sees(t("staff.button.people"));
    await forges(boss, memberCallback.data(kate.id));
    boss.sees(`telegram:${kate.id}`);
  });

  it("the buttons of a search lead on in its chat", async () => {
    await known(kate).says("/help");
    await forges(known(kate), searchCallback.data({ queryId: "AAAAAAAAAAA", dropped: 0, page: 0, filters: {} }));
    known(kate).sees("джаз");
  });

  it("a dialogue goes on where it was, and erases whom it was about", async () => {
    await known(alsu).says(t("privacy.word"));
    known(alsu).sees(t("privacy.erased"));
    expect(await database.person.count({ where: { id: alsu.id } })).toBe(0);
    expect(await database.address.count({ where: { externalId: String(alsu.id) } })).toBe(0);
  });

  it("whoever is new gets a number above all that Telegram gives", async () => {
    await known(alsu).says("/start");
    expect(await idOf(database, known(alsu))).toBeGreaterThanOrEqual(2 ** 52);
  });
});
