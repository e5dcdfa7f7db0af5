import { systemClock } from "../../../../bot/schedule/clock.ts";
import type { MaxFaultOrder } from "../../../../playground/max/api/max-faults.ts";
import { type Max, startMax } from "../../../../playground/max/max.ts";
import { administer } from "../../../support/administer.ts";
import { createMigrated } from "../../demo-database.ts";
import { startDispatcher } from "../../dispatcher-process.ts";
import { MaxLetterbox, maxPeopleSql } from "../../max-outbox.ts";
import { deliveriesSql, wakeSql } from "../../outbox.ts";
import { accountOf, type DeliveryAccount, type Lane } from "./delivery-stage.ts";

/** What MAX does wrong, to six messages among the others. */
export const maxFaults: readonly { name: string; with: MaxFaultOrder["with"] }[] = [
  { name: "answers 500", with: { status: 500, code: "internal.error" } },
  { name: "answers with the page of a proxy", with: "502 html" },
  { name: "refuses with 429, and does not say for how long", with: { status: 429, code: "too.many.requests" } },
  { name: "breaks the connection before accepting", with: "drop before accepting" },
  { name: "breaks the connection after accepting", with: "drop after accepting" },
  { name: "hangs", with: "hang" },
];

/** MAX does the same wrong six times, and then nothing any more. */
export async function troubleMax(
  serverUrl: string,
  fault: MaxFaultOrder["with"],
  { lane, people }: { lane: Lane; people: number },
): Promise<DeliveryAccount> {
  const url = await createMigrated(serverUrl);
  await administer(url, maxPeopleSql(people));
  const max = await startMax({ clock: systemClock, limits: "lifted" });
  try {
    const letterbox = new MaxLetterbox(max, people);
    max.fail({ name: "POST /messages", times: 6, with: fault });
    await administer(url, `${deliveriesSql(people, lane)}; ${wakeSql}`);
    const dispatcher = await startDispatcher(url, { max }, 100);
    const account = await accountOf(url, people, letterbox.arrivals);
    await dispatcher.stop();
    return account;
  } finally {
    await max.close();
  }
}

/** Control: a client that says again what was not answered. How many got it twice when the connection breaks after accepting. */
export async function repeatBlindly(people: number): Promise<number> {
  const max = await startMax({ clock: systemClock, limits: "lifted" });
  try {
    const letterbox = new MaxLetterbox(max, people);
    max.fail({ name: "POST /messages", times: 6, with: "drop after accepting" });
    for (const { user } of max.people) await sayUntilAnswered(max, user.id);
    return [...letterbox.arrivals.values()].filter(({ length }) => length > 1).length;
  } finally {
    await max.close();
  }
}

async function sayUntilAnswered(max: Max, id: number): Promise<void> {
  const headers = { authorization: max.token, "content-type": "application/json" };
  const body = JSON.stringify({ text: "note" });
  for (let isAnswered = false; !isAnswered; ) {
    isAnswered = await fetch(`${max.apiRoot}/messages?user_id=${id}`, { method: "POST", headers, body }).then(
      ({ ok }) => ok,
      () => false,
    );
  }
}
