import { describe, expect, it } from "vitest";
import { pause, resume } from "../../bot/announcements/announcement-store.ts";
import { fanOut } from "../../bot/announcements/sending/fan-out-store.ts";
import { claim } from "../../bot/delivery/sending/claim-store.ts";
import { isReachable } from "../../bot/people/address.sql.ts";
import { Prisma } from "../../prisma/client/client.ts";
import { byTelegram } from "../delivery/post-office.ts";
import { addressesSql } from "../support/addresses.ts";
import { testDatabase } from "../support/database.ts";
import { announcementRow } from "../support/factories/announcement.ts";
import { moscow, nothing, openHall } from "./crowd.ts";

const { database } = await testDatabase();

/** A city of so many people whom Telegram does not know, and an announcement that is about to be filled. */
async function begun(people: number) {
  const hall = await openHall(database, 1);
  await database.$executeRaw`
    INSERT INTO "Person" ("id", "language", "firstName", "firstSeenAt", "lastSeenAt", "timeZone")
    SELECT 900000000 + i, 'ru', 'P', '2020-01-01', '2020-01-01', CASE i % 2 WHEN 0 THEN 'Asia/Vladivostok' END
    FROM generate_series(1, ${people - 1}::int) i`;
  await database.$executeRawUnsafe(addressesSql);
  const now = hall.clock.now();
  const id = await database.announcement.create({
    data: announcementRow(now, { state: "preparing", cutoffAt: now, audienceSize: people }),
  });
  const fill = (size: number, end: "below" | "above") => fanOut(database, id.id, { cityZone: moscow, now, end, size });
  return { ...hall, id: id.id, fill };
}

const people = () => database.delivery.findMany({ select: { personId: true } });

describe("an audience gets into the outbox", () => {
  it.each([4, 10, 33, 100])("each once from both ends at the same time, %i a batch", async (size) => {
    const { id, fill, state, outcomes } = await begun(100);
    const work = async (end: "below" | "above") => {
      while ((await fill(size, end)).kind === "more");
    };
    await Promise.all([work("below"), work("above"), work("below")]);
    const ids = (await people()).map(({ personId }) => personId);
    expect([ids.length, new Set(ids).size]).toEqual([100, 100]);
    expect(await state(id)).toBe("running");
    expect(await outcomes(id)).toEqual({ ...nothing, pending: 100 });
    expect(await fill(size, "below")).toEqual({ kind: "not now" });
  });

  it("only while it is to go on, and from where it stopped", async () => {
    const { actor, id, fill } = await begun(20);
    expect(await fill(5, "below")).toEqual({ kind: "more", enqueued: 5 });
    await pause(database, actor(), id);
    expect(await fill(5, "below")).toEqual({ kind: "not now" });
    expect(await people()).toHaveLength(5);
    await resume(database, actor(), id);
    expect(await fill(25, "above")).toEqual({ kind: "filled", enqueued: 15 });
    expect(await people()).toHaveLength(20);
  });

  it("of nobody, too", async () => {
    const { id, fill, state, move, clock } = await begun(1);
    await database.address.updateMany({ data: { unreachable: "blocked", unreachableAt: clock.now() } });
    expect(await fill(5, "below")).toEqual({ kind: "filled", enqueued: 0 });
    await move();
    expect(await state(id)).toBe("done");
  });
});

it("several that run get their turns alike, whoever was first, and so do others of their lane", async () => {
  const { clock, announce, move } = await openHall(database, 6);
  const first = await announce();
  await move();
  clock.advance({ seconds: 60 });
  const second = await announce();
  await move();
  await database.$executeRaw`
    INSERT INTO "Delivery" ("personId", "kind", "payload", "lane", "dedupeKey", "dueAt", "expiresAt")
    SELECT "id", 'digest', '{}', 'bulk', 'digest:' || "id", ${clock.now()}, ${clock.now()}::timestamptz + interval '1 hour'
    FROM "Person" p WHERE ${isReachable(Prisma.sql`p."id"`)}`;
  const which = { holder: "a", lane: "bulk", most: 6, now: clock.now(), cityZone: moscow } as const;
  const claimed = await claim(database, { ...which, ...byTelegram });
  const count = (id: number | null) => claimed.filter(({ announcementId }) => announcementId === id).length;
  expect([count(first), count(second), count(null)]).toEqual([2, 2, 2]);
});
