import { endOf } from "../end.ts";
import type { MeetingAddress } from "../meeting.ts";
import { cancelRegistrant, findLearnerAtZoom, findMeeting, saveRegistrant } from "../registrant-store.ts";
import type { AccountInUse } from "./accounts.ts";
import type { ZoomOutcome } from "./outcome.ts";
import type { RunDeps } from "./run-meeting.ts";
import type { ClaimedTask, TaskEnd } from "./task.ts";
import { findMeetingDue, queueZoom } from "./task-store.ts";

/** Milliseconds that a registrant waits for a meeting at least. */
const leastWait = 5_000;

/** Zoom wants an e-mail of everybody and needs none: this domain can receive nothing (RFC 2606). */
export const emailOf = (enrolmentId: number): string => `learner-${enrolmentId}@ishek.invalid`;

/** The journal's name in Zoom's two parts, none of which may be empty. */
function splitName(name: string): { firstName: string; lastName: string } {
  const [firstName = "", ...rest] = name.trim().split(/\s+/);
  return { firstName: firstName.slice(0, 64) || "-", lastName: rest.join(" ").slice(0, 64) || "-" };
}

/** Brings a registrant in line with the enrolment, whatever the task was called when it was stored. */
export async function runRegistrant(task: ClaimedTask, enrolmentId: number, deps: RunDeps): Promise<TaskEnd> {
  const learner = await findLearnerAtZoom(deps.database, enrolmentId, deps.clock.now());
  if (learner === undefined) return { kind: "done", note: "the enrolment is gone" };
  if (!learner.hasLessons) return { kind: "done", note: "no lessons to come" };
  const { isEnrolled, registrantId, meeting, isElsewhere } = learner;
  if (isEnrolled && registrantId !== null) return { kind: "done" };
  if (isEnrolled && isElsewhere) return { kind: "done", note: "staff typed a link" };
  // A learner whom nobody tried to register is not registered.
  if (!isEnrolled && registrantId === null && task.attempts === 1) return { kind: "done" };
  if (meeting === null) return isEnrolled ? waitForMeeting(task, deps) : { kind: "done" };
  if (isEnrolled) return register(task, enrolmentId, meeting, learner.name ?? "", deps);
  const end = await cancel(enrolmentId, registrantId, meeting, deps);
  if (end.kind === "done") await cancelRegistrant(deps.database, enrolmentId, deps.clock.now());
  return end;
}

/** Takes out somebody whose enrolment is erased. */
export async function runForget(task: ClaimedTask, deps: RunDeps): Promise<TaskEnd> {
  const [, enrolmentId = "", registrantId = ""] = task.dedupeKey.split(":");
  const meeting = await findMeeting(deps.database, task.groupId);
  return meeting ? cancel(Number(enrolmentId), registrantId || null, meeting, deps) : { kind: "done" };
}

async function register(
  task: ClaimedTask,
  enrolmentId: number,
  meeting: MeetingAddress,
  name: string,
  deps: RunDeps,
): Promise<TaskEnd> {
  return withAccount(meeting.account, deps, async (account) => {
    const who = { email: emailOf(enrolmentId), ...splitName(name) };
    const registered = await account.client.register(meeting.zoomId, who);
    await deps.onOutcome(account, registered);
    switch (registered.kind) {
      case "done": {
        const registrant = { enrolmentId, ...registered.value };
        if (await saveRegistrant(deps.database, registrant, deps.clock.now())) return { kind: "done" };
        // Erased while Zoom answered: nobody else knows of this registrant.
        return cancel(enrolmentId, registrant.registrantId, meeting, deps);
      }
      case "host":
        return { kind: "done", note: "the host cannot be registered, and needs no link" };
      case "gone":
        await waitForMeeting(task, deps);
        return endOf(registered, account.id);
      default:
        return endOf(registered, account.id);
    }
  });
}

/** Closes somebody's way in. An unknown registrant is looked for: the answer that told of it may have been lost. */
async function cancel(
  enrolmentId: number,
  registrantId: string | null,
  { account: accountId, zoomId }: MeetingAddress,
  deps: RunDeps,
): Promise<TaskEnd> {
  return withAccount(accountId, deps, async (account) => {
    const email = emailOf(enrolmentId);
    const found: ZoomOutcome<string | undefined> =
      registrantId === null
        ? await account.client.findRegistrant(zoomId, email)
        : { kind: "done", value: registrantId };
    const closed =
      found.kind === "done" && found.value !== undefined
        ? await account.client.cancel(zoomId, { id: found.value, email })
        : found;
    await deps.onOutcome(account, closed);
    // With the meeting the way into it is gone too.
    return closed.kind === "done" || closed.kind === "gone" ? { kind: "done" } : endOf(closed, account.id);
  });
}

/** Has the meeting made or looked after first, and waits for its task; a new meeting wakes who waits. */
async function waitForMeeting({ groupId }: ClaimedTask, { database, clock }: RunDeps): Promise<TaskEnd> {
  const now = clock.now();
  await queueZoom(database, [{ kind: "meeting", groupId }], now);
  const due = await findMeetingDue(database, groupId);
  const until = new Date(Math.max(due?.getTime() ?? 0, now.getTime() + leastWait));
  return { kind: "wait", until, reason: "the meeting comes first" };
}

async function withAccount(
  id: string,
  { accounts, clock }: RunDeps,
  work: (account: AccountInUse) => Promise<TaskEnd>,
): Promise<TaskEnd> {
  const account = accounts.find(id);
  if (account === undefined) return { kind: "failed", reason: "its Zoom account is not configured", account: id };
  const pause = accounts.findPause(id, "registrant", clock.now());
  return pause ? { kind: "wait", ...pause } : work(account);
}
