import { createHmac, timingSafeEqual } from "node:crypto";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { z } from "zod";
import type { Services } from "../context.ts";
import { withDeadline } from "../net/deadline.ts";
import { notePresence } from "../zoom/presence-store.ts";

/** Zoom's events are a few kilobytes; anything larger is not Zoom. */
const largest = 262_144;

/** Milliseconds within which an event was signed; an older one is somebody's recording. */
const freshness = 5 * 60_000;

/** Milliseconds for the database: Zoom waits three seconds, and tells again what was not answered with 2xx. */
const patience = 2_500;

const validation = z.object({
  event: z.literal("endpoint.url_validation"),
  payload: z.object({ plainToken: z.string().max(1_000) }),
});
const time = z.iso.datetime({ offset: true }).transform((text) => new Date(text));
const participant = <T extends z.ZodRawShape>(shape: T) =>
  z.object({ object: z.object({ participant: z.object({ registrant_id: z.string().min(1), ...shape }) }) });
const joined = z.object({ event: z.literal("meeting.participant_joined"), payload: participant({ join_time: time }) });
const left = z.object({ event: z.literal("meeting.participant_left"), payload: participant({ leave_time: time }) });
const known = z.discriminatedUnion("event", [validation, joined, left]);

/**
 * Receives Zoom's events at /zoom/webhook: who came to a lesson and who went. Unsigned or old ones get 401, and nothing
 * happens; those that tell us nothing get 200. Each secret is an app's, tried in turn.
 */
export function zoomWebhook(
  { database, clock, log }: Pick<Services, "database" | "clock" | "log">,
  secrets: readonly string[],
): Hono {
  const app = new Hono();
  app.post("/zoom/webhook", bodyLimit({ maxSize: largest }), async (c) => {
    const body = Buffer.from(await c.req.arrayBuffer());
    const timestamp = c.req.header("x-zm-request-timestamp") ?? "";
    const signature = c.req.header("x-zm-signature") ?? "";
    const secret = isFresh(timestamp, clock.now())
      ? secrets.find((one) => isEqual(signature, sign(one, timestamp, body)))
      : undefined;
    if (secret === undefined) return c.text("unauthorized", 401);

    const { data: event } = known.safeParse(parse(body));
    if (event === undefined) return c.body(null, 200);
    if (event.event === "endpoint.url_validation") {
      const { plainToken } = event.payload;
      return c.json({ plainToken, encryptedToken: createHmac("sha256", secret).update(plainToken).digest("hex") });
    }
    try {
      await withDeadline(patience, note(event));
      return c.body(null, 200);
    } catch (error) {
      log.warn({ error, event: event.event }, "zoom event not noted");
      return c.text("again, please", 503);
    }
  });
  return app;

  function note(event: z.output<typeof joined> | z.output<typeof left>): Promise<boolean> {
    if (event.event === "meeting.participant_joined") {
      const { registrant_id: id, join_time: at } = event.payload.object.participant;
      return notePresence(database, id, { kind: "joined", at });
    }
    const { registrant_id: id, leave_time: at } = event.payload.object.participant;
    return notePresence(database, id, { kind: "left", at });
  }
}

/** "v0=" and the HMAC of version, time and the body as it came (developers.zoom.us/docs/api/webhooks). */
const sign = (secret: string, timestamp: string, body: Buffer): string =>
  `v0=${createHmac("sha256", secret).update(`v0:${timestamp}:`).update(body).digest("hex")}`;

function isFresh(timestamp: string, now: Date): boolean {
  if (!/^\d{10,13}$/.test(timestamp)) return false;
  // Seconds; in some of Zoom's own examples, milliseconds.
  const at = Number(timestamp) * (timestamp.length > 11 ? 1 : 1_000);
  return Math.abs(now.getTime() - at) <= freshness;
}

function isEqual(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return undefined;
  }
}
