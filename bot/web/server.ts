import type { Server } from "node:http";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import type { Metrics } from "../metrics.ts";
import { asOne } from "./as-one.ts";

/** Milliseconds that requests in hand have at the end. */
const patience = 3_000;

export interface WebOptions {
  port: number;
  /** Default: every interface. */
  host?: string | undefined;
  /** Told at /metrics; left out where they have a port of their own. */
  metrics?: Metrics | undefined;
  /** Whether an update would be answered now. */
  isReady(): Promise<boolean>;
  /** Further routes, such as the webhook. */
  routes?: Hono[];
}

export interface Web {
  port: number;
  /** Takes no more requests and waits for those in hand. */
  stop(): Promise<void>;
}

/** Starts the HTTP server. Rejects with EADDRINUSE when the port is taken. */
export function startWeb({ port, host, metrics, isReady, routes = [] }: WebOptions): Promise<Web> {
  const app = new Hono();
  // Anybody may ask whether the bot is ready, and it costs a statement.
  const readiness = asOne(isReady);
  // Alive: the process answers. Ready: an update would be answered too.
  app.get("/healthz", (c) => c.text("ok"));
  app.get("/readyz", async (c) => ((await readiness()) ? c.text("ready") : c.text("not ready", 503)));
  if (metrics) app.route("/", metricsPage(metrics));
  for (const route of routes) app.route("/", route);
  return listenOn(app, port, host);
}

/** Serves /metrics alone, for a port that the world does not see. Rejects with EADDRINUSE when the port is taken. */
export const startMetrics = (metrics: Metrics, { port, host }: { port: number; host: string }): Promise<Web> =>
  listenOn(metricsPage(metrics), port, host);

const metricsPage = (metrics: Metrics): Hono =>
  new Hono().get("/metrics", async (c) =>
    c.text(await metrics.page(), 200, { "Content-Type": metrics.registry.contentType }),
  );

async function listenOn(app: Hono, port: number, host: string | undefined): Promise<Web> {
  const server = await new Promise<Server>((listening, failed) => {
    const started = serve({ fetch: app.fetch, port, ...(host ? { hostname: host } : {}) }, () =>
      listening(started),
    ) as Server;
    started.once("error", failed);
  });
  const address = server.address();
  return {
    port: typeof address === "object" && address ? address.port : port,
    stop: () =>
      new Promise((closed) => {
        // A live page holds its connection open for ever; whoever is cut off asks again.
        const cutOff = setTimeout(() => server.closeAllConnections(), patience);
        server.close(() => {
          clearTimeout(cutOff);
          closed();
        });
        server.closeIdleConnections();
      }),
  };
}
