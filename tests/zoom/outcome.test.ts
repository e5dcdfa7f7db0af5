import { expect, it } from "vitest";
import { endOf } from "../../bot/zoom/end.ts";
import { type Failure, failureOf } from "../../bot/zoom/tasks/outcome.ts";
import { backOff } from "../../bot/zoom/tasks/task.ts";

const now = new Date("2026-11-20T15:00:00Z");
const daily = { "x-ratelimit-type": "Daily-limit" };

it.each<[string, number, Record<string, string>, unknown, Failure]>([
  ["an old token", 401, {}, { code: 124, message: "Invalid access token." }, { kind: "unauthorised" }],
  ["no right to sign in", 401, {}, undefined, { kind: "unauthorised" }],
  ["a meeting that is not there", 404, {}, { code: 3001, message: "" }, { kind: "gone" }],
  ["a meeting that is over", 400, {}, { code: 3038, message: "Meeting is over." }, { kind: "gone" }],
  ["the host", 400, {}, { code: 3027, message: "Host can not register" }, { kind: "host" }],
  [
    "what it does not understand",
    400,
    {},
    { code: 300, message: "Invalid learner-1@ishek.invalid at https://zoom.us/w/1?tk=secret" },
    { kind: "refused", code: 300, message: "Invalid [e-mail] at [address]" },
  ],
  ["a page", 403, {}, undefined, { kind: "refused", code: 403, message: "" }],
  ["its own trouble", 503, {}, undefined, { kind: "unreachable", cause: "503" }],
  [
    "too many a second, with seconds",
    429,
    { "retry-after": "7" },
    undefined,
    { kind: "throttled", scope: "account", retryAt: new Date("2026-11-20T15:00:07Z") },
  ],
  [
    "too many a second, without",
    429,
    {},
    { code: 429, message: "You have reached the maximum per-second rate limit" },
    { kind: "throttled", scope: "account", retryAt: new Date("2026-11-20T15:00:01Z") },
  ],
  [
    "too many a day, with a time",
    429,
    { ...daily, "retry-after": "2026-11-21T00:00:00Z" },
    undefined,
    { kind: "throttled", scope: "edits", retryAt: new Date("2026-11-21T00:00:00Z") },
  ],
  [
    "too many a day, without",
    429,
    daily,
    undefined,
    { kind: "throttled", scope: "edits", retryAt: new Date("2026-11-21T00:00:00Z") },
  ],
  [
    "the same registrant too often",
    429,
    {},
    { code: 429, message: "You have exceeded the daily rate limit (3) for the registrant a@b.c" },
    { kind: "throttled", scope: "registrant", retryAt: new Date("2026-11-21T00:00:00Z") },
  ],
])("Zoom answers %s", (_, status, headers, body, failure) => {
  expect(failureOf({ status, headers, body }, now)).toEqual(failure);
});

it("a refusal is repeated an hour apart in the end, so that one group does not use up an account's hundred changes a day", () => {
  const refused = endOf({ kind: "refused", code: 300, message: "no" }, "account-1");
  const unanswered = endOf({ kind: "unreachable", cause: "500" }, "account-1");
  expect([refused, unanswered]).toMatchObject([{ isRefusal: true }, { isRefusal: false }]);
  const inADay = (isRefusal: boolean) => {
    let [attempts, passed] = [0, 0];
    while (passed < 86_400_000) {
      attempts += 1;
      passed += backOff(attempts, isRefusal);
    }
    return attempts;
  };
  expect(inADay(true)).toBeLessThan(40);
  expect(inADay(false)).toBeGreaterThan(140);
});
