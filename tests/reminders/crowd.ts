import type { Database } from "../../bot/database/database.ts";
import { replan } from "../../bot/reminders/planning-store.ts";
import { addressesSql } from "../support/addresses.ts";
import { eventRow, occurrenceRow } from "../support/factories/event.ts";
import { patience } from "../support/patience.ts";

export interface CrowdOptions {
  /** How many people; each has two reminders. */
  size: number;
  startsAt: Date;
  now: Date;
}

/** An event and many people in several zones and with several quiet hours who want to be reminded of it. */
export async function gather(database: Database, { size, startsAt, now }: CrowdOptions): Promise<number> {
  const { occurrences } = await database.event.create({
    data: eventRow(now, {
      texts: { create: { language: "ru", title: "Концерт" } },
      occurrences: { create: occurrenceRow(now, { startsAt }) },
    }),
    select: { occurrences: true },
  });
  const occurrenceId = occurrences[0]?.id ?? 0;
  await database.$executeRaw`
    INSERT INTO "Person" ("id", "language", "firstName", "firstSeenAt", "lastSeenAt", "timeZone", "quietFrom", "quietUntil")
    SELECT 1000000 + n, 'ru', 'Somebody', ${now}, ${now}, (ARRAY[NULL, NULL, NULL, 'Asia/Omsk', 'Europe/Berlin'])[1 + n % 5],
           CASE n % 7 WHEN 0 THEN NULL WHEN 1 THEN 1380 ELSE 1320 END, CASE n % 7 WHEN 0 THEN NULL ELSE 480 END
    FROM generate_series(1, ${size}) n`;
  await database.$executeRawUnsafe(addressesSql);
  await database.$executeRaw`
    INSERT INTO "Reminder" ("personId", "occurrenceId", "minutes", "createdAt")
    SELECT "id", ${occurrenceId}, unnest(ARRAY[1440, 60]), ${now}::timestamptz FROM "Person" WHERE "id" > 1000000`;
  await database.$transaction((tx) => replan(tx, { occurrenceIds: [occurrenceId] }, now), { timeout: patience });
  await database.$executeRaw`ANALYZE "Person", "Address", "Reminder", "Delivery"`;
  return occurrenceId;
}
