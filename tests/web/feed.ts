import type { Services } from "../../bot/context.ts";
import { RunningImports } from "../../bot/feeds/preview/running.ts";
import { createLog } from "../../bot/log.ts";
import type { EventDraft, OccurrenceDraft } from "../../bot/programme/event.ts";
import { saveEvent } from "../../bot/programme/save-store.ts";
import { findCalendarToken } from "../../bot/reminders/personal-calendar-store.ts";
import { calendarFeed } from "../../bot/web/calendar-feed.ts";
import { testDatabase } from "../support/database.ts";
import { personRow } from "../support/factories/person.ts";
import { stoppedClock } from "../support/telegram.ts";
import { words } from "../support/words.ts";

export function date(startsAt: string): OccurrenceDraft {
  const start = new Date(startsAt);
  return { startsAt: start, endsAt: new Date(start.getTime() + 2 * 3_600_000) };
}

/** The feed on an empty city of its own, on a Friday at three in the afternoon, and ways to fill it. */
export async function openFeed() {
  const { database } = await testDatabase();
  const clock = stoppedClock("2026-11-20T12:00:00Z");
  const services: Services = {
    database,
    words,
    clock,
    log: createLog("silent", false),
    city: { timeZone: "Europe/Moscow", language: "ru" },
    publicUrl: undefined,
    botUsername: "ishek_bot",
    imports: new RunningImports(),
  };
  const feed = calendarFeed(services, "ishek_bot");
  let people = 0;

  return {
    database,
    clock,
    services,
    get: (token: string, headers: Record<string, string> = {}) => feed.request(`/calendar/${token}.ics`, { headers }),

    async somebody(language: "ru" | "tt" | "en" = "ru"): Promise<{ id: number; token: string }> {
      people += 1;
      await database.person.create({ data: personRow(clock.now(), { id: BigInt(people), language }) });
      return { id: people, token: (await findCalendarToken(database, people)) ?? "" };
    },

    /** Saves an event with one date, of which a person is reminded twice, and returns the date's id. */
    async remind(personId: number, wish: Partial<EventDraft> & { timeZone?: string }): Promise<number> {
      const { timeZone = "Europe/Moscow", ...draft } = wish;
      const recordId = `${personId}-${await database.event.count()}`;
      const { eventId } = await saveEvent(
        database,
        {
          section: "music",
          attendanceMode: "on_site",
          isFree: true,
          texts: { ru: { title: "Концерт" } },
          occurrences: [date("2026-11-21T16:00:00Z")],
          ...draft,
        },
        { source: "test", recordId, fingerprint: recordId },
        { now: clock.now(), timeZone },
      );
      const { id } = await database.occurrence.findFirstOrThrow({ where: { eventId } });
      await database.reminder.createMany({
        data: [60, 15].map((minutes) => ({
          personId: BigInt(personId),
          occurrenceId: id,
          minutes,
          createdAt: clock.now(),
        })),
      });
      return id;
    },
  };
}
