import type { Update } from "grammy/types";
import { Hono } from "hono";
import type { Arrival } from "../doors/max/intake/arrivals.ts";
import { isMaxUpdate } from "../doors/max/reading/wire.ts";
import { ComesAgain } from "../doors/telegram/attempts/comes-again.ts";
import { isJson, isSecret, limited } from "./incoming.ts";
import { isFromThisMachine } from "./this-machine.ts";

export interface MaxWebhookDeps {
  secret: string | undefined;
  read: (value: unknown) => Arrival;
  handle: (update: Update) => Promise<void>;
}

/**
 * Receives MAX's updates at /max/<path>. Answers 200 only when an update is handled to the end, so that MAX repeats what a crash
 * interrupts, up to ten times. Without the right secret: 401, and nothing happens. No secret at all is for a server on the same
 * machine: else 403. What the bot asked for no more is taken and forgotten, so that it does not come again.
 */
export function maxWebhook(path: string, { secret, read, handle }: MaxWebhookDeps): Hono {
  const app = new Hono();
  app.post(`/max/${path}`, limited, async (c) => {
    if (secret !== undefined && !isSecret(c.req.header("x-max-bot-api-secret"), secret))
      return c.text("unauthorized", 401);
    if (secret === undefined && !(isFromThisMachine(c) && isJson(c))) return c.text("forbidden", 403);
    const value: unknown = await c.req.json().catch(() => undefined);
    if (!isMaxUpdate(value)) return c.text("not an update", 400);
    const arrival = read(value);
    try {
      await arrival.note();
      for (const update of arrival.updates) await handle(update);
      return c.body(null, 200);
    } catch (error) {
      if (error instanceof ComesAgain) return c.text("again, please", 500);
      throw error;
    }
  });
  return app;
}
