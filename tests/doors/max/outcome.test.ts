import { expect, it } from "vitest";
import { outcomeOfError, outcomeOfRefusal } from "../../../bot/doors/max/client/outcome.ts";
import { refusalOf } from "../../../bot/doors/max/client/refusal.ts";

it.each([
  [403, { code: "chat.denied", message: "error.dialog.suspended" }, { kind: "unreachable", why: "blocked" }],
  [404, { code: "dialog.not.found", message: "error.dialog.notfound" }, { kind: "unreachable", why: "never_started" }],
  [404, { code: "chat.not.found", message: "" }, { kind: "unreachable", why: "deactivated" }],
  [404, { code: "user.not.found", message: "" }, { kind: "unreachable", why: "deactivated" }],
  [429, { code: "too.many.requests", message: "" }, { kind: "throttled", retryAfter: 4 }],
  [401, { code: "verify.token", message: "Invalid access_token" }, { kind: "unsent", cause: "401 verify.token" }],
  [401, undefined, { kind: "unsent", cause: "401 " }],
  [403, { code: "deprecated.token", message: "" }, { kind: "unsent", cause: "403 deprecated.token" }],
  [400, { code: "proto.payload", message: "text" }, { kind: "rejected", code: 400, description: "proto.payload text" }],
  [200, { success: false, message: "old" }, { kind: "rejected", code: 200, description: "success.false old" }],
  [500, { code: "internal.error", message: "" }, { kind: "uncertain", cause: "500 internal.error" }],
  [502, undefined, { kind: "uncertain", cause: "502" }],
  // A proxy's page with 200: what lies behind it is not known.
  [200, undefined, { kind: "uncertain", cause: "502" }],
])("%i %j means %j", (status, body, outcome) => {
  const refusal = refusalOf({ status, body });
  expect(refusal && outcomeOfRefusal(refusal, 3)).toEqual(outcome);
});

it.each([
  ["ECONNREFUSED", "unsent"],
  ["ECONNRESET", "uncertain"],
  ["UND_ERR_SOCKET", "uncertain"],
])("a connection that fails with %s is %s", (code, kind) => {
  expect(outcomeOfError(Object.assign(new Error("x"), { code })).kind).toBe(kind);
});

it("what was done is no refusal, whatever it carries", () => {
  expect(refusalOf({ status: 200, body: { message: { body: { mid: "mid.1" } } } })).toBeUndefined();
  expect(refusalOf({ status: 200, body: { success: true } })).toBeUndefined();
});
