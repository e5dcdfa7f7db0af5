import { DateTime } from "luxon";
import { doubling } from "../../net/backoff.ts";
import type { SourceProblem, WebReason } from "../problem.ts";

/** Milliseconds that a feed is left in peace after so many failures in a row. */
const backoff = doubling(15 * 60_000, 6 * 3_600_000);

/** The next moment at which it is this hour on the city's clock. */
export function nextRun(hour: number, timeZone: string, now: Date): Date {
  const today = DateTime.fromJSDate(now, { zone: timeZone }).startOf("day");
  const [first, second] = [0, 1].map((days) => today.plus({ days }).set({ hour }));
  return (first && first.toMillis() > now.getTime() ? first : (second ?? today)).toJSDate();
}

/** When a feed that failed is tried again: later each time, and not before its server wants it. */
export function nextAttempt(failures: number, problem: SourceProblem | undefined, now: Date): Date {
  const asked = problem?.code === "web" ? (problem.retryAfter ?? 0) * 1_000 : 0;
  return new Date(now.getTime() + Math.max(backoff(failures), asked));
}

/** What passes by itself as a rule: servers are started anew, networks come back. */
const passing: readonly WebReason[] = ["broken", "busy", "no_host", "refused", "silent", "slow"];
/** Failures in a row of that kind before anybody is told. */
const patience = 3;

/** Whether a failure is to be told by now: at once what a human has to mend. */
export function isWorthTelling(problem: SourceProblem, failures: number): boolean {
  const isPassing =
    problem.code === "web" &&
    (passing.includes(problem.reason) || (problem.reason === "status" && /^5/u.test(problem.detail ?? "")));
  return !isPassing || failures >= patience;
}
