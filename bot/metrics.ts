import { Counter, collectDefaultMetrics, Histogram, Registry } from "prom-client";
import type { ApiCall } from "./telegram/client.ts";

/** What /metrics tells; names after Prometheus' habits, seconds throughout. */
export class Metrics {
  readonly registry = new Registry();
  readonly #updates = new Counter({
    name: "ishek_updates_total",
    help: "Updates by kind and outcome (handled, failed, again).",
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
    help: "Bot API calls by method and outcome (ok, Telegram's error code, no answer).",
    labelNames: ["method", "outcome"],
    registers: [this.registry],
  });
  readonly #callSeconds = new Histogram({
    name: "ishek_telegram_call_seconds",
    help: "Bot API calls by method, long polls left out.",
    labelNames: ["method"],
    buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  update(kind: string, outcome: "handled" | "failed" | "again", seconds: number): void {
    this.#updates.inc({ kind, outcome });
    this.#seconds.observe(seconds);
  }

  call({ method, outcome, seconds }: ApiCall): void {
    this.#calls.inc({ method, outcome });
    if (method !== "getUpdates") this.#callSeconds.observe({ method }, seconds);
  }
}
