import { expect, it } from "vitest";
import { parseTrouble } from "../../bot/operation/trouble/trouble.ts";
import { troubleJob } from "../../bot/operation/trouble/trouble-job.ts";
import { ring } from "../../bot/schedule/timed-jobs.ts";
import type { Person } from "../../playground/people/person.ts";
import { labels } from "../flows/drive.ts";
import { colleague } from "../flows/staff/team.ts";
import { idOf } from "../support/addresses.ts";
import { openCity, words } from "../support/city.ts";
import { announcementRow } from "../support/factories/announcement.ts";

const city = openCity({ plant: false });
const t = words.for("ru");

/** Looks for trouble at the time that it is, on each of these instances, and sends what there is to tell. */
async function looks(instances = 1): Promise<void> {
  const job = troubleJob(city.services);
  await Promise.all(Array.from({ length: instances }, () => job.run(city.clock.now())));
  await city.deliver();
}

/** Rings a job that fails or not, in the slot of now, and looks a quarter of an hour later. */
async function rings(name: string, fails: boolean): Promise<void> {
  const { database, log, clock } = city.services;
  const run = async () => {
    if (fails) throw new Error("broken");
  };
  await ring({ name, run }, clock.now(), { database, log, signal: new AbortController().signal });
  city.clock.advance({ seconds: 900 });
}

const told = (person: Person, text: string) => person.chat.filter((message) => message.text.includes(text)).length;

it("a job that failed twice in a row reaches owners once, and once more when it works again", async () => {
  const owner = await colleague(city, "ru", "owner");
  const admin = await colleague(city, "ru", "admin");
  const title = t("trouble.title.job", { job: "digests" });
  await rings("digests", true);
  await looks();
  expect(told(owner, title)).toBe(0);
  await rings("digests", true);
  await looks(3);
  expect(told(owner, title)).toBe(1);
  owner.sees(t("trouble.do.job", { doctor: "npm run doctor" }));
  await rings("digests", true);
  await looks();
  expect(told(owner, title)).toBe(1);
  await rings("digests", false);
  await looks(3);
  await looks();
  expect(told(owner, title)).toBe(2);
  owner.sees("Снова работает");
  expect(told(admin, title)).toBe(0);
  // The next time is news again.
  for (const _ of [1, 2]) await rings("digests", true);
  await looks();
  expect(told(owner, title)).toBe(3);
});

it("an announcement that paused by itself reaches admins with the way to it; one that somebody paused does not", async () => {
  const { database, clock } = city.services;
  const admin = await colleague(city, "ru", "admin");
  const text = (said: string) => ({
    create: { language: "ru" as const, content: { kind: "text", text: said, entities: [] } },
  });
  const make = (said: string, pauseReason: string | null) =>
    database.announcement.create({
      data: announcementRow(clock.now(), { state: "paused", pauseReason, texts: text(said) }),
    });
  const { id } = await make("Ночь музеев", "share: 400 Bad Request");
  await make("По просьбе", null);
  await looks();
  expect(told(admin, "Ночь музеев")).toBe(1);
  expect(told(admin, "По просьбе")).toBe(0);
  expect(labels(admin)).toEqual([t("announce.button.open")]);
  await database.announcement.update({ where: { id }, data: { state: "done", pauseReason: null } });
  await looks();
  admin.sees("Снова работает");
});

it("messages that stand in the queue reach owners when one gets through again, with since when", async () => {
  const { database, clock } = city.services;
  const owner = await colleague(city, "en", "owner");
  const now = clock.now();
  const personId = await idOf(database, owner);
  const late = {
    kind: "reminder",
    payload: {},
    lane: "normal",
    dueAt: now,
    expiresAt: new Date(now.getTime() + 1e8),
  } as const;
  await database.delivery.create({ data: { ...late, personId, dedupeKey: "late" } });
  city.clock.advance({ seconds: 840 });
  await troubleJob(city.services).run(clock.now());
  expect(await database.trouble.count({ where: { name: "queue" } })).toBe(0);
  city.clock.advance({ seconds: 120 });
  await troubleJob(city.services).run(clock.now());
  expect(await database.trouble.count({ where: { name: "queue" } })).toBe(1);
  await database.delivery.deleteMany({ where: { dedupeKey: "late" } });
  await looks();
  owner.sees("Works again: sending reminders and answers.");
  owner.doesNotSee("Not working: sending");
});

it.each(["job:", "queue:1", "feed:0", "feed:x", "announcement:-1", "other:1", ""])(
  "%j is no trouble's name",
  (name) => {
    expect(parseTrouble(name)).toBeUndefined();
  },
);
