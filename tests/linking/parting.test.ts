import { expect, it } from "vitest";
import { exportPerson } from "../../bot/privacy/export-store.ts";
import { announce, opensCard } from "../flows/drive.ts";
import { idOf } from "../support/addresses.ts";
import { openBothDoors } from "../support/both-doors.ts";
import { words } from "../support/city.ts";
import { findTraces } from "../support/traces.ts";
import { follows, link, maxIdOf, somebody } from "./people.ts";

const city = openBothDoors();
const t = words.for("ru");

/** A concert of tomorrow evening, of which somebody wants to be reminded. */
async function isReminded(): Promise<{ startsAt: Date; occurrenceId: number }> {
  const startsAt = new Date(city.clock.now().getTime() + 26 * 3_600_000);
  const endsAt = new Date(startsAt.getTime() + 3_600_000);
  const { occurrenceIds } = await announce(city, { attendanceMode: "on_site", occurrences: [{ startsAt, endsAt }] });
  return { startsAt, occurrenceId: occurrenceIds[0] ?? 0 };
}

it("reminders go where they are wanted, and to the other messenger when that one is closed", async () => {
  const { here, there } = await somebody(city);
  await link(city, here, there);
  const { occurrenceId, startsAt } = await isReminded();
  await opensCard(here, occurrenceId);
  await here.taps(t("remind.button"));
  await here.says("/settings");
  await here.taps(t("link.button"));
  here.sees(t("link.written", { to: t("door.to.telegram") }));
  await here.taps("MAX");
  here.sees(t("link.chosen", { to: t("door.to.max") }));
  here.sees(t("link.spare", { to: t("door.to.telegram") }));
  const reminders = () => [here, there].map(({ chat }) => chat.filter(({ text }) => text.includes("Пробный")).length);
  const before = reminders();
  city.clock.advance({ seconds: (startsAt.getTime() - city.clock.now().getTime()) / 1_000 - 24 * 3_600 });
  await city.deliver();
  expect(reminders().map((count, index) => count - (before[index] ?? 0))).toEqual([0, 1]);

  await there.stops();
  city.clock.advance({ seconds: 23 * 3_600 });
  await city.deliver();
  expect(reminders().map((count, index) => count - (before[index] ?? 0))).toEqual([1, 1]);
  await here.says("/settings");
  await here.taps(t("link.button"));
  here.sees("В MAX писать вам сейчас нельзя");
});

it("who parts keeps everything where they part, and the other account begins anew with the same settings", async () => {
  const { database } = city.services;
  const { here, there } = await somebody(city);
  await link(city, here, there);
  const id = await idOf(database, here);
  const { occurrenceId } = await isReminded();
  await follows(city, there, `o_${occurrenceId.toString(36)}`);
  await there.taps(t("remind.button"));
  await there.says("джаз на крыше");
  await database.person.update({
    where: { id: BigInt(id) },
    data: { timeZone: "Asia/Omsk", quietFrom: 0, quietUntil: 60 },
  });

  await here.says("/settings");
  await here.taps(t("link.button"));
  await here.taps(t("link.part.button"));
  here.sees(t("link.part.stays", { list: t("link.count.reminders", { count: 1 }) }));
  await here.taps(t("link.part.yes"));
  here.sees(t("link.part.done"));
  await city.deliver();
  there.sees(t("link.part.there"));
  const otherId = await maxIdOf(city, there);
  expect(otherId).not.toBe(id);
  expect(await database.person.findUnique({ where: { id: BigInt(otherId) } })).toMatchObject({
    ...{ timeZone: "Asia/Omsk", quietFrom: 0, quietUntil: 60 },
  });
  const reminders = await database.reminder.findMany({ where: { occurrenceId } });
  expect(new Set(reminders.map(({ personId }) => personId))).toEqual(new Set([BigInt(id)]));
  // The search stands in the other chat, where its buttons go on to work.
  expect(await database.searchQuery.findMany({ where: { text: "джаз на крыше" } })).toMatchObject([
    { personId: BigInt(otherId) },
  ]);
  const preferred = await database.address.findMany({ where: { personId: { in: [BigInt(id), BigInt(otherId)] } } });
  expect(preferred.map(({ isPreferred }) => isPreferred)).toEqual([true, true]);
  // Pressed again, there is nothing to part.
  await here.taps(t("link.make", { door: "MAX" }));
  here.sees(t("link.follow.open", { door: "MAX" }));

  // Erasing the one leaves the other, and no trace of the one in what went along.
  await here.says("/privacy");
  await here.taps(t("button.erase"));
  await here.says(t("privacy.word"));
  expect(await findTraces(database, String(id), String(here.user.id))).toEqual([]);
  await there.says("/settings");
  there.sees(t("settings.title"));
});

it("an announcement that was got in the chat that goes can still be corrected there", async () => {
  const { database } = city.services;
  const { here, there } = await somebody(city);
  await link(city, here, there);
  const id = await idOf(database, here);
  const at = {
    kind: "announcement",
    payload: {},
    lane: "bulk",
    dueAt: city.clock.now(),
    expiresAt: city.clock.now(),
  } as const;
  const sent = { personId: BigInt(id), state: "sent", door: "max", messageId: "mid.1", ...at } as const;
  const address = await database.address.findFirstOrThrow({ where: { personId: BigInt(id), door: "max" } });
  await database.delivery.create({
    data: { ...sent, chatId: address.chatId, announcementId: 5, dedupeKey: `announcement:5:${id}` },
  });
  await here.says("/settings");
  await here.taps(t("link.button"));
  await here.taps(t("link.part.button"));
  await here.taps(t("link.part.yes"));
  const otherId = await maxIdOf(city, there);
  expect(await database.delivery.findMany({ where: { announcementId: 5 } })).toMatchObject([
    { personId: BigInt(otherId), dedupeKey: `announcement:5:${otherId}` },
  ]);
});

it("there is one export of both accounts, and erasing at either erases both", async () => {
  const { database } = city.services;
  const { here, there } = await somebody(city);
  await link(city, here, there);
  const id = await idOf(database, here);
  await there.says("орган в соборе");
  await here.says("скрипка");
  const kept = await exportPerson(database, id);
  for (const part of ["орган в соборе", "скрипка", String(here.user.id), String(there.user.id)])
    expect(kept).toContain(part);
  await there.says("/privacy");
  await there.taps(t("button.erase"));
  await there.says(t("privacy.word"));
  there.sees(t("privacy.erased"));
  expect(await findTraces(database, String(id), String(here.user.id), "орган в соборе", "скрипка")).toEqual([]);
  await here.says("/start");
  expect(await idOf(database, here)).not.toBe(id);
});
