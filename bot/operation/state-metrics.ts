import { Gauge } from "prom-client";
import { type Database, poolOf, replicaOf } from "../database/database.ts";
import type { Metrics } from "../metrics.ts";
import { withDeadline } from "../net/deadline.ts";
import type { Clock } from "../schedule/clock.ts";
import { measureState } from "./state-store.ts";

/** Milliseconds that the database has to answer before it counts as away; Prometheus waits 10 s. */
const patience = 3_000;

/** Adds to /metrics what is asked of the database when somebody looks: whether it answers, and what stands in it. */
export function addStateMetrics(metrics: Metrics, { database, clock }: { database: Database; clock: Clock }): void {
  const gauge = <Label extends string>(name: string, help: string, ...labelNames: Label[]) =>
    new Gauge<Label>({ name, help, labelNames, registers: [metrics.registry] });
  const up = gauge("ishek_database_up", "Whether the database answers within 3 s.");
  const pool = gauge(
    "ishek_database_connections",
    "Connections of the pool by state (used, idle, waited for).",
    "state",
  );
  const age = gauge(
    "ishek_replica_age_seconds",
    "How old the read replica is at most; nothing where there is none.",
    "which",
  );
  const feeds = gauge("ishek_feeds", "Feeds by state (well, failing, paused).", "state");
  const announcements = gauge("ishek_announcements", "Announcements by state (running, paused).", "state");
  const searches = gauge("ishek_searches_of_a_day", "Searches of the last day by outcome (found, nothing).", "outcome");
  const people = gauge("ishek_people", "People, as PostgreSQL estimates their number.");

  metrics.addProbe(async () => {
    const counts = poolOf(database);
    if (counts !== undefined) {
      pool.set({ state: "used" }, counts.totalCount - counts.idleCount);
      pool.set({ state: "idle" }, counts.idleCount);
      pool.set({ state: "waited for" }, counts.waitingCount);
    }
    const old = replicaOf(database)?.age;
    if (old !== undefined && Number.isFinite(old)) age.set({ which: "read" }, old / 1_000);
    try {
      const state = await withDeadline(patience, measureState(database, clock.now()));
      up.set(1);
      people.set(state.people);
      for (const [name, count] of Object.entries(state.feeds)) feeds.set({ state: name }, count);
      for (const [name, count] of Object.entries(state.announcements)) announcements.set({ state: name }, count);
      for (const [outcome, count] of Object.entries(state.searches)) searches.set({ outcome }, count);
    } catch {
      up.set(0);
    }
  });
}
