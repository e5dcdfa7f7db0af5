import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { ListReadFrom } from "./database/replica/routing.ts";
import type { ReplicaState } from "./database/replica/watch.ts";
import type { Lane } from "./delivery/delivery.ts";
import type { QueueDepth } from "./delivery/queue-store.ts";
import type { Door } from "./people/address.ts";
import type { ZoomCall } from "./zoom/client/session.ts";

/** Calls that are held open until there is something to tell. */
const polls = new Set(["getUpdates", "GET /updates"]);

/** A call to the API of a messenger. */
export interface ApiCall {
  method: string;
  /** "ok", Telegram's error code, or "no answer". */
  outcome: string;
  seconds: number;
}

/**
 * What became of an update. "skipped": the next press draws the same message. "declined": too much at once. "given up": the
 * program died of it. "again": it is not done.
 */
export type UpdateOutcome = "handled" | "failed" | "given up" | "skipped" | "declined" | "again";

/** What /metrics tells; names after Prometheus' habits, seconds throughout. */
export class Metrics {
  readonly registry = new Registry();
  readonly #updates = new Counter({
    name: "ishek_updates_total",
    help: "Updates by kind and outcome (handled, failed, given up, skipped, declined, again).",
    labelNames: ["kind", "outcome"],
    registers: [this.registry],
  });
  readonly #seconds = new Histogram({
    name: "ishek_update_seconds",
    help: "From an update's arrival to its end.",
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [this.registry],
  });
  readonly #calls = new Counter({
    name: "ishek_telegram_calls_total",
    help: "Calls to messengers by door, method and outcome (ok, the error code, no answer).",
    labelNames: ["door", "method", "outcome"],
    registers: [this.registry],
  });
  readonly #callSeconds = new Histogram({
    name: "ishek_telegram_call_seconds",
    help: "Calls to messengers by door and method, long polls left out.",
    labelNames: ["door", "method"],
    buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [this.registry],
  });
  readonly #deliveries = new Counter({
    name: "ishek_deliveries_total",
    help: "Messages that nobody asked for just now, by lane and outcome.",
    labelNames: ["lane", "outcome"],
    registers: [this.registry],
  });
  readonly #lateness = new Histogram({
    name: "ishek_delivery_late_seconds",
    help: "From the moment a delivered message was due to Telegram's answer, by lane.",
    labelNames: ["lane"],
    buckets: [0.1, 0.3, 1, 3, 10, 30, 60, 300, 1_800, 3_600],
    registers: [this.registry],
  });
  readonly #queue = new Gauge({
    name: "ishek_delivery_queue",
    help: "Messages that wait, by lane and state; told by the instance that dispatches.",
    labelNames: ["lane", "state"],
    registers: [this.registry],
  });
  readonly #zoomCalls = new Counter({
    name: "ishek_zoom_calls_total",
    help: "Zoom API calls by name and outcome (done, throttled, gone, host, unauthorised, refused, unreachable).",
    labelNames: ["name", "outcome"],
    registers: [this.registry],
  });
  readonly #zoomSeconds = new Histogram({
    name: "ishek_zoom_call_seconds",
    help: "Zoom API calls.",
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15],
    registers: [this.registry],
  });

  readonly #failures = new Counter({
    name: "ishek_update_failures_total",
    help: "Updates of which somebody read that something broke, by what they pressed, commanded or were asked.",
    labelNames: ["screen"],
    registers: [this.registry],
  });
  readonly #jobRuns = new Counter({
    name: "ishek_job_runs_total",
    help: "Runs of timed jobs by job and outcome (done, failed), in this process.",
    labelNames: ["timed_job", "outcome"],
    registers: [this.registry],
  });
  readonly #jobSuccess = new Gauge({
    name: "ishek_job_last_success_timestamp_seconds",
    help: "The slot of the last run of a timed job that was done, in this process.",
    labelNames: ["timed_job"],
    registers: [this.registry],
  });
  readonly #forgotten = new Counter({
    name: "ishek_forgotten_rows_total",
    help: "Rows that housekeeping deleted because nobody needs them any more, by what they are, in this process.",
    labelNames: ["what"],
    registers: [this.registry],
  });
  readonly #listReads = new Counter({
    name: "ishek_list_reads_total",
    help: "Statements of lists and searches by who answered, where there is a replica: replica; the primary, because the reader had just changed something (changed) or the replica is away or late (unfit).",
    labelNames: ["from"],
    registers: [this.registry],
  });
  readonly #replica = new Gauge({
    name: "ishek_replica",
    help: "1, with what the replica is to the bot (used, late, away, other); nothing where there is none.",
    labelNames: ["state"],
    registers: [this.registry],
  });
  readonly #build = new Gauge({
    name: "ishek_build_info",
    help: "1, with the version of the program and of Node.js.",
    labelNames: ["version", "node"],
    registers: [this.registry],
  });
  readonly #probes: (() => Promise<void>)[] = [];

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  /** Tells once which program this is. */
  build(version: string): void {
    this.#build.set({ version, node: process.versions.node }, 1);
  }

  /** Adds what is measured when somebody asks. A probe never rejects. */
  addProbe(probe: () => Promise<void>): void {
    this.#probes.push(probe);
  }

  /** The page in Prometheus' text format, measured now. */
  async page(): Promise<string> {
    await Promise.all(this.#probes.map((probe) => probe()));
    return this.registry.metrics();
  }

  listRead(from: ListReadFrom): void {
    this.#listReads.inc({ from });
  }

  replica(state: ReplicaState): void {
    this.#replica.reset();
    this.#replica.set({ state }, 1);
  }

  forgotten(what: string, rows: number): void {
    this.#forgotten.inc({ what }, rows);
  }

  failure(screen: string): void {
    this.#failures.inc({ screen });
  }

  job(job: string, outcome: "done" | "failed", slot: Date): void {
    this.#jobRuns.inc({ timed_job: job, outcome });
    if (outcome === "done") this.#jobSuccess.set({ timed_job: job }, slot.getTime() / 1_000);
  }

  update(kind: string, outcome: UpdateOutcome, seconds: number): void {
    this.#updates.inc({ kind, outcome });
    this.#seconds.observe(seconds);
  }

  call(door: Door, { method, outcome, seconds }: ApiCall): void {
    this.#calls.inc({ door, method, outcome });
    if (!polls.has(method)) this.#callSeconds.observe({ door, method }, seconds);
  }

  zoomCall({ name, outcome, seconds }: ZoomCall): void {
    this.#zoomCalls.inc({ name, outcome });
    this.#zoomSeconds.observe(seconds);
  }

  delivery(lane: Lane, outcome: string, secondsLate?: number): void {
    this.#deliveries.inc({ lane, outcome });
    if (secondsLate !== undefined) this.#lateness.observe({ lane }, secondsLate);
  }

  queue(depths: readonly QueueDepth[]): void {
    this.#queue.reset();
    for (const { lane, state, count } of depths) this.#queue.set({ lane, state }, count);
  }
}
