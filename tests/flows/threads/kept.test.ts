import { beforeAll, expect, it } from "vitest";
import { Receipts } from "../../../bot/doors/telegram/intake/receipt-store.ts";
import { housekeeping } from "../../../bot/housekeeping.ts";
import { spanOf } from "../../../bot/reports/counting/span.ts";
import { countThreads } from "../../../bot/reports/subjects/thread-store.ts";
import { threadsJob } from "../../../bot/threads/threads-job.ts";
import type { Person } from "../../../playground/people/person.ts";
import { idOf } from "../../support/addresses.ts";
import { openCity, words } from "../../support/city.ts";
import { colleague } from "../staff/team.ts";
import { answersIn, begins, threadOf } from "./talk.ts";

/** Threads are lost by nobody's forgetting: staff is reminded, and only what is closed is deleted. */
const city = openCity({ plant: false });
const t = words.for("ru");
let marat: Person;

beforeAll(async () => {
  marat = await colleague(city, "ru", "moderator");
});

const resident = () => colleague(city, "ru");

it("everybody who may answer is reminded in office hours, once in three hours, until somebody answers", async () => {
  const { database } = city.services;
  await database.thread.updateMany({ data: { state: "closed", waitingSince: null } });
  const owner = await colleague(city, "ru", "owner");
  const ivan = await resident();
  await begins(ivan);
  await ivan.says("Ау!");
  const thread = await threadOf(city, ivan);
  await city.deliver();
  const job = threadsJob(city.services, city.tellGroups);
  const slot = async (at: string) => {
    await job.run(new Date(at));
    return database.delivery.count({ where: { kind: "threads-wait", personId: await idOf(database, owner) } });
  };
  const waits = (at: string) =>
    database.thread.update({ where: { id: thread.id }, data: { waitingSince: new Date(at) } });
  await waits("2026-11-20T12:00:00Z");
  expect(await slot("2026-11-20T12:52:00Z")).toBe(0);
  expect(await slot("2026-11-20T13:07:00Z")).toBe(1);
  expect(await slot("2026-11-20T14:07:00Z")).toBe(1);
  // Six o'clock on a Friday: on Monday at nine again.
  expect(await slot("2026-11-20T16:07:00Z")).toBe(1);
  expect(await slot("2026-11-23T06:07:00Z")).toBe(2);
  await answersIn(city, marat, "Здесь", thread);
  expect(await slot("2026-11-23T10:07:00Z")).toBe(2);
});

it("a quiet thread closes, a closed one is deleted after 90 days, one that waits never, and the counts stay", async () => {
  const { database } = city.services;
  await database.thread.deleteMany();
  const [ivan, anna] = [await resident(), await resident()];
  for (const person of [ivan, anna]) {
    await begins(person);
    await person.says("Вопрос");
  }
  await answersIn(city, marat, "Ответ", await threadOf(city, ivan));
  const year = () => countThreads(database, spanOf("year", city.clock.now(), "Europe/Moscow"));
  const sums = async () => {
    const { tallies, waiting } = await year();
    const sum = (name: string) => tallies.reduce((all, row) => all + (row.name === name ? row.count : 0), 0);
    return [sum("opened"), sum("answered"), waiting];
  };
  const before = await sums();
  const housekeep = async (days: number) =>
    housekeeping(city.services, new Receipts(database)).run(new Date(city.clock.now().getTime() + days * 86_400_000));
  await housekeep(15);
  expect((await threadOf(city, ivan)).state).toBe("closed");
  await housekeep(91);
  expect(await database.thread.findMany({ select: { state: true } })).toEqual([{ state: "waiting" }]);
  expect(await sums()).toEqual(before);
});

it("out of hours it is said when somebody is back, and everything is clear closes it", async () => {
  city.clock.advance({ seconds: 4 * 3_600 });
  const ivan = await resident();
  await begins(ivan);
  ivan.sees("Сейчас никого нет — ответим в понедельник, 23 ноября, с 09:00.");
  await ivan.says("Вопрос");
  const thread = await threadOf(city, ivan);
  await answersIn(city, marat, "Ответ", thread);
  await ivan.taps(t("thread.button.settle"));
  ivan.sees(t("thread.settled"));
  expect((await threadOf(city, ivan)).state).toBe("closed");
});
