import { timingSafeEqual } from "node:crypto";
import type { Context, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";

/** Updates are a few kilobytes; anything larger comes from no messenger. */
const largest = 1_048_576;

const counting = bodyLimit({ maxSize: largest });

/**
 * Checks the length that a body says it has, which is enough then: `bodyLimit` makes a web stream of each, a twentieth
 * of an update.
 */
export const limited: MiddlewareHandler = async (c, next) => {
  const length = c.req.header("content-length");
  if (length === undefined) return counting(c, next);
  return Number(length) <= largest ? next() : c.text("too large", 413);
};

/** A page of another site may send text/plain without being asked, and JSON it may not. */
export const isJson = (c: Context): boolean => /^application\/json\s*(;|$)/i.test(c.req.header("content-type") ?? "");

/** Compares a secret in constant time. */
export function isSecret(given: string | undefined, secret: string): boolean {
  const [a, b] = [Buffer.from(given ?? ""), Buffer.from(secret)];
  return a.length === b.length && timingSafeEqual(a, b);
}
