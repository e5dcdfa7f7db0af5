import { moveAnnouncementsOn } from "../../../../bot/announcements/sending/runner.ts";
import { offersJob } from "../../../../bot/classes/enrolments/offers/offers-job.ts";
import { lessonsJob } from "../../../../bot/classes/lessons/messages/lessons-job.ts";
import type { Services } from "../../../../bot/context.ts";
import { openDatabase } from "../../../../bot/database/database.ts";
import { Dispatcher } from "../../../../bot/delivery/dispatcher.ts";
import { digestJob } from "../../../../bot/digests/digest-job.ts";
import { RunningImports } from "../../../../bot/feeds/preview/running.ts";
import { createLog } from "../../../../bot/log.ts";
import { allRenderers } from "../../../../bot/renderers.ts";
import type { Person } from "../../../../playground/people/person.ts";
import { startTelegram } from "../../../../playground/telegram.ts";
import { resident, unlimited, wireTo } from "../../../delivery/post-office.ts";
import { idOf } from "../../../support/addresses.ts";
import { administer } from "../../../support/administer.ts";
import { stoppedClock } from "../../../support/telegram.ts";
import { words } from "../../../support/words.ts";
import { createMigrated } from "../../demo-database.ts";
import { cases, zone } from "./outage-cases.ts";

/** What one person found, as the cases say what they must find. */
export interface Fate {
  outbox: readonly string[];
  messages: number;
}

export interface Survived {
  /** In the order of the cases. */
  fates: Fate[];
  /** Recipients of an announcement within hours that passed twice meanwhile: who got it before they come again, and after. */
  announced: { early: number; inTime: number; people: number };
  /** Rows that are due and were dealt with by nobody. */
  overdue: number;
}

const off = new Date("2026-11-20T17:30:00+03:00");
const quarter = 900;

/** Lets the program be off for 26 hours, by a clock that is wound, and says what everybody found then. */
export async function surviveOutage(serverUrl: string): Promise<Survived> {
  const url = await createMigrated(serverUrl);
  const database = openDatabase(url);
  const clock = stoppedClock(off.toISOString());
  const telegram = await startTelegram({ clock, limits: "lifted" });
  const services: Services = {
    database,
    clock,
    words,
    log: createLog("silent", false),
    city: { timeZone: zone, language: "ru" },
    publicUrl: undefined,
    botUsername: telegram.bot.username,
    imports: new RunningImports(),
  };
  const jobs = [offersJob, lessonsJob, digestJob].map((job) => job(services));
  const runJobs = async () => {
    for (const job of jobs) await job.run(clock.now());
  };
  /** Each time as a program that was just started. */
  const send = async () => {
    await moveAnnouncementsOn(services);
    const dispatcher = new Dispatcher({
      ...services,
      timeZone: zone,
      exits: { telegram: { messenger: wireTo(telegram), pace: unlimited() } },
      renderers: allRenderers(services),
      parallelism: 4,
      ticks: () => clock.now().getTime(),
      onSettled: () => {},
    });
    await dispatcher.drain();
    await dispatcher.stop();
    await administer(url, `UPDATE "Lease" SET "until" = now() - interval '1 s'`);
  };

  try {
    const people: Person[] = [];
    for (const { name, prepare } of cases) {
      const person = await resident(database, telegram, name.slice(0, 60));
      people.push(person);
      await prepare(database, await idOf(database, person), clock.now());
    }
    await runJobs();
    await administer(url, announcementSql);

    clock.advance({ seconds: 26 * 3_600 });
    for (let look = 0; look < 2; look += 1) {
      await send();
      clock.advance({ seconds: quarter });
      await runJobs();
    }
    await send();
    const [count] = await database.$queryRaw<{ overdue: number }[]>`
      SELECT count(*)::int AS "overdue" FROM "Delivery" WHERE "state" = 'claimed' OR ("state" = 'pending' AND "dueAt" <= ${clock.now()})`;
    const isSaid = (text: string) => text.includes(announced);
    const fates = await Promise.all(
      people.map(async (person): Promise<Fate> => {
        const rows = await database.delivery.findMany({
          where: { personId: await idOf(database, person), announcementId: null },
        });
        const outbox = rows.map(({ kind, state }) => `${kind} ${state}`).sort();
        return { outbox, messages: person.chat.filter(({ text }) => !isSaid(text)).length };
      }),
    );
    const countSaid = () => people.flatMap(({ chat }) => chat.filter(({ text }) => isSaid(text))).length;
    const early = countSaid();
    // Until its hours begin again.
    clock.advance({ seconds: 14 * 3_600 });
    await send();
    return { fates, announced: { early, inTime: countSaid(), people: people.length }, overdue: count?.overdue ?? 0 };
  } finally {
    await telegram.close();
    await database.$disconnect();
  }
}

const announced = "Для всех";

/** To everybody, from an hour after the end of work on, between ten and six. */
const announcementSql = `
  WITH made AS (
    INSERT INTO "Announcement" ("state", "audience", "startAt", "windowFrom", "windowUntil", "createdAt")
    VALUES ('scheduled', '{"kind":"people","only":[{"kind":"languages","languages":["ru"]}],"except":[]}',
            '2026-11-20 18:30+03', 600, 1080, '2026-11-20 17:30+03') RETURNING "id"
  )
  INSERT INTO "AnnouncementText" ("announcementId", "language", "content")
  SELECT "id", 'ru', '{"kind":"text","text":"${announced}","entities":[]}' FROM made`;
