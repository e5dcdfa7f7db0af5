import { timingSafeEqual } from "node:crypto";
import type { Update } from "grammy/types";
import { type Context, Hono, type MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { ComesAgain } from "../doors/telegram/attempts/comes-again.ts";
import { isFromThisMachine } from "./this-machine.ts";

/** Telegram's updates are a few kilobytes; anything larger is not Telegram. */
const largest = 1_048_576;

const counting = bodyLimit({ maxSize: largest });

/**
 * Checks the length that a body says it has, which is enough then: `bodyLimit` makes a web stream of each, a twentieth
 * of an update.
 */
const limited: MiddlewareHandler = async (c, next) => {
  const length = c.req.header("content-length");
  if (length === undefined) return counting(c, next);
  return Number(length) <= largest ? next() : c.text("too large", 413);
};

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

/** A page of another site may send text/plain without being asked, and JSON it may not. */
const isJson = (c: Context): boolean => /^application\/json\s*(;|$)/i.test(c.req.header("content-type") ?? "");

function isSecret(given: string | undefined, secret: string): boolean {
  const [a, b] = [Buffer.from(given ?? ""), Buffer.from(secret)];
  return a.length === b.length && timingSafeEqual(a, b);
}

const isUpdate = (value: unknown): value is Update =>
  typeof value === "object" && value !== null && "update_id" in value && Number.isSafeInteger(value.update_id);
