import type { Queries } from "../../database/database.ts";
import { enqueue } from "../../delivery/outbox-store.ts";
import { noticeTo } from "../enrolments/notice.ts";

/** Milliseconds for which it is worth telling. */
const keptFor = 7 * 86_400_000;

/** Tells everybody in a group that it meets elsewhere from now on; the message looks where when it goes out. */
export async function tellPlace(queries: Queries, groupId: number, now: Date): Promise<void> {
  const enrolments = await queries.enrolment.findMany({
    where: { groupId, state: "enrolled", person: { addresses: { some: {} } } },
    select: {
      personId: true,
      group: { select: { timeZone: true } },
      person: { select: { timeZone: true, quietFrom: true, quietUntil: true } },
    },
  });
  await enqueue(
    queries,
    enrolments.map(({ personId, group, person }) =>
      noticeTo({ personId, ...person, zone: person.timeZone ?? group.timeZone }, now, {
        kind: "group-place",
        payload: { groupId },
        lane: "normal",
        expiresAt: new Date(now.getTime() + keptFor),
        dedupeKey: `group-place:${groupId}:${personId}:${now.getTime()}`,
      }),
    ),
  );
}
