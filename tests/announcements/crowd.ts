import { expect } from "vitest";
import type { AnnouncementDraft } from "../../bot/announcements/announcement.ts";
import { confirm } from "../../bot/announcements/announcement-store.ts";
import { everybody } from "../../bot/announcements/audience/audience.ts";
import { createDraft } from "../../bot/announcements/draft/draft-store.ts";
import { type Outcomes, RateMeter } from "../../bot/announcements/progress/progress.ts";
import { findProgress } from "../../bot/announcements/progress/progress-store.ts";
import { renderers } from "../../bot/announcements/renderers.ts";
import { moveAnnouncementsOn } from "../../bot/announcements/sending/runner.ts";
import type { Database } from "../../bot/database/database.ts";
import type { Content } from "../../bot/delivery/content.ts";
import { createLog } from "../../bot/log.ts";
import type { Acted } from "../../bot/staff/act-store.ts";
import { openOffice, resident, wireTo } from "../delivery/post-office.ts";
import { personRow, roleRow } from "../support/factories/person.ts";
import { openTelegram, stoppedClock } from "../support/telegram.ts";
import { words } from "../support/words.ts";

export const moscow = "Europe/Moscow";
export { words } from "../support/words.ts";

const log = createLog("silent", false);

export const text = (said: string): Content => ({ kind: "text", text: said, entities: [] });

export const draftOf = (changes: Partial<AnnouncementDraft> = {}): AnnouncementDraft => ({
  audience: everybody,
  texts: { ru: text("Всем"), tt: text("Барыгызга"), en: text("To all") },
  buttons: [],
  startAt: null,
  hours: null,
  isWeekly: false,
  repeatUntil: null,
  ...changes,
});

/** What an act came to; the test fails if it was forbidden. */
export function done<T>(acted: Acted<T>): T {
  if (acted.kind !== "done") throw new Error("forbidden");
  return acted.value;
}

const longAgo = new Date(0);

/** Makes somebody staff. */
export async function admin(database: Database, id: number, role: "admin" | "editor" = "admin"): Promise<number> {
  await database.person.upsert({
    where: { id: BigInt(id) },
    create: personRow(longAgo, { id: BigInt(id), firstName: `A${id}`, blockedAt: longAgo }),
    update: {},
  });
  await database.staffRole.create({ data: roleRow(longAgo, { personId: BigInt(id), role }) });
  return id;
}

/** An empty city with so many people, staff who blocked the bot (so that only people count), and hands to work it. */
export async function openHall(database: Database, people = 0) {
  await database.$executeRaw`TRUNCATE "Person", "Delivery", "Lease", "Announcement", "AuditEntry" CASCADE`;
  const clock = stoppedClock();
  const telegram = await openTelegram({ clock, limits: "lifted", mayBreakRules: true });
  const crowd = [];
  for (let n = 0; n < people; n += 1) crowd.push(await resident(database, telegram, `Житель ${n}`));
  const boss = await admin(database, 1);
  const other = await admin(database, 2);
  const office = openOffice({
    database,
    clock,
    messenger: wireTo(telegram),
    ticks: () => clock.now().getTime(),
    renderers: renderers({ database, words }),
  });
  const actor = (by = boss) => ({ by, now: clock.now() });
  const services = { database, clock, log, city: { timeZone: moscow, language: "ru" as const } };
  return {
    clock,
    telegram,
    crowd,
    boss,
    other,
    actor,
    /** Moves announcements on once. */
    move: () => moveAnnouncementsOn(services),
    /** Sends what may be sent, then moves on. */
    async deliver() {
      await moveAnnouncementsOn(services);
      await office.drain();
      await moveAnnouncementsOn(services);
    },
    /** Writes and confirms an announcement; it waits for the runner then. */
    async announce(changes: Partial<AnnouncementDraft> = {}): Promise<number> {
      const id = done(await createDraft(database, actor(), draftOf(changes)));
      const confirmed = done(await confirm(database, actor(), { id, count: people }));
      expect(confirmed).toMatchObject({ kind: "moved" });
      return id;
    },
    async outcomes(id: number): Promise<Outcomes | null> {
      const progress = await findProgress(database, id, { now: clock.now(), meter: new RateMeter() });
      if (progress === null) return null;
      const { sent, blocked, failed, uncertain, expired, cancelled, pending } = progress;
      return { sent, blocked, failed, uncertain, expired, cancelled, pending };
    },
    state: async (id: number) => (await database.announcement.findUniqueOrThrow({ where: { id } })).state,
  };
}

export const nothing = { sent: 0, blocked: 0, failed: 0, uncertain: 0, expired: 0, cancelled: 0, pending: 0 };
