import pg from "pg";
import { expect, it } from "vitest";
import { openDatabase } from "../../bot/database/database.ts";
import { migrate } from "../../bot/database/migrate.ts";
import type { Renderers } from "../../bot/delivery/renderers.ts";
import { systemClock } from "../../bot/schedule/clock.ts";
import { startServer } from "../load/server.ts";
import { testDatabase } from "../support/database.ts";
import { openTelegram } from "../support/telegram.ts";
import {
  fateOf,
  notes,
  openOffice,
  openStoppedOffice,
  post,
  resident,
  residents,
  textsOf,
  wireTo,
} from "./post-office.ts";

const { database } = await testDatabase();

it.each(["53300", "57P01", "25006", "57014", "40P01"])(
  "a delivery whose renderer PostgreSQL refuses with %s waits, and is sent when it no longer does",
  async (code) => {
    const { clock, telegram } = await openStoppedOffice(database);
    const ivan = await resident(database, telegram, "Иван");
    const key = await post(database, clock, ivan, "Урок");
    let refusals = 2;
    const refused: Renderers = {
      note: async (delivery, recipient) => {
        refusals -= 1;
        if (refusals >= 0)
          await database.$executeRawUnsafe(`DO $$ BEGIN RAISE EXCEPTION 'слова' USING ERRCODE = '${code}'; END $$`);
        return notes["note"]?.(delivery, recipient) ?? { kind: "nothing", reason: "" };
      },
    };
    const office = openOffice({ database, clock, messenger: wireTo(telegram), renderers: refused });
    for (let drains = 0; drains < 3; drains += 1) {
      // Away it throws, as it does when the lease cannot be asked for: the loop around it comes again.
      await office.drain().catch(() => {});
      expect((await fateOf(database, key)).state).not.toBe("failed");
      clock.advance({ seconds: 30 });
    }
    await office.drain();
    expect(textsOf(ivan)).toEqual(["Урок"]);
  },
);

it("no reminder is lost while other programs take every connection but a few", async () => {
  const server = await startServer({ max_connections: "20", superuser_reserved_connections: "0", fsync: "off" });
  await migrate(server.url);
  const own = openDatabase(server.url, { connections: 8 });
  const telegram = await openTelegram({ clock: systemClock, limits: "lifted" });
  const people = await residents(own, telegram, 40);
  const hogs: pg.Client[] = [];
  try {
    await own.$disconnect();
    const crowded = openDatabase(server.url, { connections: 8 });
    const keys: string[] = [];
    for (const person of people) keys.push(await post(crowded, systemClock, person, "Скоро"));
    await crowded.$disconnect();
    const looking: Renderers = {
      note: async (delivery, recipient) => {
        await Promise.all([office.$queryRaw`SELECT pg_sleep(0.01)::text`, office.$queryRaw`SELECT 1`]);
        return notes["note"]?.(delivery, recipient) ?? { kind: "nothing", reason: "" };
      },
    };
    const office = openDatabase(server.url, { connections: 8 });
    for (let left = 18; left > 0; left -= 1) {
      const hog = new pg.Client(server.url);
      hog.on("error", () => {});
      await hog.connect();
      hogs.push(hog);
    }
    const dispatcher = openOffice({ database: office, messenger: wireTo(telegram), renderers: looking });
    dispatcher.start();
    const states = async (client: pg.Client) =>
      (await client.query(`SELECT "state"::text, count(*)::int FROM "Delivery" GROUP BY 1`)).rows;
    const [watcher] = hogs;
    if (watcher === undefined) throw new Error("somebody has to look on");
    for (let looks = 0; looks < 20; looks += 1) {
      await watcher.query("SELECT pg_sleep(0.1)");
      expect((await states(watcher)).map(({ state }) => state)).not.toContain("failed");
    }
    await Promise.all(hogs.slice(1).map((hog) => hog.end()));
    await expect.poll(() => states(watcher), { timeout: 60_000 }).toEqual([{ state: "sent", count: keys.length }]);
    await dispatcher.stop();
    await office.$disconnect();
    await watcher.end();
  } finally {
    await server.stop();
  }
});
