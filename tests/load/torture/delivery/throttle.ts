import { setTimeout as sleep } from "node:timers/promises";
import { administer } from "../../../support/administer.ts";
import { patience } from "../../../support/patience.ts";
import { startDispatcher } from "../../dispatcher-process.ts";
import { type DeliveryAccount, fill, openStage } from "./delivery-stage.ts";

/** Messages a second: so many that some are under way when Telegram asks for silence, and may still arrive. */
export const throttledRate = 50;

export interface Throttled extends DeliveryAccount {
  /**
   * Messages that arrived in the silence. More than were under way, which are as many as one instance sends at a time, were
   * sent into it: each of them a step towards a longer ban.
   */
  early: number;
  /** Milliseconds from the end of the silence to the next message. */
  resumes: number;
}

/**
 * Telegram answers one message with 429 while two instances stand ready and all lanes are full. `killsLeader`: whoever was
 * told dies two seconds later, so that the silence has to be known to the other one.
 */
export async function throttleDispatchers(
  serverUrl: string,
  { people, retryAfter, killsLeader }: { people: number; retryAfter: number; killsLeader: boolean },
): Promise<Throttled> {
  const stage = await openStage(serverUrl, people);
  const sent: number[] = [];
  let askedAt: number | undefined;
  stage.telegram.subscribe((change) => {
    if (change.kind !== "call" || change.call.method !== "sendMessage") return;
    if (change.call.outcome.kind === "error") askedAt ??= performance.now();
    else sent.push(performance.now());
  });
  const description = `Too Many Requests: retry after ${retryAfter}`;
  stage.telegram.fail({
    method: "sendMessage",
    when: () => sent.length >= people / 4,
    times: 1,
    with: { code: 429, description, retryAfter },
  });
  try {
    await fill(stage.url, people, "normal");
    await administer(stage.url, 'UPDATE "Delivery" SET "lane" = (enum_range(NULL::"Lane"))[1 + "id" % 3]');
    const leader = await startDispatcher(stage.url, { telegram: stage.telegram }, throttledRate);
    const follower = await startDispatcher(stage.url, { telegram: stage.telegram }, throttledRate);
    while (askedAt === undefined) await sleep(10);
    if (killsLeader) {
      await sleep(2_000);
      await leader.kill();
    }
    await stage.letterbox.hears(people, retryAfter * 1_000 + patience);
    const account = await stage.account();
    await Promise.all([follower.stop(), ...(killsLeader ? [] : [leader.stop()])]);
    const from = askedAt;
    const until = from + retryAfter * 1_000;
    const next = sent.find((at) => at >= until) ?? Number.POSITIVE_INFINITY;
    return { ...account, early: sent.filter((at) => at > from && at < until).length, resumes: next - until };
  } finally {
    await stage.close();
  }
}
