import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import type { Logger } from "../../../log.ts";
import type { MaxClient } from "../client/max-client.ts";
import { refusalOf } from "../client/refusal.ts";
import { wanted } from "../reading/wire.ts";

/** Milliseconds between two looks at whether MAX still knows the webhook; without a success for 8 h it forgets it. */
const usuallyEvery = 10 * 60_000;

/** What MAX answers to GET /subscriptions. */
export const subscriptions = z.object({ subscriptions: z.array(z.object({ url: z.string() })) });

export interface Webhook {
  url: string;
  secret: string | undefined;
}

/** The webhooks that MAX knows. Throws when it does not say. */
export async function listSubscriptions(client: MaxClient): Promise<string[]> {
  const answer = await client.call({ method: "GET", path: "/subscriptions" });
  return subscriptions.parse(orThrow(answer, refusalOf(answer)).body).subscriptions.map(({ url }) => url);
}

/** Takes webhooks away, so that polling is open. Throws when MAX refuses. */
export async function unsubscribe(client: MaxClient, urls: readonly string[]): Promise<void> {
  for (const url of urls) {
    const answer = await client.call({ method: "DELETE", path: "/subscriptions", query: { url } });
    orThrow(answer, refusalOf(answer));
  }
}

/**
 * Has MAX send updates to an address, and to no other: its webhooks are a list, and an old address would get every update as
 * well. Throws when MAX refuses. Resolves to whether it had to be told.
 */
export async function subscribe(client: MaxClient, { url, secret }: Webhook, isFirst: boolean): Promise<boolean> {
  const known = await listSubscriptions(client);
  await unsubscribe(
    client,
    known.filter((each) => each !== url),
  );
  // At the start always: the secret or the kinds of updates may be others than before.
  if (known.includes(url) && !isFirst) return false;
  const body = { url, update_types: wanted, ...(secret !== undefined && { secret }) };
  const answer = await client.call({ method: "POST", path: "/subscriptions", body });
  orThrow(answer, refusalOf(answer));
  return true;
}

function orThrow<T>(answer: T, refusal: ReturnType<typeof refusalOf>): T {
  if (refusal === undefined) return answer;
  throw new Error(`MAX ${refusal.status} ${refusal.code} ${refusal.message}`.trim());
}

/** Looks every ten minutes whether MAX still knows the webhook, and subscribes it again where not. Returns how to end that. */
export function watchSubscription(
  client: MaxClient,
  webhook: Webhook,
  { log, every = usuallyEvery }: { log: Logger; every?: number },
): () => Promise<void> {
  const stop = new AbortController();
  const run = async () => {
    for (;;) {
      await sleep(every, undefined, { signal: stop.signal }).catch(() => {});
      if (stop.signal.aborted) return;
      try {
        if (await subscribe(client, webhook, false)) log.warn("MAX had lost the webhook: subscribed again");
      } catch (error) {
        log.warn({ error }, "whether MAX knows the webhook could not be asked");
      }
    }
  };
  const running = run();
  return async () => {
    stop.abort();
    await running;
  };
}
