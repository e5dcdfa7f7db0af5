import pg from "pg";
import { expect, it, onTestFinished } from "vitest";
import { openDatabase } from "../../bot/database/database.ts";
import type { Renderers } from "../../bot/delivery/renderers.ts";
import { systemClock } from "../../bot/schedule/clock.ts";
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
const crowded = await testDatabase();

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
  const { database } = crowded;
  const few = await asCrowdedRole(20);
  const telegram = await openTelegram({ clock: systemClock, limits: "lifted" });
  const keys: string[] = [];
  for (const person of await residents(database, telegram, 40))
    keys.push(await post(database, systemClock, person, "Скоро"));
  const office = openDatabase(few, { connections: 8 });
  const looking: Renderers = {
    note: async (delivery, recipient) => {
      await Promise.all([office.$queryRaw`SELECT pg_sleep(0.01)::text`, office.$queryRaw`SELECT 1`]);
      return notes["note"]?.(delivery, recipient) ?? { kind: "nothing", reason: "" };
    },
  };
  const hogs: pg.Client[] = [];
  for (let left = 18; left > 0; left -= 1) {
    const hog = new pg.Client(few);
    hog.on("error", () => {});
    await hog.connect();
    hogs.push(hog);
  }
  const dispatcher = openOffice({ database: office, messenger: wireTo(telegram), renderers: looking });
  dispatcher.start();
  const states = () =>
    database.$queryRaw<{ state: string; count: number }[]>`
      SELECT "state"::text AS "state", count(*)::int AS "count" FROM "Delivery"
      WHERE "dedupeKey" = ANY (${keys}) GROUP BY 1`;
  for (let looks = 0; looks < 20; looks += 1) {
    await database.$queryRaw`SELECT pg_sleep(0.1)::text`;
    expect((await states()).map(({ state }) => state)).not.toContain("failed");
  }
  await Promise.all(hogs.map((hog) => hog.end()));
  await expect.poll(states).toEqual([{ state: "sent", count: keys.length }]);
  await dispatcher.stop();
  await office.$disconnect();
});

/** The address of the test's database for a role that gets so many connections and no more. */
async function asCrowdedRole(connections: number): Promise<string> {
  const { database, url } = crowded;
  const name = `crowded_${new URL(url).pathname.slice(-12)}`;
  await database.$executeRawUnsafe(`CREATE ROLE "${name}" LOGIN PASSWORD '${name}' CONNECTION LIMIT ${connections}`);
  for (const kind of ["TABLES", "SEQUENCES"])
    await database.$executeRawUnsafe(`GRANT ALL ON ALL ${kind} IN SCHEMA public TO "${name}"`);
  onTestFinished(async () => {
    await database.$executeRawUnsafe(`DROP OWNED BY "${name}"`);
    await database.$executeRawUnsafe(`DROP ROLE "${name}"`);
  });
  return Object.assign(new URL(url), { username: name, password: name }).href;
}
