import { setTimeout as sleep } from "node:timers/promises";
import { administer } from "../../../support/administer.ts";

/** Milliseconds without progress after which the announcement will not come to its end any more. */
const patience = 60_000;

interface Outcomes {
  state: string;
  enqueued: number;
  sent: number;
  blocked: number;
  failed: number;
  uncertain: number;
  expired: number;
  cancelled: number;
}

/**
 * Waits for the one announcement to be through and compares its account with the rows and with what people got, by their
 * ids. Returns sentences about what does not add up.
 */
export async function judgeAnnouncement(url: string, got: ReadonlyMap<number, number>): Promise<string[]> {
  const outcomes = await outcomesAtTheEnd(url);
  const { state, enqueued, sent, uncertain, blocked, failed, expired, cancelled } = outcomes;
  const { rows } = await administer(
    url,
    'SELECT "personId"::text AS "id", "state"::text FROM "Delivery" WHERE "announcementId" IS NOT NULL',
  );
  const states = rows as { id: string; state: string }[];
  const times = ({ id }: { id: string }) => got.get(Number(id)) ?? 0;
  const count = (matches: (row: { id: string; state: string }) => boolean) => states.filter(matches).length;
  const facts: [wrong: number, what: string][] = [
    [state === "done" ? 0 : 1, `announcement is ${state}`],
    [enqueued - states.length, "more enqueued than there are rows"],
    [enqueued - sent - blocked - failed - uncertain - expired - cancelled, "recipients that the account does not know"],
    [sent - count((row) => row.state === "sent"), "more sent in the account than in the rows"],
    [count((row) => row.state === "sent" && times(row) === 0), "sent and not got"],
    [count((row) => times(row) > 1), "people who got it more than once"],
    [count((row) => row.state !== "sent" && row.state !== "uncertain" && times(row) > 0), "got and not sent"],
  ];
  return facts.flatMap(([wrong, what]) => (wrong === 0 ? [] : [`${wrong} ${what}`]));
}

async function outcomesAtTheEnd(url: string): Promise<Outcomes> {
  let known = 0;
  for (let end = performance.now() + patience; ; await sleep(500)) {
    const { rows } = await administer(url, 'SELECT *, "state"::text AS "state" FROM "Announcement"');
    const [outcomes] = rows as Outcomes[];
    if (outcomes === undefined) throw new Error("there is an announcement");
    if (outcomes.sent > known) end = performance.now() + patience;
    known = outcomes.sent;
    if (outcomes.state === "done" || performance.now() > end) return outcomes;
  }
}
