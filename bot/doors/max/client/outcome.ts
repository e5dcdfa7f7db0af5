import type { Outcome } from "../../../delivery/outcomes/outcome.ts";
import { doubling } from "../../../net/backoff.ts";
import { causeCode, isUnsent } from "../../../net/network-errors.ts";
import { isDenied, isNobody, isShut, isTooFast, isWithoutDialog, type MaxRefusal } from "./refusal.ts";

/** Seconds of silence after a 429, of which MAX does not say how long: 1, 2, 4 … 60. */
export const silence = doubling(1, 60);

/** What a refusal means for a delivery; `throttled` tells how many in a row were refused for coming too fast. */
export function outcomeOfRefusal(refusal: MaxRefusal, throttled: number): Outcome {
  const { status, code, message } = refusal;
  if (isTooFast(refusal)) return { kind: "throttled", retryAfter: silence(throttled) };
  if (isShut(refusal)) return { kind: "unsent", cause: `${status} ${code}` };
  if (isDenied(refusal)) return { kind: "unreachable", why: "blocked" };
  if (isWithoutDialog(refusal)) return { kind: "unreachable", why: "never_started" };
  if (isNobody(refusal)) return { kind: "unreachable", why: "deactivated" };
  // Nothing in a request lets MAX tell a repetition: it may have been done.
  if (status >= 500 || code === "internal.error") return { kind: "uncertain", cause: `${status} ${code}`.trim() };
  return { kind: "rejected", code: status, description: [code, message].filter(Boolean).join(" ") };
}

/** What a broken call means for a delivery. */
export function outcomeOfError(error: unknown): Outcome {
  if (isUnsent(error)) return { kind: "unsent", cause: causeCode(error) };
  return { kind: "uncertain", cause: causeCode(error) || (error instanceof Error ? error.name : typeof error) };
}
