import { GrammyError, HttpError } from "grammy";
import { describe, expect, it } from "vitest";
import type { Outcome } from "../../bot/delivery/outcomes/outcome.ts";
import { outcomeOf } from "../../bot/doors/telegram/client/outcome.ts";

const refused = (code: number, description: string, parameters = {}) =>
  new GrammyError(
    "Call to 'sendMessage' failed!",
    { ok: false, error_code: code, description, parameters },
    "sendMessage",
    {},
  );

const broken = (code: string) =>
  new HttpError(
    "Network request for 'sendMessage' failed!",
    new TypeError("fetch failed", { cause: Object.assign(new Error(code), { code }) }),
  );

const unreachable = (why: "blocked" | "deactivated" | "never_started"): Outcome => ({ kind: "unreachable", why });

const cases: [string, unknown, Outcome][] = [
  ["blocked", refused(403, "Forbidden: bot was blocked by the user"), unreachable("blocked")],
  ["deactivated", refused(403, "Forbidden: user is deactivated"), unreachable("deactivated")],
  [
    "never started",
    refused(403, "Forbidden: bot can't initiate conversation with a user"),
    unreachable("never_started"),
  ],
  ["unknown to the bot", refused(400, "Bad Request: chat not found"), unreachable("never_started")],
  ["put out of a group", refused(403, "Forbidden: bot was kicked from the supergroup chat"), unreachable("blocked")],
  [
    "too fast",
    refused(429, "Too Many Requests: retry after 35", { retry_after: 35 }),
    { kind: "throttled", retryAfter: 35 },
  ],
  ["too fast, not said how long", refused(429, "Too Many Requests"), { kind: "throttled", retryAfter: 5 }],
  [
    "moved",
    refused(400, "Bad Request: group chat was upgraded to a supergroup chat", { migrate_to_chat_id: -1001 }),
    { kind: "migrated", chatId: "-1001" },
  ],
  [
    "bad HTML",
    refused(400, "Bad Request: can't parse entities: Unsupported start tag"),
    { kind: "rejected", code: 400, description: "Bad Request: can't parse entities: Unsupported start tag" },
  ],
  [
    "too large",
    refused(413, "Request Entity Too Large"),
    { kind: "rejected", code: 413, description: "Request Entity Too Large" },
  ],
  ["a wrong token", refused(401, "Unauthorized"), { kind: "unsent", cause: "401 Unauthorized" }],
  ["a wrong address", refused(404, "Not Found"), { kind: "unsent", cause: "404 Not Found" }],
  ["Telegram is ill", refused(502, "Bad Gateway"), { kind: "uncertain", cause: "502 Bad Gateway" }],
  ["refused connection", broken("ECONNREFUSED"), { kind: "unsent", cause: "ECONNREFUSED" }],
  ["no such name", broken("EAI_AGAIN"), { kind: "unsent", cause: "EAI_AGAIN" }],
  ["broken connection", broken("ECONNRESET"), { kind: "uncertain", cause: "ECONNRESET" }],
  ["no answer", new HttpError("", new DOMException("", "TimeoutError")), { kind: "uncertain", cause: "TimeoutError" }],
  ["HTML in place of JSON", new SyntaxError("Unexpected token <"), { kind: "uncertain", cause: "SyntaxError" }],
];

describe("an answer of Telegram", () => {
  it.each(cases)("%s", (_, error, outcome) => {
    expect(outcomeOf(error)).toEqual(outcome);
  });
});
