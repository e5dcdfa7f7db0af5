import { beforeAll, describe, expect, it } from "vitest";
import { createLog } from "../../bot/log.ts";
import { findCard } from "../../bot/programme/card/card-store.ts";
import { watchLink } from "../../bot/programme/card/watch-link.ts";
import { Readings } from "../../bot/reports/counting/card-views.ts";
import { watch } from "../../bot/web/watch.ts";
import { testDatabase } from "../support/database.ts";
import { evening } from "../support/evening.ts";
import { eventRow, occurrenceRow } from "../support/factories/event.ts";

const { database } = await testDatabase();
const { now, timeZone } = evening;
const log = createLog("silent", false);
const readings = new Readings({ database, log, city: { timeZone } });
const app = watch({ database, readings, log, clock: { now: () => now } });
const stream = "https://stream.example/hall?x=1";
let eventId = 0;
let occurrenceId = 0;

beforeAll(async () => {
  const made = await database.event.create({
    data: eventRow(now, {
      publishedAt: new Date(0),
      occurrences: { create: occurrenceRow(now, { startsAt: now, endsAt: new Date(now.getTime() + 3_600_000) }) },
      links: { create: { kind: "stream", url: stream, addedAt: now } },
    }),
    select: { id: true, occurrences: { select: { id: true } } },
  });
  eventId = made.id;
  occurrenceId = made.occurrences[0]?.id ?? 0;
});

const counted = async () => {
  await readings.write();
  return (await database.reading.findFirst({ where: { eventId } }))?.watched ?? 0;
};

describe("the way to a stream", () => {
  it("leads on to it and is counted, once a day for the same browser", async () => {
    const first = await app.request(`/watch/${eventId}`);
    expect([first.status, first.headers.get("location")]).toEqual([302, stream]);
    const cookie = first.headers.get("set-cookie") ?? "";
    expect(cookie).toContain(`Path=/watch/${eventId}`);
    const again = await app.request(`/watch/${eventId}`, { headers: { Cookie: cookie.split(";")[0] ?? "" } });
    expect([again.status, again.headers.get("set-cookie")]).toEqual([302, null]);
    await app.request(`/watch/${eventId}`, { method: "HEAD" });
    expect(await counted()).toBe(1);
    await app.request(`/watch/${eventId}`);
    expect(await counted()).toBe(2);
  });

  it("leads to nothing that residents do not see, and to no other address", async () => {
    for (const path of ["/watch/999999", "/watch/0", "/watch/1x", "/watch/https://evil.example", "/watch/99999999999"])
      expect((await app.request(path)).status).toBe(404);
    await database.event.update({ where: { id: eventId }, data: { withdrawnAt: now } });
    expect((await app.request(`/watch/${eventId}`)).status).toBe(404);
    await database.event.update({ where: { id: eventId }, data: { withdrawnAt: null } });
    expect(await counted()).toBe(2);
  });

  it("is behind the button where the bot has a public address, and the stream itself where it has none", async () => {
    const card = await findCard(database, occurrenceId, now);
    if (card === null) throw new Error("the event has a card");
    expect(watchLink(card, "https://ishek.example")).toBe(`https://ishek.example/watch/${eventId}`);
    // Messengers refuse a button that leads to this machine.
    for (const address of [undefined, "http://localhost:3000"]) expect(watchLink(card, address)).toBe(stream);
    expect(watchLink({ ...card, links: [] }, "https://ishek.example")).toBeUndefined();
  });
});
