import type { Server } from "node:http";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import type { Metrics } from "../metrics.ts";

/** Milliseconds that requests in hand have at the end. */
const patience = 3_000;

export interface WebOptions {
  port: number;
  /** Default: every interface. */
  host?: string;
  metrics: Metrics;
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
export async function startWeb({ port, host, metrics, isReady, routes = [] }: WebOptions): Promise<Web> {
  const app = new Hono();
  // Alive: the process answers. Ready: an update would be answered too.
  app.get("/healthz", (c) => c.text("ok"));
  app.get("/readyz", async (c) => ((await isReady()) ? c.text("ready") : c.text("not ready", 503)));
  app.get("/metrics", async (c) =>
    c.text(await metrics.registry.metrics(), 200, { "Content-Type": metrics.registry.contentType }),
  );
  for (const route of routes) app.route("/", route);

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
