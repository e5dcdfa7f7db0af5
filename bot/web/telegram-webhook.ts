import type { Update } from "grammy/types";
import { Hono } from "hono";
import { ComesAgain } from "../doors/telegram/attempts/comes-again.ts";
import { isJson, isSecret, limited } from "./incoming.ts";
import { isFromThisMachine } from "./this-machine.ts";

/**
 * Receives updates at /telegram/<path>. Answers 200 only when an update is handled to the end, so that Telegram keeps
 * what a crash interrupts and delivers it again; 500 asks for that outright. Without the right secret: 401, and nothing
 * happens. No secret at all is for a server on the same machine, which sends JSON and is no web page: else 403.
 */
export function telegramWebhook(
  path: string,
  secret: string | undefined,
  handle: (update: Update) => Promise<void>,
): Hono {
  const app = new Hono();
  app.post(`/telegram/${path}`, limited, async (c) => {
    if (secret !== undefined && !isSecret(c.req.header("x-telegram-bot-api-secret-token"), secret))
      return c.text("unauthorized", 401);
    if (secret === undefined && !(isFromThisMachine(c) && isJson(c))) return c.text("forbidden", 403);
    const update: unknown = await c.req.json().catch(() => undefined);
    if (!isUpdate(update)) return c.text("not an update", 400);
    try {
      await handle(update);
      return c.body(null, 200);
    } catch (error) {
      if (error instanceof ComesAgain) return c.text("again, please", 500);
      throw error;
    }
  });
  return app;
}

const isUpdate = (value: unknown): value is Update =>
  typeof value === "object" && value !== null && "update_id" in value && Number.isSafeInteger(value.update_id);
