import type { Database } from "../../database/database.ts";
import { isUnreachable } from "../../database/unreachable.ts";
import { Interruption } from "../../interruption.ts";
import type { Logger } from "../../log.ts";
import { doubling } from "../../net/backoff.ts";
import type { Clock } from "../../schedule/clock.ts";
import { Bell } from "../../schedule/wakeup.ts";
import type { ZoomClient } from "../client/client.ts";
import { type AccountInUse, Accounts } from "./accounts.ts";
import { reasonOf, type ZoomOutcome } from "./outcome.ts";
import { type RunDeps, runMeeting } from "./run-meeting.ts";
import { runForget, runRegistrant } from "./run-registrant.ts";
import { backOff, type ClaimedTask, type TaskEnd, troubleAfter } from "./task.ts";
import { claimTask, findNextTask, postponeAccount, postponeTask, renewTask, settleTask } from "./task-store.ts";
import { tellTrouble } from "./trouble-store.ts";

/**
 * The life of a task.
 *
 * It is *pending* from the transaction that caused it. A worker, on any instance, claims it for two minutes, looks how
 * things stand, asks Zoom for what is missing, and settles it as *done*. A limit of Zoom's, or a meeting that has to be
 * made first, puts it off; so does a failure, for longer each time, and for ever: a link that comes late is better than
 * none. After a day of failures staff is told.
 *
 * A worker that dies leaves a claim that runs out. What it had asked Zoom for may have happened: a meeting is looked
 * for before it is made again, and the same e-mail registered twice is one registrant.
 */

/** Milliseconds between looks at the table that nothing called for: a notification may get lost. */
const pollEvery = 15_000;

/** How long an account that did not answer, or did not let us in, is left alone. Milliseconds. */
const silence = { unreachable: 10_000, unauthorised: 600_000 };

/** Tasks under way at once, by account: Zoom allows twenty calls a second and answers within a few tenths of one. */
const lanesPerAccount = 3;

/** Milliseconds before another look after the database was away: 0.2 s doubling to 5 s. */
const pause = doubling(200, 5_000);

/** Milliseconds before a task that the database interrupted is tried again. */
const interruption = 2_000;

export interface ZoomWorkerDeps {
  database: Database;
  clock: Clock;
  log: Logger;
  clients: readonly ZoomClient[];
}

/** Brings Zoom in line with the classes, task by task. */
export class ZoomWorker {
  readonly #deps: ZoomWorkerDeps;
  readonly #run: RunDeps;
  readonly #accounts: Accounts;
  readonly #bell = new Bell();
  #isStopping = false;
  #running: Promise<void> | undefined;

  constructor(deps: ZoomWorkerDeps) {
    const { database, clock, clients } = deps;
    this.#deps = deps;
    this.#accounts = new Accounts(clients);
    this.#run = {
      database,
      clock,
      accounts: this.#accounts,
      onOutcome: (account, outcome) => this.#note(account, outcome),
      keep: (task) => renewTask(database, task, clock.now()),
    };
  }

  start(): void {
    this.#running ??= this.#loop();
  }

  /** Something may be due: looks at once. */
  wake(): void {
    this.#bell.ring();
  }

  /** Waits for the calls under way; what comes after them is left to the next worker. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    this.#bell.ring();
    await this.#running;
  }

  /** Does all that is due now; what a task makes due is done as well. */
  async drain(): Promise<void> {
    const lanes = Array.from({ length: this.#accounts.all.length * lanesPerAccount }, async () => {
      while (!this.#isStopping && (await this.#one())) {}
    });
    // All lanes, even when one fails: none may go on unseen.
    const failed = (await Promise.allSettled(lanes)).find((lane) => lane.status === "rejected");
    if (failed) throw failed.reason;
  }

  async #loop(): Promise<void> {
    const interruption = new Interruption(this.#deps.log, "zoom tasks interrupted");
    while (!this.#isStopping) {
      let wait = pollEvery;
      try {
        await this.drain();
        const next = await findNextTask(this.#deps.database);
        if (next) wait = Math.min(Math.max(next.getTime() - this.#deps.clock.now().getTime(), 0), pollEvery);
        interruption.well();
      } catch (error) {
        wait = pause(interruption.failed(error));
      }
      if (!this.#isStopping) await this.#bell.wait(wait);
    }
  }

  /** Runs one task; false when none is due. */
  async #one(): Promise<boolean> {
    const { database, clock, log } = this.#deps;
    const task = await claimTask(database, clock.now());
    if (task === undefined) return false;
    const end = await this.#attempt(task).catch((error: unknown): TaskEnd => {
      // The database's trouble is no failure of the task, which staff would be told of in the end.
      if (isUnreachable(error)) {
        log.warn({ error, task: String(task.id), kind: task.kind }, "zoom task interrupted");
        return { kind: "wait", until: new Date(clock.now().getTime() + interruption), reason: "the database was away" };
      }
      // A bug: the task is kept, and the loop goes on with the others.
      log.error({ error, task: String(task.id), kind: task.kind }, "zoom task failed");
      return { kind: "failed", reason: "an error of the program", account: undefined };
    });
    await this.#settle(task, end);
    return true;
  }

  #attempt(task: ClaimedTask): Promise<TaskEnd> {
    if (task.kind === "meeting") return runMeeting(task, this.#run);
    if (task.kind === "forget") return runForget(task, this.#run);
    return task.enrolmentId === null
      ? Promise.resolve({ kind: "done", note: "the enrolment is gone" })
      : runRegistrant(task, task.enrolmentId, this.#run);
  }

  async #settle(task: ClaimedTask, end: TaskEnd): Promise<void> {
    const { database, clock, log } = this.#deps;
    const now = clock.now();
    if (end.kind === "done") {
      await settleTask(database, task, end.note ?? null, now);
      return;
    }
    const { reason } = end;
    const isFailure = end.kind === "failed";
    const dueAt = isFailure ? new Date(now.getTime() + backOff(task.attempts, end.isRefusal)) : end.until;
    await postponeTask(database, task, { dueAt, reason, isFailure });
    log[isFailure ? "warn" : "debug"]({ task: String(task.id), kind: task.kind, reason, dueAt }, "zoom task put off");
    if (isFailure && now.getTime() - task.createdAt.getTime() >= troubleAfter) {
      const number = this.#accounts.find(end.account ?? "")?.number ?? 0;
      await database.$transaction((tx) => tellTrouble(tx, number, now));
    }
  }

  /** Lets an account rest that asked for it, did not answer, or does not know us any more. */
  async #note({ id }: AccountInUse, outcome: ZoomOutcome<unknown>): Promise<void> {
    const now = this.#deps.clock.now();
    if (outcome.kind === "throttled" && outcome.scope !== "registrant") {
      const { scope, retryAt: until } = outcome;
      this.#accounts.pause(id, scope, { until, reason: reasonOf(outcome) });
      await postponeAccount(this.#deps.database, id, until, scope === "edits");
    } else if (outcome.kind === "unreachable" || outcome.kind === "unauthorised") {
      const until = new Date(now.getTime() + silence[outcome.kind]);
      this.#accounts.pause(id, "account", { until, reason: reasonOf(outcome) });
    }
  }
}
