import { type Failure, reasonOf } from "./tasks/outcome.ts";
import type { TaskEnd } from "./tasks/task.ts";

/** How a task ends that Zoom did not do: a limit is waited for, everything else is tried again later. */
export function endOf(failure: Failure, account: string): TaskEnd {
  const reason = reasonOf(failure);
  return failure.kind === "throttled"
    ? { kind: "wait", until: failure.retryAt, reason }
    : { kind: "failed", reason, account, isRefusal: failure.kind === "refused" };
}
