import { withoutSecrets } from "./task.ts";

/** What came of a call to Zoom. */
export type ZoomOutcome<T> =
  | { kind: "done"; value: T }
  | { kind: "throttled"; scope: ThrottleScope; retryAt: Date }
  /** The meeting is not there any more, or over for good. */
  | { kind: "gone" }
  /** Zoom does not register the host of a meeting. */
  | { kind: "host" }
  /** The token is not taken any more. */
  | { kind: "unauthorised" }
  | { kind: "refused"; code: number; message: string }
  /** No answer, or none that tells: what was asked may have happened all the same. */
  | { kind: "unreachable"; cause: string };

export type Failure = Exclude<ZoomOutcome<never>, { kind: "done" }>;

/** What a limit holds back: everything of the account, changes of its meetings, or one registrant. */
export type ThrottleScope = "account" | "edits" | "registrant";

/** An answer as it came. */
export interface ZoomAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: unknown;
}

/**
 * What Zoom's own codes mean; an HTTP status alone tells too little. The first row that fits counts, what fits none
 * was refused (developers.zoom.us/docs/api/errors, and the error tables of the single methods).
 */
const refusals: readonly { status?: number; code?: number; outcome: Failure }[] = [
  { code: 124, outcome: { kind: "unauthorised" } }, // Invalid access token.
  { status: 401, outcome: { kind: "unauthorised" } },
  { code: 3001, outcome: { kind: "gone" } }, // Meeting does not exist.
  { code: 3038, outcome: { kind: "gone" } }, // Meeting is over.
  { code: 3027, outcome: { kind: "host" } }, // Host can not register.
];

/** Milliseconds to be silent when Zoom does not say how long: its short limits are per second. */
const defaultSilence = 1_000;

/** Classifies an answer other than 2xx. */
export function failureOf({ status, headers, body }: ZoomAnswer, now: Date): Failure {
  const { code, message } = errorOf(body);
  if (status === 429) {
    const scope = scopeOf(headers, message);
    return { kind: "throttled", scope, retryAt: retryAt(headers, scope, now) };
  }
  if (status >= 500) return { kind: "unreachable", cause: String(status) };
  const known = refusals.find(
    (row) => (row.code === undefined || row.code === code) && (row.status === undefined || row.status === status),
  );
  return known?.outcome ?? { kind: "refused", code: code ?? status, message: withoutSecrets(message) };
}

/**
 * Per second: the account's. Per day: 100 changes of meetings a user, and 3 registrations of the same e-mail
 * (developers.zoom.us/docs/api/rate-limits), which must not hold back the others.
 */
function scopeOf(headers: ZoomAnswer["headers"], message: string): ThrottleScope {
  if (/for the registrant/i.test(message)) return "registrant";
  const isDaily = /daily/i.test(`${headers["x-ratelimit-type"] ?? ""} ${message}`);
  return isDaily ? "edits" : "account";
}

/** `Retry-After` is seconds, or for daily limits a time; daily limits end at midnight UTC. */
function retryAt(headers: ZoomAnswer["headers"], scope: ThrottleScope, now: Date): Date {
  const given = String(headers["retry-after"] ?? "");
  const seconds = Number(given);
  if (given !== "" && seconds >= 0) return new Date(now.getTime() + Math.max(seconds, 1) * 1_000);
  const at = Date.parse(given);
  if (at > now.getTime()) return new Date(at);
  return scope === "account" ? new Date(now.getTime() + defaultSilence) : nextMidnight(now);
}

const nextMidnight = (now: Date): Date =>
  new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1));

function errorOf(body: unknown): { code: number | undefined; message: string } {
  const { code, message } = (typeof body === "object" && body !== null ? body : {}) as Record<string, unknown>;
  return {
    code: typeof code === "number" ? code : undefined,
    message: typeof message === "string" ? message : "",
  };
}

/** A sentence's worth of why, without secrets. */
export function reasonOf(failure: Failure): string {
  switch (failure.kind) {
    case "throttled":
      return `Zoom asked to wait until ${failure.retryAt.toISOString()}`;
    case "gone":
      return "the meeting is gone";
    case "host":
      return "the host cannot be registered";
    case "unauthorised":
      return "Zoom does not take the credentials";
    case "refused":
      return `Zoom refused: ${failure.code} ${failure.message}`;
    case "unreachable":
      return `no answer from Zoom: ${failure.cause}`;
  }
}

/** An outcome with what it brought converted. */
export function mapDone<T, U>(outcome: ZoomOutcome<T>, convert: (value: T) => U): ZoomOutcome<U> {
  return outcome.kind === "done" ? { kind: "done", value: convert(outcome.value) } : outcome;
}
