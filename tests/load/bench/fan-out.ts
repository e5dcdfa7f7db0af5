import { pause } from "../../../bot/announcements/announcement-store.ts";
import { everybody } from "../../../bot/announcements/audience/audience.ts";
import { countAudience } from "../../../bot/announcements/audience/audience-store.ts";
import { RateMeter } from "../../../bot/announcements/progress/progress.ts";
import { findProgress } from "../../../bot/announcements/progress/progress-store.ts";
import { fanOut } from "../../../bot/announcements/sending/fan-out-store.ts";
import { begin } from "../../../bot/announcements/sending/lifecycle-store.ts";
import { moveAnnouncementsOn } from "../../../bot/announcements/sending/runner.ts";
import { type Database, openDatabase } from "../../../bot/database/database.ts";
import { migrate } from "../../../bot/database/migrate.ts";
import { claim, findNextDue } from "../../../bot/delivery/sending/claim-store.ts";
import { createLog } from "../../../bot/log.ts";
import { systemClock } from "../../../bot/schedule/clock.ts";
import { byTelegram } from "../../delivery/post-office.ts";
import { administer } from "../../support/administer.ts";
import { createDatabase } from "../demo-database.ts";
import { deliveriesSql, peopleSql } from "../outbox.ts";
import { quantile } from "../quantile.ts";
import { type Benchmark, round } from "./benchmark.ts";

const cityZone = "Europe/Moscow";
const adminId = 1;
const log = createLog("silent", false);

/** Milliseconds that the middle one of so many calls takes. */
async function median(times: number, call: () => Promise<unknown>): Promise<number> {
  const waits: number[] = [];
  for (let n = 0; n < times; n += 1) {
    const asked = performance.now();
    await call();
    waits.push(performance.now() - asked);
  }
  return quantile(waits, 0.5);
}

const claimThirty = (database: Database) => () =>
  claim(database, { holder: "bench", lane: "bulk", most: 30, now: systemClock.now(), cityZone, ...byTelegram });

/** Begins an announcement to everybody and puts it into the outbox; returns its id and the growth of memory in MB. */
async function announce(database: Database): Promise<{ id: number; growth: number }> {
  const audience = JSON.stringify(everybody);
  await database.$executeRaw`INSERT INTO "Announcement" ("state", "audience", "createdAt")
    VALUES ('scheduled', ${audience}::jsonb, now())`;
  const id = await begin(database, systemClock.now(), cityZone);
  if (id === undefined) throw new Error("it is due");
  // What the code and its caches take is no growth.
  await fanOut(database, id, { cityZone, now: systemClock.now() });
  const before = process.memoryUsage().rss;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 100);
  let most = before;
  await moveAnnouncementsOn({ database, clock: systemClock, log, city: { timeZone: cityZone, language: "ru" } });
  clearInterval(watch);
  return { id, growth: (most - before) / 2 ** 20 };
}

/** An audience into the outbox, and what claims cost with it: while it runs, and while all of it is paused. */
export const announcementFanOut: Benchmark = {
  name: "fan-out",
  async run({ server, quick, say }) {
    const people = quick ? 100_000 : 1_000_000;
    say(`fan-out: an announcement to ${people}`);
    const url = await createDatabase(server.url);
    await migrate(url);
    await administer(
      url,
      `${peopleSql(people)}; INSERT INTO "Person" ("id", "language", "firstName", "firstSeenAt", "lastSeenAt")
         VALUES (${adminId}, 'ru', 'A', now(), now());
       INSERT INTO "StaffRole" ("personId", "role", "origin", "grantedAt") VALUES (${adminId}, 'admin', 'invitation', now()); ANALYZE`,
    );
    const database = openDatabase(url);
    const countMs = await median(1, () => countAudience(database, everybody, systemClock.now()));
    const started = performance.now();
    const { id, growth } = await announce(database);
    const seconds = (performance.now() - started) / 1_000;
    const claimMs = await median(50, claimThirty(database));
    const meter = new RateMeter();
    const accountMs = await median(20, () => findProgress(database, id, { now: systemClock.now(), meter }));
    await pause(database, { by: adminId, now: systemClock.now() }, id);
    await administer(url, deliveriesSql(3_000, "bulk"));
    const pausedMs = await median(50, claimThirty(database));
    const nextMs = await median(20, () => findNextDue(database, systemClock.now(), byTelegram.doors));
    await database.$disconnect();
    return [
      {
        what: `an announcement's audience of ${people} into the outbox`,
        measured: `${round(seconds, 1)} s; counted before in ${round(countMs)} ms; memory grew by ${round(growth)} MB`,
        aim: "≤ 20 s, < 50 MB",
        met: seconds <= 20 && growth < 50,
        figures: { seconds, countMs, growthMb: growth },
      },
      {
        what: `thirty claimed beside ${people} that wait`,
        measured: `${round(claimMs, 1)} ms from it, ${round(pausedMs, 1)} ms past it while it is paused; next due in ${round(nextMs, 1)} ms, its account in ${round(accountMs, 1)} ms`,
        aim: "≤ 10 ms each",
        met: Math.max(claimMs, pausedMs, nextMs, accountMs) <= 10,
        figures: { claimMs, pausedMs, nextMs, accountMs },
      },
    ];
  },
};
