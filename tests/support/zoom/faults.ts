import type { Clock } from "../../../bot/schedule/clock.ts";

/** How a call goes wrong. */
export type ZoomFault =
  | "401"
  | "500"
  /** 429 of the limit per second, with so many seconds to wait. */
  | { retryAfter: number }
  /** 429 of the hundred changes a day. */
  | "daily"
  /** 429 of one registrant's three a day. */
  | "registrant"
  /** The connection breaks before Zoom has done it. */
  | "cut before"
  /** Zoom has done it, and the answer is lost. */
  | "cut after"
  /** No answer ever; Zoom has done it. */
  | "hangs"
  /** A page in place of JSON. */
  | "html";

export interface Reply {
  status: number;
  headers?: Record<string, string>;
  body?: unknown;
}

/** What such a fault is answered with; undefined when there is no answer. */
export function replyTo(fault: ZoomFault, clock: Clock): Reply | undefined {
  if (typeof fault === "object")
    return limit("You have reached the maximum per-second rate limit for this API.", {
      "X-RateLimit-Type": "Per-second-limit",
      "Retry-After": String(fault.retryAfter),
    });
  switch (fault) {
    case "401":
      return { status: 401, body: { code: 124, message: "Invalid access token." } };
    case "500":
      return { status: 500, body: { code: 500, message: "Internal error" } };
    case "daily":
      return limit("You have reached the maximum daily rate limit for this API.", {
        "X-RateLimit-Type": "Daily-limit",
        "Retry-After": nextMidnight(clock.now()),
      });
    case "registrant":
      return limit(
        "You have exceeded the daily rate limit (3) of Add meeting registrant API requests for the registrant",
      );
    case "html":
      return { status: 200, headers: { "Content-Type": "text/html" }, body: "<html>" };
    default:
      return undefined;
  }
}

const limit = (message: string, headers: Record<string, string> = {}): Reply => ({
  status: 429,
  headers,
  body: { code: 429, message },
});

const nextMidnight = (now: Date) => `${new Date(now.getTime() + 86_400_000).toISOString().slice(0, 10)}T00:00:00Z`;
