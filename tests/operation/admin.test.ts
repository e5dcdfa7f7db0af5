import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { startDatabase } from "../../bot/database/server/start.ts";
import { formatMoment } from "../../bot/operation/account-store.ts";
import { openInstance, testDatabase } from "../support/database.ts";
import { announcementRow } from "../support/factories/announcement.ts";
import { personRow } from "../support/factories/person.ts";
import { runScript } from "../support/run-script.ts";

const now = new Date("2026-11-20T15:00:00Z");

describe("npm run admin", async () => {
  const { url, database } = await testDatabase();
  const admin = (...args: string[]) => runScript("scripts/admin.ts", args, { DATABASE_URL: url });

  it("says how it stands with a bot that nobody has used yet", async () => {
    expect(await admin("status")).toEqual({
      code: 0,
      output: [
        "people         0, 0 of them here within a day",
        "programme      0 dates to come",
        "dispatcher     nobody sends: does the bot run?",
        "queue          empty",
        "",
      ].join("\n"),
      complaint: "",
    });
    expect((await admin("jobs")).output).toBe("No timed job has run yet.\n");
    expect((await admin("staff")).output).toBe("Nobody is staff: npm run grant -- <id> owner, or OWNER_IDS.\n");
  });

  it("counts people, tells what waits and why it failed, and names no resident", async () => {
    const one = await database.person.create({ data: personRow(now, { firstName: "Гөлнара", telegramId: 4242 }) });
    await database.person.create({ data: personRow(now, { language: "tt", blockedAt: now }) });
    const delivery = { personId: one.id, kind: "reminder", payload: {}, dueAt: now, expiresAt: now } as const;
    await database.delivery.createMany({
      data: [
        { ...delivery, lane: "urgent", dedupeKey: "1" },
        { ...delivery, lane: "bulk", dedupeKey: "2" },
        { ...delivery, lane: "bulk", dedupeKey: "3" },
      ],
    });
    await database.jobRun.create({ data: { job: "digests", slot: now } });
    expect((await admin("people")).output).toContain("language       ru: 1\nlanguage       tt: 1\n");
    expect((await admin("people")).output).toContain("address        telegram: 1 blocked\n");
    const { output } = await admin("queue");
    expect(output).toContain("queue          urgent: 1 pending\n");
    expect(output).toContain("queue          bulk: 2 pending\n");
    expect(output).toMatch(/the oldest is \w+, due 2026-11-20 15:00 \(/);
    expect((await admin("jobs")).output).toMatch(/^digests +begun \d{4}-/);
    expect(`${output}${(await admin("status")).output}`).not.toMatch(/Гөлнара|4242/);
  });

  it("tells who is staff, with the id for npm run grant", async () => {
    await runScript("scripts/grant.ts", ["77", "admin"], { DATABASE_URL: url });
    expect((await admin("staff")).output).toBe("telegram:77  telegram:77: admin\n");
  });

  it("pauses all that is under way and lets one go on, each with its line in the audit log", async () => {
    const make = (state: "running" | "draft") =>
      database.announcement.create({ data: announcementRow(now, { state, audienceSize: 10, filledAt: now }) });
    const [one, two, draft] = [await make("running"), await make("running"), await make("draft")];
    const paused = await admin("pause");
    expect(paused.code).toBe(0);
    expect(paused.output).toContain(`Announcement ${one.id} is paused now.\nAnnouncement ${two.id} is paused now.\n`);
    expect(await admin("resume", String(two.id))).toMatchObject({
      code: 0,
      output: expect.stringContaining(`Announcement ${two.id} is running now.`),
    });
    const states = await database.announcement.findMany({ select: { state: true }, orderBy: { id: "asc" } });
    expect(states.map(({ state }) => state)).toEqual(["paused", "running", "draft"]);
    const log = await database.auditEntry.findMany({
      where: { subject: { startsWith: "announcement:" } },
      orderBy: { id: "asc" },
    });
    expect(log.map(({ action, subject, personId }) => [action, subject, personId])).toEqual([
      ["command.pause", `announcement:${one.id}`, null],
      ["command.pause", `announcement:${two.id}`, null],
      ["command.resume", `announcement:${two.id}`, null],
    ]);
    expect(await admin("pause", String(draft.id))).toMatchObject({
      code: 1,
      complaint: `Announcement ${draft.id} is draft: nothing was changed.\n`,
    });
    expect((await admin("pause", "999")).complaint).toBe("There is no announcement 999.\n");
  });

  it.each([
    [[], "Say what."],
    [["sleep"], '"sleep" is not known.'],
    [["resume"], "Say which announcement"],
    [["pause", "x"], '"x" is no number of an announcement.'],
    [["status", "1"], '"1" is too much.'],
  ])("says to %j how it is used", async (args, complaint) => {
    expect(await admin(...args)).toMatchObject({ code: 2, complaint: expect.stringContaining(complaint) });
  });
});

it.each([
  ["2026-11-20T14:59:00Z", "2026-11-20 14:59 (1 min ago)"],
  ["2026-11-20T10:00:00Z", "2026-11-20 10:00 (5 h ago)"],
  ["2026-11-10T15:00:00Z", "2026-11-10 15:00 (10 days ago)"],
  ["2026-11-20T16:30:00Z", "2026-11-20 16:30 (in 90 min)"],
])("%s reads as %s", (at, expected) => {
  expect(formatMoment(new Date(at), now)).toBe(expected);
});

describe("npm run demo:reset", () => {
  it("empties the playground's database and makes its city anew", async () => {
    const DATA_DIR = await mkdtemp(join(tmpdir(), "ishek-demo-"));
    onTestFinished(() => rm(DATA_DIR, { recursive: true, force: true }));
    const first = await startDatabase({ dataDir: DATA_DIR });
    await first.database.person.create({ data: personRow(now, {}) });
    await first.stop();
    // Prisma sends reads of one transaction before the last has answered, of which pg warns.
    const NODE_OPTIONS = "--disable-warning=DeprecationWarning";
    const reset = await runScript("scripts/demo-reset.ts", [], { DATA_DIR, NODE_OPTIONS });
    expect(reset).toMatchObject({ code: 0, complaint: "" });
    expect(reset.output).toMatch(/^The demo city is new, with \d+ events and nobody in it\.\n$/);
    const second = await startDatabase({ dataDir: DATA_DIR });
    onTestFinished(() => second.stop());
    expect(await second.database.person.count({ where: { deliveries: { none: {} }, firstName: "Житель" } })).toBe(0);
    expect(await second.database.event.count()).toBeGreaterThan(50);
  });

  it("touches no database of somebody else, and none with a token", async () => {
    const { url } = await testDatabase();
    const database = openInstance(url);
    onTestFinished(() => database.$disconnect());
    await database.person.create({ data: personRow(now, {}) });
    const refused = { code: 1, complaint: expect.stringContaining("Nothing was changed.") };
    expect(await runScript("scripts/demo-reset.ts", [], { DATABASE_URL: url })).toMatchObject(refused);
    const BOT_TOKEN = "123456789:AAcanary-canary_canary0123456789abcd";
    expect(await runScript("scripts/demo-reset.ts", [], { BOT_TOKEN, DATA_DIR: "/nowhere" })).toMatchObject(refused);
    expect(await database.person.count()).toBe(1);
  });
});
