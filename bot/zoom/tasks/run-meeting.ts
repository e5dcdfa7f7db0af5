import type { Database } from "../../database/database.ts";
import type { Clock } from "../../schedule/clock.ts";
import type { ZoomClient } from "../client/client.ts";
import { endOf } from "../end.ts";
import { align, type MeetingAddress, type MeetingStep, scheduleFor } from "../meeting.ts";
import {
  countMeetings,
  findGroupAtZoom,
  forgetMeeting,
  type GroupAtZoom,
  queueUnregistered,
  saveMeeting,
  saveOccurrences,
} from "../meeting-store.ts";
import type { AccountInUse, Accounts } from "./accounts.ts";
import type { ZoomOutcome } from "./outcome.ts";
import type { ClaimedTask, TaskEnd } from "./task.ts";

export interface RunDeps {
  database: Database;
  clock: Clock;
  accounts: Accounts;
  /** Called with each failed call, so that limits hold for the tasks to come. */
  onOutcome(account: AccountInUse, outcome: ZoomOutcome<unknown>): Promise<void>;
  /** Holds the task for longer; false when another worker has it by now. */
  keep(task: ClaimedTask): Promise<boolean>;
}

/** Zoom can need a look after new dates, one after moves, and one to see that all is well. */
const mostRounds = 4;

/** Brings a group's meeting in line with its lessons: makes it, moves and deletes its dates. */
export async function runMeeting(task: ClaimedTask, deps: RunDeps): Promise<TaskEnd> {
  const now = deps.clock.now();
  const group = await findGroupAtZoom(deps.database, task.groupId, now);
  if (group === undefined) return { kind: "done", note: "the group is gone" };
  // What was made before the link was typed stays as it is, and is brought in line when the link is taken away.
  if (group.isElsewhere) return { kind: "done", note: "staff typed a link" };
  if (group.meeting !== null) return alignMeeting(task, group, group.meeting, deps);
  if (group.lessons.length === 0) return { kind: "done", note: "no lessons to come" };
  return makeMeeting(task, group, deps);
}

/** By which a meeting is known again. The time tells this group from one of the same number in another database. */
const agendaOf = ({ groupId, createdAt }: GroupAtZoom): string =>
  `ishek:group:${groupId}:${createdAt.getTime().toString(36)}`;

async function makeMeeting(task: ClaimedTask, group: GroupAtZoom, deps: RunDeps): Promise<TaskEnd> {
  const { database, accounts, clock } = deps;
  const schedule = scheduleFor(group.lessons, group.timeZone);
  if (schedule === undefined)
    return {
      kind: "failed",
      reason: `${group.lessons.length} lessons are too many for one meeting`,
      account: undefined,
    };

  // An earlier attempt may have made it, though its answer was lost.
  if (task.attempts > 1) {
    for (const account of accounts.all) {
      const pause = accounts.findPause(account.id, "registrant", clock.now());
      if (pause) return { kind: "wait", ...pause };
      const found = await account.client.findByAgenda(agendaOf(group));
      await deps.onOutcome(account, found);
      // Who is not let in by an account made nothing there just now.
      if (found.kind === "unauthorised") continue;
      if (found.kind !== "done") return endOf(found, account.id);
      if (found.value !== undefined) return adopt(task, group, account, found.value, deps);
    }
  }
  const chosen = accounts.choose(await countMeetings(database), clock.now());
  if (chosen === undefined) return { kind: "failed", reason: "no Zoom account", account: undefined };
  if ("until" in chosen) return { kind: "wait", until: chosen.until, reason: chosen.reason };
  const made = await chosen.client.createMeeting({
    topic: group.title.slice(0, 200),
    agenda: agendaOf(group),
    timeZone: group.timeZone,
    schedule,
  });
  await deps.onOutcome(chosen, made);
  if (made.kind !== "done") return endOf(made, chosen.id);
  return adopt(task, group, chosen, made.value, deps);
}

async function adopt(
  task: ClaimedTask,
  group: GroupAtZoom,
  { id: account }: AccountInUse,
  zoomId: number,
  deps: RunDeps,
): Promise<TaskEnd> {
  await saveMeeting(deps.database, { groupId: group.groupId, account, zoomId }, deps.clock.now());
  return alignMeeting(task, group, { account, zoomId }, deps);
}

async function alignMeeting(
  task: ClaimedTask,
  group: GroupAtZoom,
  meeting: MeetingAddress,
  deps: RunDeps,
): Promise<TaskEnd> {
  const { database, accounts, clock } = deps;
  if (group.lessons.length === 0 && !group.hasCancelled) return { kind: "done", note: "no lessons to come" };
  const account = accounts.find(meeting.account);
  if (account === undefined)
    return { kind: "failed", reason: "its Zoom account is not configured", account: meeting.account };
  const pause = accounts.findPause(account.id, "edit", clock.now());
  if (pause) return { kind: "wait", ...pause };

  for (let round = 0; round < mostRounds; round += 1) {
    const found = await account.client.findOccurrences(meeting.zoomId);
    await deps.onOutcome(account, found);
    if (found.kind === "gone") return replaceMeeting(task, group, deps);
    if (found.kind !== "done") return endOf(found, account.id);
    const now = clock.now();
    const coming = found.value.filter(({ startsAt, minutes }) => startsAt.getTime() + minutes * 60_000 > now.getTime());
    const alignment = align(coming, group.lessons, group.timeZone);
    if (alignment.kind === "refused") return { kind: "failed", reason: alignment.reason, account: account.id };
    if (alignment.kind === "aligned") {
      await saveOccurrences(database, alignment.occurrences);
      // Registers the learners who came while the group had no lessons ahead, or met elsewhere.
      if (group.meeting !== null) await queueUnregistered(database, group.groupId, now);
      return { kind: "done" };
    }
    for (const step of alignment.steps) {
      if (!(await deps.keep(task))) return { kind: "wait", until: now, reason: "taken over" };
      const outcome = await carryOut(account.client, meeting.zoomId, step, group.timeZone);
      await deps.onOutcome(account, outcome);
      // The next look tells whether it is the date or the whole meeting.
      if (outcome.kind === "gone") break;
      if (outcome.kind !== "done") return endOf(outcome, account.id);
    }
  }
  return {
    kind: "failed",
    reason: "Zoom keeps other dates than those it was given",
    account: account.id,
    isRefusal: true,
  };
}

function carryOut(
  client: ZoomClient,
  zoomId: number,
  step: MeetingStep,
  timeZone: string,
): Promise<ZoomOutcome<unknown>> {
  switch (step.kind) {
    case "reschedule":
      return client.reschedule(zoomId, step.schedule, timeZone);
    case "move":
      return client.move(zoomId, step.to);
    case "drop":
      return client.drop(zoomId, step.id);
  }
}

/** Somebody deleted it at Zoom, or its last date was cancelled: a new one is made when there are lessons for it. */
async function replaceMeeting(task: ClaimedTask, group: GroupAtZoom, deps: RunDeps): Promise<TaskEnd> {
  await forgetMeeting(deps.database, group.groupId);
  const fresh = await findGroupAtZoom(deps.database, group.groupId, deps.clock.now());
  if (fresh === undefined || fresh.lessons.length === 0) return { kind: "done", note: "no lessons to come" };
  return makeMeeting(task, fresh, deps);
}
